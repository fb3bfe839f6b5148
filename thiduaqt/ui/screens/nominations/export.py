"""The list as an Excel file: the columns and rows that are seen, in their order."""

from __future__ import annotations

from thiduaqt.domain.records import Round
from thiduaqt.services import exporting, rounds
from thiduaqt.services.nominations import NominationRow
from thiduaqt.ui import dialogs
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screens.nominations.desk import NominationDesk
from thiduaqt.ui.tables.grid import Grid


def export(desk: NominationDesk, grid: Grid[NominationRow], around: Round) -> None:
    """Ask where to, and write what ``grid`` shows of the round."""
    words = translate("NominationsScreen", "Xuất danh sách")
    suggested = translate("NominationsScreen", "Danh sách đề nghị.xlsx")
    path = dialogs.pick_save(desk.owner, words, suggested, [("Excel", "*.xlsx")])
    if path is None:
        return
    shown = [grid.model.columns[number] for number in grid.columns_shown()]
    seen = [
        exporting.SeenColumn(
            title=column.title, width=column.width, centred=column.key == "ordinal"
        )
        for column in shown
    ]
    rows = [[column.text(row) for column in shown] for row in grid.shown_rows()]
    movement = rounds.movement_of(desk.context.session, around.id)
    title = translate("NominationsScreen", "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG")
    subtitle = f"{around.name}, {movement.short_name or movement.title}"
    said = translate("NominationsScreen", "Đã xuất {count} dòng vào {name}.").format(
        count=len(rows), name=path.name
    )
    desk.run(
        lambda session: exporting.write_list(
            session, path, title=title, subtitle=subtitle, columns=seen, rows=rows
        ),
        words,
        done=lambda _path: desk.context.toast(said),
    )

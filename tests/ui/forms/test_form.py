"""A form stores when a field is left, says what it cannot read, and leads to what is wrong."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.telex import telex
from thiduaqt.domain.dates import PartialDate
from thiduaqt.domain.issues import Issue
from thiduaqt.ui.forms.fields import FieldSpec
from thiduaqt.ui.forms.form import Form
from thiduaqt.ui.widgets.labels import SourceTag

SPECS = (
    FieldSpec(key="name", label="Họ và &tên", required=True, help="Viết như trong giấy tờ."),
    FieldSpec(key="birth", label="Năm sinh", kind="date", birth=True, width=120),
    FieldSpec(key="points", label="Điểm", kind="number", width=80, unit="điểm", beside=True),
    FieldSpec(
        key="unit", label="Đơn vị", kind="choice", choices=[("t3", "Thôn 3"), ("bm", "Bình Minh")]
    ),
    FieldSpec(key="law", label="Đúng luật", kind="check"),
    FieldSpec(key="note", label="Ghi chú", kind="long", source=("plan", "mục IV.4a")),
)


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    made = Form(SPECS, name="person")
    qtbot.addWidget(made)
    made.resize(520, 320)
    made.show()
    made.activateWindow()
    made.field("name").setFocus()
    return made


@pytest.fixture
def heard(form: Form) -> list[tuple[str, object]]:
    found: list[tuple[str, object]] = []
    form.committed.connect(lambda key, value: found.append((key, value)))
    return found


def leave(form: Form, qtbot: QtBot) -> None:
    target = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert target is not None
    qtbot.keyClick(target, Qt.Key.Key_Tab)


def test_leaving_a_field_stores_it_cleaned(
    form: Form, heard: list[tuple[str, object]], qtbot: QtBot
) -> None:
    telex(form.field("name"), "  Do<ô<ỗ  Va<ăn  ")
    assert heard == []
    leave(form, qtbot)
    assert heard == [("name", "Dỗ Văn")]
    assert form.field("name").text() == "Dỗ Văn"  # type: ignore[attr-defined]


def test_an_unchanged_field_stores_nothing(
    form: Form, heard: list[tuple[str, object]], qtbot: QtBot
) -> None:
    form.set_values({"name": "An", "birth": PartialDate.of(1990)})
    form.field("name").setFocus()
    leave(form, qtbot)
    leave(form, qtbot)
    assert heard == []


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("5/3/90", PartialDate.of(1990, 3, 5)),
        ("3/1990", PartialDate.of(1990, 3)),
        ("1990", PartialDate.of(1990)),
        ("Q2/2027", PartialDate.of_quarter(2027, 2)),
    ],
)
def test_dates_keep_their_precision(
    form: Form,
    heard: list[tuple[str, object]],
    qtbot: QtBot,
    typed: str,
    value: PartialDate,
) -> None:
    field = form.field("birth")
    field.setFocus()
    qtbot.keyClicks(field, typed)
    leave(form, qtbot)
    assert heard == [("birth", value)]
    assert field.text() == value.display()  # type: ignore[attr-defined]
    assert form.values()["birth"] == value


def test_a_day_that_does_not_exist_is_kept_and_explained(
    form: Form, heard: list[tuple[str, object]], qtbot: QtBot
) -> None:
    field = form.field("birth")
    field.setFocus()
    qtbot.keyClicks(field, "31/2/1990")
    leave(form, qtbot)
    assert heard == []
    assert "31/2/1990" in form.message("birth")
    assert field.text() == "31/2/1990"  # type: ignore[attr-defined]
    assert field.property("state") == "error"
    assert "birth" not in form.values()
    assert [issue.field for issue in form.faults()] == ["name", "birth"]


def test_numbers_and_choices_are_read(
    form: Form, heard: list[tuple[str, object]], qtbot: QtBot
) -> None:
    form.field("points").setFocus()
    qtbot.keyClicks(form.field("points"), "0.75")
    leave(form, qtbot)
    form.field("unit").setFocus()
    qtbot.keyClicks(form.field("unit"), "minh")
    leave(form, qtbot)
    assert heard == [("points", Decimal("0.75")), ("unit", "bm")]
    assert form.field("points").text() == "0,75"  # type: ignore[attr-defined]
    assert form.field("unit").currentText() == "Bình Minh"  # type: ignore[attr-defined]


def test_a_tick_is_stored_at_once(
    form: Form, heard: list[tuple[str, object]], qtbot: QtBot
) -> None:
    box = form.field("law")
    assert isinstance(box, QCheckBox)
    box.click()
    assert heard == [("law", True)]


def test_issues_stand_under_their_fields_and_the_first_gets_the_focus(form: Form) -> None:
    form.field("note").setFocus()
    form.show_issues(
        [
            Issue(code="b", severity="review", message="Xem lại đơn vị.", field="unit"),
            Issue(code="a", severity="error", message="Thiếu năm sinh.", field="birth"),
        ]
    )
    assert form.message("birth") == "Thiếu năm sinh."
    assert form.message("unit") == "Xem lại đơn vị."
    assert form.message("name") == ""
    assert form.field("birth").hasFocus()
    form.show_issues([])
    assert form.message("birth") == ""
    assert form.field("birth").property("state") == ""


def test_what_is_being_typed_is_left_alone_by_a_reload(form: Form, qtbot: QtBot) -> None:
    field = form.field("name")
    qtbot.keyClicks(field, "Nguye")
    form.set_values({"name": "Cũ", "note": "mới"})
    assert field.text() == "Nguye"  # type: ignore[attr-defined]
    assert form.values()["note"] == "mới"


def test_ctrl_s_stores_the_open_field(
    form: Form, heard: list[tuple[str, object]], qtbot: QtBot
) -> None:
    qtbot.keyClicks(form.field("name"), "An")
    form.commit()
    assert heard == [("name", "An")]


def test_every_field_has_a_name_and_a_way_in(form: Form, qtbot: QtBot) -> None:
    for spec in SPECS:
        widget = form.field(spec.key)
        interface = QAccessible.queryAccessibleInterface(widget)
        name = interface.text(QAccessible.Text.Name)
        assert name
        assert "&" not in name
        assert widget.objectName().isascii()
    labels = {label.text(): label.buddy() for label in form.findChildren(QLabel) if label.buddy()}
    assert labels["Họ và &tên *"] is form.field("name")


def test_tab_follows_reading_order(form: Form, qtbot: QtBot) -> None:
    seen: list[str] = []
    form.field("name").setFocus()
    for _ in SPECS:
        focus = QApplication.focusWidget()
        assert focus is not None
        owner = (
            focus if not isinstance(focus.parent(), type(form.field("unit"))) else focus.parent()
        )
        seen.append(owner.objectName().rsplit(".", 1)[-1])  # type: ignore[union-attr]
        leave(form, qtbot)
    assert seen == [spec.key for spec in SPECS]


def test_a_source_is_shown_as_a_tag(form: Form) -> None:
    tags = form.findChildren(SourceTag)
    assert [tag.text() for tag in tags] == ["Kế hoạch của xã: mục IV.4a"]


def test_narrow_forms_put_labels_above(qtbot: QtBot) -> None:
    form = Form(SPECS[:2], narrow=True)
    qtbot.addWidget(form)
    form.resize(260, 200)
    form.show()
    field = form.field("name")
    assert isinstance(field, QLineEdit)
    label = next(one for one in form.findChildren(QLabel) if one.buddy() is field)
    assert (
        label.mapTo(form, label.rect().bottomLeft()).y()
        <= field.mapTo(form, field.rect().topLeft()).y()
    )

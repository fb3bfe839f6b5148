"""Who signs, and the rules to look up."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.builders import a_session
from thiduaqt.services import doubts, history, signing
from thiduaqt.services.editing import BadValue, Edit
from thiduaqt.services.session import Session


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = a_session(tmp_path)
    yield made
    made.close()


def told(session: Session) -> list[tuple[str, str, str, bool]]:
    return [(row.id, row.form, row.name, row.first) for row in signing.listing(session)]


def test_a_second_deputy_has_a_code_of_its_own(session: Session) -> None:
    signing.add(session, [{"name": "Hà Thị A"}, {"name": "Vi Văn B", "form": "phó chủ tịch"}])
    assert told(session) == [
        ("chair", "CHỦ TỊCH", "Lò Văn Khải", True),
        ("deputy", "KT. CHỦ TỊCH – PHÓ CHỦ TỊCH", "Hà Thị A", False),
        ("deputy2", "KT. CHỦ TỊCH – PHÓ CHỦ TỊCH", "Vi Văn B", False),
    ]


def test_who_is_put_first_is_proposed_and_undo_takes_it_back(session: Session) -> None:
    signing.add(session, [{"name": "Hà Thị A"}])
    signing.put_first(session, "deputy")
    assert [row[0] for row in told(session)] == ["deputy", "chair"]
    assert told(session)[0][3]
    history.undo(session)
    assert [row[0] for row in told(session)] == ["chair", "deputy"]


def test_form_and_name_change_and_a_form_that_is_none_is_refused(session: Session) -> None:
    edits = [
        Edit(id="chair", field="name", value=" Lò Văn  Mới "),
        Edit(id="chair", field="form", value="Trưởng phòng"),
    ]
    signing.change(session, edits[:1])
    signing.change(session, edits[1:])
    assert told(session) == [("standing", "TRƯỞNG PHÒNG", "Lò Văn Mới", False)]
    with pytest.raises(BadValue) as fault:
        signing.change(session, [Edit(id="standing", field="form", value="Giám đốc")])
    assert fault.value.field == "form"
    assert signing.listing(session)[0].signs == "Tờ trình"


def test_signers_can_be_taken_away(session: Session) -> None:
    signing.remove(session, ["chair"])
    assert signing.listing(session) == ()


def test_doubts_are_told_in_words(session: Session) -> None:
    rows = doubts.listing(session)
    assert len(rows) == len(session.rulebook().needs_check())
    assert len({row.id for row in rows}) == len(rows)
    for row in rows:
        assert row.about, row
        assert "_" not in row.about + row.kind_words, row
        assert row.text
    assert any("Hội đồng cấp xã" in row.about for row in rows)
    assert any(row.about.startswith("Giấy khen: ") for row in rows)


def test_an_office_without_province_pack_is_told_first(session: Session) -> None:
    with session.store.transaction("Đổi tỉnh", actor="can-bo") as writing:
        writing.put(replace(session.office(), province="Lạng Sơn"))
    first = doubts.listing(session)[0]
    assert (first.kind_words, first.about) == ("Quy định của tỉnh", "Lạng Sơn")

"""What is written as a pack reads back as the same plan: made-up plans of every field, and ours."""

from __future__ import annotations

import dataclasses
import tomllib
import types
import typing
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

import pytest
import tomlkit
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import plans_invented as plans
from thiduaqt.catalog import pack_writer, packs
from thiduaqt.catalog.pack_files import read_raw
from thiduaqt.catalog.packs import PackHead, award_codes, examine, list_packs
from thiduaqt.catalog.strict import build
from thiduaqt.domain.plain import field_types
from thiduaqt.domain.plan import (
    Criterion,
    Deadline,
    MovementPlan,
    PlanDocument,
    PlanPack,
    Quota,
    RegistrationRule,
    Section,
    Step,
    SubjectGroup,
)
from thiduaqt.domain.text import clean_block

HEAD = PackHead(description="Gói thử", order=3, checked="2026-11-20")
LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyAĐƯ 0123456789.,;:–-“”‘’\"'\\#[]{}=\n\t$%&/()" + "ấợữẵ🎖"


def _texts() -> st.SearchStrategy[str]:
    made = st.text(alphabet=LETTERS, max_size=40) | st.text(max_size=20)
    return made.map(clean_block)


def _decimals() -> st.SearchStrategy[Decimal]:
    return st.decimals(
        min_value=-999_999, max_value=999_999, allow_nan=False, allow_infinity=False, places=None
    ).map(lambda value: value.quantize(Decimal("0.001")).normalize() + 0)


def strategy(kind: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401 - a type form
    """Return values of a field's type, every field of every dataclass inside it used."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin is Literal:
        return st.sampled_from(inner)
    if origin is tuple:
        return st.lists(strategy(inner[0]), max_size=2).map(tuple)
    if origin in (typing.Union, types.UnionType):
        return st.none() | strategy(next(part for part in inner if part is not type(None)))
    if kind is Decimal:
        return _decimals()
    if kind is bool:
        return st.booleans()
    if kind is int:
        return st.integers(min_value=-(10**12), max_value=10**12)
    if kind is str:
        return _texts()
    assert dataclasses.is_dataclass(kind)
    return st.builds(kind, **{name: strategy(part) for name, part in field_types(kind).items()})


def _read_back(text: str, folder: Path) -> tuple[PackHead, PlanDocument, MovementPlan]:
    """Read the tables without asking whether the parts fit together: any values may stand there."""
    path = folder / "goi.toml"
    path.write_text(text, encoding="utf-8")
    raw = read_raw(path)
    assert raw.faults == []
    return (
        build(PackHead, raw.head, file="goi.toml"),
        build(PlanDocument, raw.document, file="goi.toml"),
        build(MovementPlan, raw.movements[0].table, file="goi.toml"),
    )


# Every list of a movement is made by itself, so that hypothesis fills all of them.
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@pytest.mark.parametrize("name", [field.name for field in dataclasses.fields(MovementPlan)])
@given(data=st.data())
def test_every_field_of_a_movement_survives(
    tmp_path_factory: pytest.TempPathFactory, name: str, data: st.DataObject
) -> None:
    value = data.draw(strategy(field_types(MovementPlan)[name]))
    values = {"code": "a", "title": "b", "short_name": "c", name: value}
    plan = MovementPlan(**values)
    text = pack_writer.as_file(HEAD, PlanPack(document=PlanDocument(), movements=(plan,)))
    head, document, read = _read_back(text, tmp_path_factory.getbasetemp())
    assert (head, document) == (HEAD, PlanDocument())
    assert read == plan
    assert tomlkit.parse(text).unwrap() == tomllib.loads(text)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_field_of_a_document_survives(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    document = data.draw(strategy(PlanDocument))
    head = data.draw(strategy(PackHead))
    plan = MovementPlan(code="a", title="b", short_name="c")
    text = pack_writer.as_file(head, PlanPack(document=document, movements=(plan,)))
    assert _read_back(text, tmp_path_factory.getbasetemp()) == (head, document, plan)
    assert tomlkit.parse(text).unwrap() == tomllib.loads(text)


def _movement(code: str, **values: Any) -> MovementPlan:  # noqa: ANN401 - fields of all types
    return MovementPlan(
        **{"code": code, "title": f"Phong trào {code}", "short_name": code, **values}
    )


GATE = Criterion(code="gate", title="Điều kiện chung", kind="gate", required=True)
SCORED = Criterion(
    code="a.1",
    title="Tỷ lệ hồ sơ trực tuyến",
    kind="steps",
    section="a",
    points=Decimal("12.5"),
    numerator="hồ sơ trực tuyến",
    denominator="tổng số hồ sơ",
    steps=(
        Step(points=Decimal("12.5"), low=Decimal(80)),
        Step(points=Decimal(5), low=Decimal(50), high=Decimal(80)),
    ),
)
GROUPS = (
    SubjectGroup(
        code="g1",
        name="Các thôn",
        kinds=("collective",),
        criteria=(GATE, SCORED),
        sections=(Section(code="a", title="Phần A"),),
    ),
    SubjectGroup(code="g2", name="Cá nhân", kinds=("individual",), criteria=(GATE,)),
)
QUOTAS = (
    Quota(
        award="certificate_of_merit",
        round_kind="yearly",
        recipient_kind="collective",
        maximum=None,
        form="percent",
        percent=Decimal("7.5"),
        base="units",
        rounding="up",
    ),
)
DOCUMENT = PlanDocument(abstract="Kế hoạch hai phong trào", date="2025-08")


def _folder(folder: Path, pack: PlanPack) -> Path:
    target = folder / "goi"
    target.mkdir()
    for name, text in pack_writer.as_folder(HEAD, pack).items():
        (target / name).write_text(text, encoding="utf-8")
    return target


@pytest.mark.parametrize(
    "second",
    [
        _movement("b", groups=GROUPS, quotas=QUOTAS),
        _movement("b", groups=GROUPS),
        _movement("b", groups=GROUPS[:1], quotas=QUOTAS),
        _movement("b"),
        _movement("b", registration=RegistrationRule(deadline=Deadline(value="2026-03"))),
    ],
)
def test_a_folder_of_two_movements(tmp_path: Path, second: MovementPlan) -> None:
    pack = PlanPack(
        document=DOCUMENT, movements=(_movement("a", groups=GROUPS, quotas=QUOTAS), second)
    )
    found = examine(_folder(tmp_path, pack), known_awards=award_codes())
    assert found.errors == ()
    assert found.pack == pack
    assert found.head == HEAD


def test_what_movements_share_is_written_once(tmp_path: Path) -> None:
    movements = (_movement("a", groups=GROUPS), _movement("b", groups=GROUPS, quotas=QUOTAS))
    folder = _folder(tmp_path, PlanPack(document=DOCUMENT, movements=movements))
    texts = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    assert sum(text.count('title = "Điều kiện chung"') for text in texts.values()) == 1
    assert sum(text.count("[[groups]]") for text in texts.values()) == len(GROUPS)
    assert 'same_as = "a"' in texts["movement_02.toml"]


def test_a_file_holds_one_movement() -> None:
    pack = PlanPack(document=DOCUMENT, movements=(_movement("a"), _movement("b")))
    with pytest.raises(ValueError, match="too many"):
        pack_writer.as_file(HEAD, pack)


@pytest.mark.parametrize(
    "make", [plans.scored_plan, plans.twin_plan, plans.small_plan, plans.decision, plans.letter]
)
def test_invented_plans_with_all_that_offices_write(
    tmp_path: Path, make: Callable[[], PlanPack]
) -> None:
    pack = make()
    found = examine(_folder(tmp_path, pack), known_awards=award_codes())
    assert found.errors == ()
    assert found.pack == pack
    if len(pack.movements) == 1:
        path = tmp_path / "goi.toml"
        path.write_text(pack_writer.as_file(HEAD, pack), encoding="utf-8")
        assert examine(path, known_awards=award_codes()).pack == pack


@pytest.mark.parametrize("code", [info.code for info in list_packs()])
def test_every_shipped_pack_survives_as_file_and_as_folder(tmp_path: Path, code: str) -> None:
    head, pack = packs._shipped(code)
    folder = tmp_path / "goi"
    folder.mkdir()
    for name, text in pack_writer.as_folder(head, pack).items():
        (folder / name).write_text(text, encoding="utf-8")
        assert tomlkit.parse(text).unwrap() == tomllib.loads(text)
    kinds = [folder]
    if len(pack.movements) == 1:
        kinds.append(tmp_path / "goi.toml")
        kinds[1].write_text(pack_writer.as_file(head, pack), encoding="utf-8")
    for path in kinds:
        found = examine(path, known_awards=award_codes(), sources_required=True)
        assert found.errors == ()
        assert (found.head, found.pack) == (head, pack)
    again = pack_writer.as_folder(head, pack)
    assert again == {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}

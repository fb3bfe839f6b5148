"""From the values of one row to a draft with all its issues."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from thiduaqt.domain.dates import NO_DATE, PartialDate
from thiduaqt.domain.drafts import Draft, Provenance
from thiduaqt.domain.identity import Sex, id_facts
from thiduaqt.domain.issues import Issue
from thiduaqt.domain.names import (
    NameKind,
    NameParts,
    capitalise,
    capitalise_unit,
    household_head,
    is_plain_person,
    is_unit_name,
    is_upper,
    joint_members,
    kind_of,
    split_honorific,
    split_remark,
    strip_bullet,
)
from thiduaqt.intake import fields
from thiduaqt.intake.cells import plain_text, read_text
from thiduaqt.intake.fields import KIND_NAMES, Issues
from thiduaqt.intake.findings import finding

_NONE: Issues = ()
_LONG_NAME = 120
_ODD_IN_NAME = re.compile(r"[\d!#$%&*/:;<=>?@\\^_|~+\[\]{}()\"“”]")
_NO_PARTS = NameParts("")
_BEHIND_NAME = re.compile(r"\s*[,;\n]\s*|\s+[-–—]\s+")


@dataclass(frozen=True, slots=True)
class Setting:
    """What a row inherits from its place: the group it stands in and the table's kind of names.

    ``kind`` is None where the heading leaves it open; ``group_kind`` and ``unit`` come from group
    rows ("I. Tập thể", "THÔN 3"). ``unit_word`` is the heading of a column that holds only the
    rest of the units' names ("Thôn": 3, Bình Minh).
    """

    kind: NameKind | None = None
    group_kind: NameKind | None = None
    unit: str = ""
    unit_word: str = ""
    today: date | None = None

    @property
    def names_are_people(self) -> bool:
        """Whether a bare person's name fits here without a second look."""
        return (self.group_kind or self.kind) in (None, "person")


def build(values: Mapping[str, Any], provenance: Provenance, setting: Setting) -> Draft:
    """Return the draft of one row; ``values`` are raw cells by field."""
    issues: list[Issue] = []
    values = _separated(values, issues)
    get = values.get
    kind, name, parts, members, remark = _name(values, setting, issues)
    honorific, sex = _honorific_and_sex(values, parts, issues)
    birth, sex = _birth(values, sex, setting.today, issues)
    post, unit = _post_and_unit(values, setting, issues)
    id_number, found = fields.read_id(get("id_number", ""))
    if id_number:
        found += _id_issues(id_number, sex, birth)
    issues += found
    phone, found = fields.read_phone_number(get("phone", ""))
    issues += found
    achievement, found = fields.read_line(get("achievement", ""), "achievement")
    issues += found
    award, found = fields.read_line(get("award", ""), "award")
    issues += found
    note, found = fields.read_line(get("note", ""), "note")
    issues += found
    return Draft(
        provenance=provenance,
        kind=kind,
        full_name=name,
        honorific=honorific,
        sex=sex,
        birth=birth,
        post=post,
        unit=unit,
        id_number=id_number,
        phone=phone,
        achievement=achievement,
        award=award,
        note=f"{note}; {remark}" if note and remark else note or remark,
        members=members,
        issues=tuple(issues),
    )


def amend(draft: Draft, field: str, text: str, *, today: date | None = None) -> Draft:
    """Return ``draft`` with one field typed anew; its issues about other fields stay.

    ``field`` is full_name, honorific, sex, birth, post, unit, id_number, phone, achievement,
    award, note or kind.
    """
    kept = tuple(issue for issue in draft.issues if issue.field != field)
    values: dict[str, Any] = {
        "full_name": draft.full_name,
        "honorific": draft.honorific,
        "birth": draft.birth.display(),
        "post": draft.post,
        "unit": draft.unit,
        "id_number": draft.id_number,
        "phone": draft.phone,
        "achievement": draft.achievement,
        "award": draft.award,
        "note": draft.note,
        "sex": {"male": "Nam", "female": "Nữ", "": ""}[draft.sex],
        "kind": KIND_NAMES[draft.kind],
        field: text,
    }
    fresh = build(values, draft.provenance, Setting(today=today))
    new = tuple(issue for issue in fresh.issues if issue.field == field)
    return replace(fresh, issues=(*kept, *new))


def _separated(values: Mapping[str, Any], issues: list[Issue]) -> Mapping[str, Any]:
    """Part a name from the post and unit typed behind it: "Nguyễn Văn A, Trưởng thôn 3"."""
    text = values.get("full_name")
    if not isinstance(text, str) or _BEHIND_NAME.search(text) is None:
        return values
    if values.get("post") or values.get("unit") or values.get("post_unit"):
        return values
    name, rest = _BEHIND_NAME.split(text, maxsplit=1)
    if kind_of(name) != "person" or kind_of(rest) == "person" or not rest.strip():
        return values
    issues.append(finding("NAME_SEPARATED", "full_name", value=rest.strip()[:60]))
    return {**values, "full_name": name, "post_unit": rest}


def _name(
    values: Mapping[str, Any], setting: Setting, issues: list[Issue]
) -> tuple[NameKind, str, NameParts, tuple[str, ...], str]:
    """Return kind, name, honorific parts, members and the remark in brackets of a row."""
    text = _name_text(values, issues)
    if "kind" not in values and setting.names_are_people and is_plain_person(text):
        return "person", _capitalised(text, issues), _NO_PARTS, (), ""
    told, found = fields.read_kind(fields.read_line(values.get("kind", ""), "kind")[0])
    issues += found
    if not text:
        issues.append(finding("NAME_MISSING", "full_name"))
        return told or setting.group_kind or setting.kind or "person", "", _NO_PARTS, (), ""
    kind = _kind(text, told, setting, issues)
    if kind == "person":
        return _person(text, issues)
    name, members = _collective(kind, text, issues)
    return kind, name, _NO_PARTS, members, ""


def _name_text(values: Mapping[str, Any], issues: list[Issue]) -> str:
    """Return the name as one clean text, wherever its parts stood."""
    if "family_name" not in values and "given_name" not in values:
        text, found = read_text(values.get("full_name", ""), "full_name")
        issues += found
        return text if text[-1:].isalpha() and text[:1].isalpha() else _bare(text)
    parts: list[str] = []
    for name in ("family_name", "given_name"):
        part, found = fields.read_line(values.get(name, ""), "full_name")
        parts += [part] if part else []
        issues += found
    return _bare(" ".join(parts))


def _bare(text: str) -> str:
    """Return a name without number, dash and stop around it; a dash alone is no name."""
    return strip_bullet(text).strip(" .,;:-–—_…/")


def _kind(text: str, told: NameKind | None, setting: Setting, issues: list[Issue]) -> NameKind:
    """Decide what a row names: its own column, its words, its group, the heading."""
    words = kind_of(text)
    around = told or setting.group_kind or setting.kind
    if words is None:
        if around is None:
            issues.append(finding("KIND_UNSURE", "kind", kind=KIND_NAMES["person"]))
        return around or "person"
    if around is None or around == words or _goes_with(around, words):
        return words if around in (None, "unit", "person") or words == "joint" else around
    if words == "person":
        # The head's name alone stands for a household; among collectives it does not fit.
        if around != "household":
            _conflict(around, words, issues)
        return around
    # "Họ và tên" above a list of everything is only a heading; a group says what it means.
    if told or setting.group_kind:
        _conflict(around, words, issues)
    return words


def _goes_with(around: NameKind, words: NameKind) -> bool:
    """Tell whether the words of a name only say more exactly what its surroundings say."""
    return (around, words) in {
        ("unit", "team"),
        ("person", "joint"),
        ("household", "joint"),
        ("joint", "person"),
        ("team", "unit"),
    }


def _conflict(around: NameKind, words: NameKind, issues: list[Issue]) -> None:
    issues.append(
        finding("KIND_CONFLICT", "kind", group=KIND_NAMES[around], kind=KIND_NAMES[words])
    )


def _person(
    text: str, issues: list[Issue]
) -> tuple[NameKind, str, NameParts, tuple[str, ...], str]:
    remark = ""
    if "(" in text:
        text, remark = split_remark(text)
        if remark:
            issues.append(finding("NAME_REMARK", "full_name", value=remark))
    parts = split_honorific(text)
    if parts.unsure:
        issues.append(finding("HONORIFIC_UNSURE", "full_name", value=parts.honorific))
    name = _capitalised(parts.name, issues)
    if _ODD_IN_NAME.search(name):
        issues.append(finding("NAME_ODD", "full_name", value=name[:60]))
    elif " " not in name and not parts.honorific:
        issues.append(finding("NAME_SHORT", "full_name", value=name))
    if len(name) > _LONG_NAME:
        issues.append(finding("NAME_LONG", "full_name", length=len(name)))
    return "person", name, parts, (), remark


def _capitalised(bare: str, issues: list[Issue]) -> str:
    name = capitalise(bare)
    if name != bare:
        issues.append(finding("NAME_CASE", "full_name", before=bare, after=name))
    return name


def _collective(kind: NameKind, text: str, issues: list[Issue]) -> tuple[str, tuple[str, ...]]:
    """Return name and members of a unit, team, household or joint recipient."""
    if len(text) > 2 * _LONG_NAME:
        issues.append(finding("NAME_LONG", "full_name", length=len(text)))
    if kind in ("unit", "team"):
        name = capitalise_unit(text) if " " in text else text
        if name != text:
            issues.append(finding("NAME_CASE_UNIT", "full_name", before=text, after=name))
        return name, ()
    if kind == "household":
        head = household_head(text)
        people: tuple[NameParts, ...] = (head,) if head.name else ()
    else:
        people = joint_members(text)
    one_case = is_upper(text) or text.islower()
    name = _recased(text, people) if one_case else text
    if name != text:
        issues.append(finding("NAME_CASE", "full_name", before=text, after=name))
    return name, tuple(
        " ".join(
            part
            for part in (each.honorific, capitalise(each.name) if one_case else each.name)
            if part
        )
        for each in people
    )


def _recased(text: str, people: tuple[NameParts, ...]) -> str:
    """Return a household's or a couple's name with its people capitalised and the rest small."""
    name = text.lower()
    for person in people:
        name = name.replace(person.name.lower(), capitalise(person.name), 1)
    return name[:1].upper() + name[1:]


def _honorific_and_sex(
    values: Mapping[str, Any], parts: NameParts, issues: list[Issue]
) -> tuple[str, Sex]:
    honorific, sex = parts.rank or parts.honorific, parts.sex
    raw = values.get("honorific", "")
    if raw:
        text, told, found = fields.read_honorific(plain_text(raw))
        issues += found
        honorific, sex = honorific or text, sex or told
    raw = values.get("sex", "")
    marked = _marked_sex(values)
    told = marked
    if raw:
        told, found = fields.read_sex(raw if isinstance(raw, str) else plain_text(raw))
        issues += found
    if told and sex and told != sex:
        issues.append(finding("SEX_CONFLICT", "sex"))
    return honorific, told or sex


def _marked_sex(values: Mapping[str, Any]) -> Sex:
    male, female = values.get("sex_male", ""), values.get("sex_female", "")
    if bool(male) == bool(female):
        return ""
    return "male" if male else "female"


def _birth(
    values: Mapping[str, Any], sex: Sex, today: date | None, issues: list[Issue]
) -> tuple[PartialDate, Sex]:
    """Read the date of birth; in the columns Nam and Nữ it also tells the sex."""
    found_sex = sex
    raw = values.get("birth", "")
    male, female = values.get("birth_male", ""), values.get("birth_female", "")
    if male or female:
        told: Sex = "male" if male else "female"
        if (male and female) or (sex and sex != told):
            issues.append(finding("SEX_CONFLICT", "sex"))
        else:
            found_sex = told
        raw = raw or male or female
    if raw == "" or raw is None:
        return NO_DATE, found_sex
    birth, found = fields.read_birth(raw, today)
    issues += found
    return birth, found_sex


def _post_and_unit(
    values: Mapping[str, Any], setting: Setting, issues: list[Issue]
) -> tuple[str, str]:
    post, found = fields.read_line(values.get("post", ""), "post")
    issues += found
    unit, found = fields.read_unit(values.get("unit", ""))
    issues += found
    if unit and setting.unit_word and not is_unit_name(unit):
        unit = f"{setting.unit_word} {unit}"
        issues.append(finding("UNIT_COMPLETED", "unit", value=unit))
    if "post_unit" in values:
        both, found = fields.read_line(values["post_unit"], "post")
        issues += found
        parts = fields.split_post_unit(both) if both else ("", "")
        if parts is None:
            post = post or both
            if not unit and not setting.unit:
                issues.append(finding("POST_UNIT_UNSURE", "unit", value=both[:60]))
        else:
            post, unit = post or parts[0], unit or parts[1]
    if not unit and setting.unit:
        unit = setting.unit
        issues.append(finding("UNIT_FROM_GROUP", "unit", value=unit))
    return post, unit


def _id_issues(number: str, sex: Sex, birth: PartialDate) -> Issues:
    """Compare an identity number softly with sex and year of birth."""
    if sex and birth.value and number[3:6] == _id_digits(sex, birth.value[:4]):
        return _NONE
    told, year = id_facts(number)
    found: list[Issue] = []
    if told and sex and told != sex:
        found.append(finding("ID_SEX", "id_number"))
    if year is not None and birth.year is not None and year != birth.year:
        found.append(finding("ID_YEAR", "id_number", year=year, birth=birth.year))
    return tuple(found)


@lru_cache(maxsize=512)
def _id_digits(sex: Sex, year: str) -> str:
    """Return the 4th to 6th digits that go with sex and year of birth."""
    return f"{2 * (int(year) // 100 - 19) + (sex == 'female')}{year[2:]}"

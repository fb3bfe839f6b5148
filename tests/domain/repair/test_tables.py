"""The tables against the system's iconv, byte by byte."""

from __future__ import annotations

import subprocess

import pytest

from thiduaqt.domain.repair import decoders


def _iconv(code: int, encoding: str) -> str:
    done = subprocess.run(
        ["iconv", "-f", encoding, "-t", "UTF-8"],
        input=bytes([code]),
        capture_output=True,
        check=True,
    )
    return done.stdout.decode()


# In front of "b" so that no letter is taken for the start of a name.
@pytest.mark.parametrize("code", [*range(0xA1, 0xB0), *range(0xB5, 0x100)])
def test_tcvn3_reads_every_byte_as_iconv_does(code: int) -> None:
    assert decoders.tcvn3("b" + chr(code)) == "b" + _iconv(code, "TCVN5712-1")


@pytest.mark.parametrize("code", range(0x80, 0x100))
def test_viscii_reads_every_byte_as_iconv_does(code: int) -> None:
    assert decoders.viscii(chr(code)) == _iconv(code, "VISCII")


# Written down from the sheet of keys that came with the VNI fonts.
@pytest.mark.parametrize(
    ("shown", "meant"),
    [
        ("aøaùaûaõaï aâaàaáaåaãaä aêaèaéaúaüaë", "àáảãạ âầấẩẫậ ăằắẳẵặ"),
        ("eøeùeûeõeï eâeàeáeåeãeä", "èéẻẽẹ êềếểễệ"),
        ("ìíæóò", "ìíỉĩị"),
        ("oøoùoûoõoï oâoàoáoåoãoä ôôøôùôûôõôï", "òóỏõọ ôồốổỗộ ơờớởỡợ"),
        ("uøuùuûuõuï ööøöùöûöõöï", "ùúủũụ ưừứửữự"),
        ("yøyùyûyõî ñÑ", "ỳýỷỹỵ đĐ"),
        ("AØ AÂ AÀ Aà EÄ Ô ÔÏ Ö ÖÙ Î Æ", "À Â Ầ Ầ Ệ Ơ Ợ Ư Ứ Ỵ Ỉ"),
    ],
)
def test_vni_reads_a_letter_and_its_mark(shown: str, meant: str) -> None:
    assert decoders.vni(shown) == meant


def test_a_reader_declines_what_its_font_cannot_show() -> None:
    assert decoders.tcvn3("Nguyễn") is None
    assert decoders.vni("Leê") is None
    assert decoders.viscii("Иван") is None
    assert decoders.utf8("Nguyễn") is None

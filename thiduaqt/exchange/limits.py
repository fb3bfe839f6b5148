"""Every limit of a bundle, in one place. Beyond them a file is not opened, whatever it claims."""

from __future__ import annotations

MIB = 1024 * 1024

FILE_BYTES = 64 * MIB
FILE_BYTES_SOFT = 20 * MIB
"""Mail gateways often stop here; the officer is told, nothing is refused."""

INFLATED_BYTES = 256 * MIB
ENTRY_BYTES = 128 * MIB
ENTRIES = 2_000
RATIO = 200
RATIO_FROM_BYTES = MIB
"""Small entries may shrink as much as they like."""

MANIFEST_BYTES = MIB
NOTE_BYTES = MIB
CONTENT_BYTES = 4 * MIB
ATTACHMENT_BYTES = 10 * MIB
LINE_BYTES = 256 * 1024
LINES = 200_000
JSON_DEPTH = 16
INTEGER_DIGITS = 18
NAME_CHARACTERS = 80
"""Length of the file name the program proposes."""

SIGNATURE_BYTES = 64

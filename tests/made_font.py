"""The smallest TrueType font that PDF readers accept: two glyphs, both a box as wide as a full-width character."""

from __future__ import annotations

import struct

UNITS = 1000


def box_font() -> bytes:
    """Write the tables that a font in a PDF needs (ISO 32000-1, 9.9), checksums left out."""
    tables = {
        b"glyf": _box() * 2,
        b"head": struct.pack(
            ">IIIIHHQQhhhhHHhhh", 0x10000, 0x10000, 0, 0x5F0F3CF5, 0, UNITS, 0, 0, 0, -120, 1000, 880, 0, 8, 2, 0, 0
        ),
        b"hhea": struct.pack(
            ">IhhhHhhhhhhhhhhhH", 0x10000, 880, -120, 0, UNITS, 0, 0, UNITS, 1, 0, 0, 0, 0, 0, 0, 0, 2
        ),
        b"hmtx": struct.pack(">HhHh", UNITS, 0, UNITS, 0),
        b"loca": struct.pack(">HHH", 0, len(_box()) // 2, len(_box())),
        b"maxp": struct.pack(">IHHHHHHHHHHHHHH", 0x10000, 2, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
    }
    out = struct.pack(">IHHHH", 0x10000, len(tables), 64, 2, len(tables) * 16 - 64)
    at = len(out) + 16 * len(tables)
    body = b""
    for name, content in tables.items():
        out += name + struct.pack(">III", 0, at + len(body), len(content))
        body += content + b"\x00" * (-len(content) % 4)
    return out + body


def _box() -> bytes:
    """Give one contour of four points."""
    head = struct.pack(">hhhhh", 1, 50, -100, 950, 800)
    points = struct.pack(">HH4B4h4h", 3, 0, 1, 1, 1, 1, 50, 900, 0, -900, -100, 0, 900, 0)
    return head + points + b"\x00" * (-len(head + points) % 4)

"""Width and variants are settled one character for one, and what stands for itself stays."""

from __future__ import annotations

from graphkit.normalise.characters import Settling
from graphkit.normalise.variants import variants


def test_each_character_has_its_settled_form_wherever_its_plane() -> None:
    table = variants()
    beyond = next(code for code in sorted(table) if code > 0xFFFF and table[code] != code)
    text = f"辦理(１２％);𠀀{chr(beyond)}办"
    assert Settling(table).settled(text) == f"办理（12%）；𠀀{chr(table[beyond])}办"


def test_widths_alone_leave_variants_as_they_are() -> None:
    assert Settling({}).settled("辦理(Ａ)") == "辦理（A）"

"""Raw words in, names as labels show them out; and the tests by which two names agree."""

from __future__ import annotations

import re

from graphkit.extract.scan import Scan
from graphkit.model.facts import Mention
from graphkit.normalise.characters import HAN
from graphkit.normalise.damage import LITTER
from graphkit.normalise.variants import simplified

_SPACE = re.compile(
    rf"(?<=[{HAN}0-9，。、；：“”‘’《》（）〔〕\[\]()])\s+|\s+(?=[{HAN}0-9，。、；：“”‘’《》（）〔〕\[\]()])|[\r\n]+"
)
_PAIRS = {"“": "”", "《": "》", "‘": "’", '"': '"'}


def label_of(raw: str) -> str:
    """Give the words as a label: no white space between Han or beside digits, no outer quotes, no `**`."""
    if raw.isalnum():
        return raw
    text = _SPACE.sub("", LITTER.sub("", raw).replace("**", "").strip())
    while len(text) > 2 and _PAIRS.get(text[0]) == text[-1] and text[0] not in text[1:-1]:
        text = text[1:-1]
    return text


def surface_label(scan: Scan, mention: Mention) -> str:
    """Give the label form of a mention's words, in simplified characters, which the rules are written in."""
    written = written_label(scan, mention)
    return simplified(written) if scan.has_variants else written


def written_label(scan: Scan, mention: Mention) -> str:
    """Give the label form of a mention's words as they are written."""
    document = scan.document
    return label_of(document.text[document.offsets.raw_slice(mention.start, mention.end)]) or mention.surface


def is_subsequence(short: str, long: str) -> bool:
    """Tell whether the characters of `short` stand in `long` in order."""
    rest = iter(long)
    return all(character in rest for character in short)


def shortens(short: str, name: str, scan: Scan) -> bool:
    """Tell whether a bare name is the end of a longer one, or the same function in short form."""
    if name.startswith("团") and name.endswith("委"):
        return False
    if len(short) < 3 or short == name:
        return bool(len(short) == 2 and len(name) > 2 and name.endswith(short) and not name.startswith(short))
    if name.endswith(short):
        return True
    functions = scan.gazetteer.functions
    return (
        short[-1] == name[-1]
        and short[:-1] in functions
        and is_subsequence(short, name)
        and any(form in name for form, function in functions.items() if function == functions[short[:-1]])
    )

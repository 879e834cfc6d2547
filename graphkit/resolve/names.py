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
_BLANK = re.compile(r"\s")
_PAIRS = {"“": "”", "《": "》", "‘": "’", '"': '"'}


def label_of(raw: str) -> str:
    """Give the words as a label: no white space between Han or beside digits, no outer quotes, no `**`."""
    if raw.isalnum():
        return raw
    text = (LITTER.sub("", raw) if "(" in raw or "（" in raw else raw).replace("**", "").strip()
    text = _SPACE.sub("", text) if _BLANK.search(text) else text
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


# Committees of the Youth League and of the democratic parties are no party committees (民盟某省委 is no 省委).
_OWN_COMMITTEES = ("团", "共青团", "民盟", "民革", "民建", "民进", "农工党", "致公党", "九三学社", "台盟")
# A kind word between a function and a name's last character ends another body: 国家林业和草原局 + 科技司 is no 草原司.
_KIND = re.compile("[局厅委部院司处]")


# What 集团公司 and 集团 stand for.
GROUP = ("集团公司", "集团")
CONCERN = re.compile("集团(?:股份|控股)?(?:有限)?(?:责任)?(?:公司)?$")


def is_subsequence(short: str, long: str) -> bool:
    """Tell whether the characters of `short` stand in `long` in order."""
    rest = iter(long)
    return all(character in rest for character in short)


def shortens(short: str, name: str, scan: Scan) -> bool:
    """Tell whether a bare name is the end of a longer one, or the same function in short form."""
    if name.startswith(_OWN_COMMITTEES) and name.endswith("委"):
        return False
    if short in GROUP and name not in GROUP and CONCERN.search(name) is not None:
        return True
    if len(short) < 3 or short == name:
        return bool(len(short) == 2 and len(name) > 2 and name.endswith(short) and not name.startswith(short))
    if name.endswith(short):
        return True
    functions = scan.gazetteer.functions
    if short[-1] != name[-1] or short[:-1] not in functions or not is_subsequence(short, name):
        return False
    own = functions[short[:-1]]
    forms = [form for form, function in functions.items() if function == own] if own.unique else [short[:-1]]
    return any(form in name and not _KIND.search(name, name.rindex(form) + len(form), len(name) - 1) for form in forms)

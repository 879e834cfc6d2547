"""Raw text in, the text that rules match on and its offset map out: the one door for characters.

Width, variants and noise are settled one code point for one; white space, page breaks inside a
word, emphasis marks and stray tags are dropped. The map leads every offset back to the raw text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from graphkit.model.text import OffsetMap
from graphkit.normalise.breaks import is_soft_break, wrap_width
from graphkit.normalise.damage import mended

HAN = "㐀-䶿一-鿿\uf900-\ufaff\U00020000-\U0003ffff"

_WIDTH: dict[int, int | str] = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF1A)}
_WIDTH |= {code: code - 0xFEE0 for code in (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_WIDTH |= {ord(half): full for half, full in {"(": "（", ")": "）", ";": "；", "!": "！", "?": "？"}.items()}
_WIDTH |= {
    ord("%"): "%",
    ord("％"): "%",
    ord("．"): ".",
    ord("﹒"): ".",
    ord("－"): "-",
    ord("〈"): "《",
    ord("〉"): "》",
}
_WIDTH |= {ord("丨"): "|"}
_WIDTH |= {ord("﹝"): "〔", ord("﹞"): "〕"}
_WIDTH |= {ord("﹙"): "（", ord("﹚"): "）", ord("［"): "[", ord("］"): "]", ord("「"): "“", ord("」"): "”"}

# Dropped wherever they stand: white space, zero-width characters, emphasis, tags, space entities.
_BLANK = r"\s\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060\ufeff"
_TAG, _ENTITY = r"[!/a-zA-Z][^<>\n]{0,300}>", "(?:emsp|ensp|nbsp|thinsp|#160|#12288);"
_HEADING = r"(?:(?<=^#)|(?<=\n#))#{0,5}\s"
# It opens with a class, so that the engine skips what is none; what the first character needs is asked behind it.
_NOISE = re.compile(
    rf"[{_BLANK}*<&#>](?:(?<=[{_BLANK}])|(?<=\*)\*|(?<=<){_TAG}|(?<=&){_ENTITY}|{_HEADING}|(?<=\n>)\s)"
    rf"(?:[{_BLANK}]|\*\*|<{_TAG}|&{_ENTITY}|#{_HEADING}|(?<=\n)>\s)*"
)
_NARROW_PUNCTUATION = re.compile(
    rf"[,:](?:(?<=[{HAN}”》）〕\]%A-Za-z0-9][,:])(?=[{HAN}“《（\s]|$)|(?<=[{HAN}”》）][,:])(?=[0-9A-Za-z]))"
)
# The year of a document's number between other marks: 国办发„2009‟3号, 某政<2009>3号.
_YEAR_MARKS = re.compile(r"[„〖『<](\d{4})[‟〗』>](?=第?\d)")
# Levels in a bracket within a bracket: （责任单位：各县〔市、区〕人民政府）.
_LEVEL_MARKS = re.compile("〔(?<=[省市县州区]〔)([省市县区州旗、]{1,8})〕")
# The brackets of a title within a title, typed as signs: 关于修改<某办法>的决定.
_ANGLES = re.compile(rf"<([{HAN}“][^<>\n]{{1,60}}[{HAN}）)”] ?)>")
# A full stop written as a point, where a text has no other; 一. opens an item.
_POINT = re.compile(
    rf"\.(?<=[{HAN}”》）%].)(?<![\n。；.][一二三四五六七八九十].)(?<!^[一二三四五六七八九十].)(?=[{HAN}“《（\"\s]|$)"
)
_FEWEST_POINTS = 2
_FIRST_PLANE = 0xFFFF
_SINGLE_BREAK = re.compile(r"[^\s][^\S\n]*\n[^\S\n]*[^\s]")
_FEWEST_LINES = 6
_BREAK = re.compile("[\n\r\u2028\u2029]|</p>|<br ?/?>")
# The indent of a paragraph whose line break was lost: …。　　二、….
_INDENT = re.compile(r"[^\S\n]{2}")
_ENDED = re.compile("[。：；！？][”’）》]?$")
_TAIL = 200
# Lines of a head, where a title that stands again is a line of its own.
_HEAD_LINES = 12


class Settling:
    """The widths and variants to settle; one pattern finds them, since most of a text stands for itself."""

    def __init__(self, variants: Mapping[int, int | str]) -> None:
        """Join the table of widths and the variants.

        `variants` maps code points of traditional or variant characters to the simplified ones, one to
        one (data/gazetteers/variants.tsv).
        """
        forms = (
            (chr(code), form if isinstance(form, str) else chr(form)) for code, form in {**_WIDTH, **variants}.items()
        )
        self._forms = {written: form for written, form in forms if written != form}
        # The engine compares what is beyond the first plane one by one, so that the class has all of it.
        first_plane = "".join(re.escape(written) for written in self._forms if ord(written) <= _FIRST_PLANE)
        self._unsettled = re.compile(f"[{first_plane}\U00010000-\U0010ffff]")

    def settled(self, text: str) -> str:
        """Give a text with each character in its settled form."""
        return self._unsettled.sub(lambda written: self._forms.get(written[0], written[0]), text)


def matched_text(raw: str, settling: Settling) -> tuple[str, OffsetMap]:
    """Give the matched text of `raw` and the map from its offsets to raw offsets."""
    settled = settling.settled(mended(raw))
    settled = _NARROW_PUNCTUATION.sub(lambda match: "，" if match[0] == "," else "：", settled)
    settled = _YEAR_MARKS.sub(r"〔\1〕", settled)
    settled = _LEVEL_MARKS.sub(r"（\1）", settled)
    settled = _ANGLES.sub(r"《\1》", settled)
    settled = _with_stops(_with_quotes(settled))
    pieces: list[str] = []
    runs: list[tuple[int, int]] = []
    length = 0
    for text, start in _pieces(settled):
        runs.append((length, start))
        pieces.append(text)
        length += len(text)
    return "".join(pieces), OffsetMap(runs or [(0, 0)])


def _with_stops(text: str) -> str:
    """Put 。 for the point that ends a text's sentences, where that is its way to end them."""
    if "." not in text or len(_POINT.findall(text)) < max(_FEWEST_POINTS, text.count("。") + 1):
        return text
    return _POINT.sub("。", text)


def _with_quotes(text: str) -> str:
    """Put “ and ” for straight quotes in turn; one that a line leaves open is closed in the next, or not at all."""
    if '"' not in text:
        return text
    lines = []
    is_open = False
    for line in text.split("\n"):
        parts = line.split('"')
        is_open = is_open and len(parts) % 2 == 0
        for part in parts[:-1]:
            lines.append(part + ("”" if is_open else "“"))
            is_open = not is_open
        lines.append(parts[-1] + "\n")
    return "".join(lines)[:-1]


def _is_spaced(text: str) -> bool:
    """Tell whether a blank line stands between all lines, so that it tells nothing of any."""
    return text.count("\n") >= _FEWEST_LINES and _SINGLE_BREAK.search(text) is None


def _pieces(settled: str) -> Iterator[tuple[str, int]]:
    """Iterate over what is kept, with its offset; a hard break keeps one line feed."""
    position = 0
    closed = 0
    width, is_spaced = wrap_width(settled), _is_spaced(settled)
    lines: set[str] = set()
    tail = ""
    for noise in _NOISE.finditer(settled):
        before = settled[position : noise.start()]
        if before:
            tail = (tail + before)[-_TAIL:]
            yield before, position
        position = noise.end()
        line_feed = _break_in(noise[0])
        if line_feed is None:
            if (
                noise.end() - noise.start() > 1
                and _INDENT.search(noise[0])
                and _ENDED.search(tail)
                and noise.end() < len(settled)
            ):
                yield "\n", noise.start()
                tail = ""
                closed += 1
            elif _is_word_gap(settled, noise):
                tail += " "
                yield " ", noise.start()
            continue
        if not tail:
            continue
        following = _line_at(settled, noise.end())
        if not following:
            continue
        is_full = width > 0 and noise.start() - settled.rfind("\n", 0, noise.start()) > width - 2
        is_blank = noise[0].count("\n") > 1 and not is_spaced
        is_again = closed <= _HEAD_LINES and following in lines
        if not is_again and is_soft_break(tail, following, blank_line=is_blank, opening=closed, is_full=is_full):
            continue
        lines.add(tail)
        yield "\n", noise.start() + line_feed
        tail = ""
        closed += 1
    if position < len(settled):
        yield settled[position:], position


def _break_in(noise: str) -> int | None:
    """Give where a line ends in noise; most of it is a line feed alone."""
    if noise[0] == "\n":
        return 0
    found = _BREAK.search(noise)
    return found.start() if found is not None else None


def _is_word_gap(settled: str, noise: re.Match[str]) -> bool:
    """Tell whether both neighbours are Latin letters or digits, so that a space must stay."""
    start, end = noise.span()
    if start == 0 or end == len(settled):
        return False
    beside = settled[start - 1] + settled[end]
    return beside.isascii() and beside.isalnum() and any(map(str.isspace, noise[0]))


def _line_at(settled: str, start: int) -> str:
    """Give the line that starts at `start`, without spaces, at most 200 characters."""
    end = settled.find("\n", start)
    line = settled[start : min(end, start + 400) if end >= 0 else start + 400]
    return "".join(line.replace("*", "").replace("\u200b", "").split())[:200]

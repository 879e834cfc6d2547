"""A place in a text in, how far a name reaches to the left of it out."""

from __future__ import annotations

import re
from functools import cache

from graphkit.extract.scan import Scan

# 和平, 和谐 and 和美乡村 are words; 和平安建设 is 和 and a word.
_HARMONY = re.compile("平(?![安台均凉顶原阴度])|谐|美乡村")
# 全市重大项目推进 + 工作专班第二次会议: what the group is for.
_GROUP_FOR = re.compile("(?:工作)?(?:专班|领导小组|指挥部|联席会议)第[一二三四五六七八九十0-9]+次")
_PAIRS = {"”": "“", "）": "（", "》": "《"}
_QUOTE_LIMIT = 40
# A short part in quotes or brackets inside a name; one that only holds a number is apart.
_OPENINGS = {"”": "“", "）": "（"}
_NUMERAL = re.compile("[一二三四五六七八九十0-9]{1,3}")


def walk_left(scan: Scan, position: int, stops: frozenset[str], *, limit: int, over_lists: bool = False) -> int:
    """Give the start of the name that ends at `position`.

    Quoted parts are stepped over whole, gazetteer functions and bodies too (so that 和 inside
    工业和信息化 does not stop); words of `stops`, and any character that is no part of a name, do.
    """
    text, drops, ending = scan.text, scan.drops, scan.units.ending
    floor = max(0, position - limit)
    last = _last_characters(stops)
    while position > floor:
        if (
            position in drops
            and scan.is_name_break(position)
            and (scan.document.offsets.gap_before(position) != 1 or scan.is_behind_tab(position))
        ):
            break
        known = scan.units.longest_ending(position, _WHOLE) if position in ending else None
        known = None if known is not None and _is_and_county(text, known.start, position) else known
        stop = _stop_length(text, position, stops) if text[position - 1] in last else 0
        if known is not None and position - known.start > max(stop, 1):
            position = known.start
            continue
        if stop:
            break
        character = text[position - 1]
        if character in _PAIRS:
            opening = text.rfind(_PAIRS[character], max(0, position - _QUOTE_LIMIT), position - 1)
            if opening < 0 or "\n" in text[opening:position]:
                break
            position = opening
            continue
        if not (character.isalnum() or character == "·" or (over_lists and character == "、")):
            break
        position -= 1
    return position


def _is_and_county(text: str, start: int, end: int) -> bool:
    """Tell 县政府党组会议和 + 县政府常务会议 from the county that is called 和县."""
    return text[start:end] == "和县" and start > 0 and text[start - 1].isalpha() and text[start - 1] not in "省市在到赴"


_WHOLE = frozenset({"function", "central", "region", "campaign"})


def _stop_length(text: str, position: int, stops: frozenset[str]) -> int:
    """Give the length of the longest stop word that ends at `position`, 0 for none."""
    for length in range(min(6, position), 0, -1):
        word = text[position - length : position]
        if word in stops and not _is_inside(text, position, word):
            return length
    return 0


def bracket_start(text: str, position: int) -> int | None:
    """Give the start of a short quoted or bracketed part that ends at `position`."""
    pair = _OPENINGS.get(text[position - 1])
    if pair is None:
        return None
    opening = text.rfind(pair, max(0, position - 14), position - 1)
    is_numeral = pair == "（" and _NUMERAL.fullmatch(text, opening + 1, position - 1) is not None
    is_apart = opening < 1 or is_numeral or text[opening - 1] == "讯"
    return None if is_apart or position - opening <= 2 else opening


@cache
def _last_characters(stops: frozenset[str]) -> frozenset[str]:
    return frozenset(word[-1] for word in stops)


def _is_inside(text: str, position: int, word: str) -> bool:
    """Tell 党的十九大 and 中华人民共和国 apart from stops of the same form."""
    before = text[max(0, position - len(word) - 4) : position - len(word)]
    is_of_kind = text.startswith("化", position) and len(word) > 1
    if is_of_kind or (word == "有" and before.endswith(("国", "私", "所", "共"))):
        return True
    if word == "对" and text.startswith("应对", position - 2) and before.endswith(("暨", "央", "暨应", "央应")):
        return True
    if word == "应" and text.startswith("对", position) and before.endswith(("暨", "央")):
        return True
    if _begins_word(text, position, word, before):
        return True
    return (word == "和" and before.endswith("人民共") and text.startswith("国", position)) or (
        word == "的" and before.endswith("党")
    )


def _begins_word(text: str, position: int, word: str, before: str) -> bool:
    """Tell whether a stop and what stands behind it are a word: 自 + 治, 和 + 平, 要 + 素, 主要 + 领导干部."""
    match word:
        case "自":
            return text.startswith(("治", "然", "主", "身", "愿", "来水"), position)
        case "要":
            is_main = before.endswith("主") and text.startswith("领导干部", position)
            return is_main or text.startswith("素", position)
        case "推进":
            return before.endswith("暨") or _GROUP_FOR.match(text, position) is not None
        case "和":
            return _HARMONY.match(text, position) is not None
        case _:
            return False

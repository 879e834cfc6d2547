"""A scene in, enumerated points out: runs of ordinals of one style that count from one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from graphkit.extract.lone_points import stands_alone
from graphkit.extract.scene import Enumeration, Item, Scene
from graphkit.model.text import SectionKind
from graphkit.normalise.numerals import numeral_value

_N = "[一二三四五六七八九十]{1,3}"
_LINE = "(?:(?<=\\n)|^)"
# Styles of numbering, each with the ordinal as its group; the order is the order of preference at one place.
_STYLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "是",
        re.compile(
            f"(?:(?<=[。；：，！”）])|(?<=明确|要求|强调|提出|部署|做到|各地|单位|部门|干部|人员|同志|上下|党员|系统|职工|员工|民警|干警|师生|学员|队员|成员|组织|支部|机关|企业|社区|街道)|(?<=\n)|^)"
            f"({_N})是[，：]?(?:要)?(?=[一-鿿“《0-9])"
        ),
    ),
    (
        "要",
        re.compile(f"(?:(?<=[。；：，！”）])|(?<=要求|强调|指出|各地|单位|部门)|(?<=\n)|^)({_N})要(?=[一-鿿“《0-9])"),
    ),
    ("、", re.compile(f"(?:(?<=\n)|^)({_N})、")),
    ("（）", re.compile(f"(?:(?<=\n)|^)（({_N})）")),
    (
        "（）inline",
        re.compile(
            f"(?<=[一-鿿：，])(?<!第)(?<!附件)（(一)）(?![项款类条、])|(?<=[。；）])（({_N})）|{_LINE}（(一)）(?=[^\n]*[。；]（二）)"
        ),
    ),
    ("1.", re.compile(r"(?:(?<=\n)|^)(\d{1,2})[.．、](?!\d)")),
    (
        "1.inline",
        re.compile(
            r"(?<=[：，])(1)[.．、](?=[一-鿿])|(?<=[。；])(\d{1,2})[.．、](?=[一-鿿])|"
            f"{_LINE}(1)[.．、](?=[一-鿿][^\n]*[。；]2[.．、][一-鿿])"
        ),
    ),
    ("（1）", re.compile(r"(?:(?<=\n)|^)（(\d{1,2})）(?=[一-鿿“《0-9])")),
    ("（1）inline", re.compile(r"(?<=[：，；。])（(\d{1,2})）(?=[一-鿿“《])")),
    ("①", re.compile("([①②③④⑤⑥⑦⑧⑨⑩])")),
    (
        "首先",
        re.compile("(?:(?<=[：，；。])|(?<=\n))(首先|其次|再次|第三|最后)(?:，|要(?=[一-鿿])|是(?:要)?(?=[一-鿿]))"),
    ),
    (
        "第",
        re.compile(
            f"(?:(?<=[。；：，])|(?<=\n)|^)第({_N})(?:(?:件(?:事)?|句(?:话)?|招|步|点|项)?[，、：]|(?:件(?:事)?|句(?:话)?|招|步|点|项)?(?:是要|要(?!求)|是)(?=[一-鿿]))"
        ),
    ),
    ("抓", re.compile(f"(?:(?<=[。；：，])|(?<=\n)|^)({_N})(?=[抓看查促建严保管治改][一-鿿]{{2,}})")),
    ("其", re.compile(f"(?:(?<=[。；：，])|(?<=\n)|^)其({_N})(?:[，、：]|是(?=[一-鿿]))")),
    ("1）", re.compile(r"(?:(?<=[。；：，])|(?<=\n)|^)(\d{1,2})）(?=[一-鿿“])")),
    ("一，", re.compile("(?:(?<=[。；：])|(?<=\n)|^)([一二三四五六七八九])，(?=[一-鿿])")),
    (
        "bare",
        re.compile(
            "(?<=[：；])([一二三四五六七八九])(?=(?![是要])[一-鿿]{2,12}[，：])|(?<=[：。])([一二三四五六七八九])(?=(?![是要])[一-鿿]{4,12}[。；])"
        ),
    ),
    ("●", re.compile("(?:(?<=\n)|^)([●◆■▲★○□◇►▶])(?=[一-鿿“])")),
    ("——", re.compile("(?:(?<=[：。；])|(?<=\n)|^)(——)(?=[一-鿿“]{2,20}[，。；])")),
    ("run-on", re.compile(f"(?<=[。：；）])({_N})、(?=[一-鿿])|{_LINE}(一)、(?=[一-鿿][^\n]*[。；]二、)")),
)
# 一是…；二要…: one run, whatever its points open with.
_MIXED = re.compile(
    f"(?:(?<=[。；：，！”）])|(?<=要求|强调|提出)|(?<=\n)|^)({_N})(?:是[，：]?(?:要)?|要(?!求))(?=[一-鿿“《0-9])"
)
# What a run of each style begins with; a text without it is not searched.
_FIRST: dict[str, tuple[str, ...]] = {
    "是": ("一是",),
    "要": ("一要",),
    "、": ("一、",),
    "（）": ("（一）",),
    "（）inline": ("（一）",),
    "1.": ("1.", "1．", "1、"),
    "1.inline": (
        *(f"{before}1{mark}" for before in "：，。" for mark in ".、"),
        *(f"{before}2{mark}" for before in "。；" for mark in ".．、"),
    ),
    "（1）": ("（1）",),
    "（1）inline": ("（1）",),
    "①": ("①",),
    "首先": ("首先，", "首先要", "首先是"),
    "第": ("第一，", "第一、", "第一要", "第一是", *(f"第一{count}" for count in "件句招步点项")),
    "抓": tuple(f"一{verb}" for verb in "抓看查促建严保管治改"),
    "其": ("其一",),
    "1）": ("1）",),
    "一，": ("：一，", "。一，", "\n一，"),
    "bare": ("：一", "；一"),
    "●": tuple("●◆■▲★○□◇►▶"),
    "——": ("——",),
    "run-on": ("。一、", "：一、", "）一、", "。二、", "；二、"),
}
# 重点抓好五项工作：甲；乙；…: as many parts as are announced, counted as they stand.
_COUNTED = re.compile(
    "(?P<count>[二两三四五六七八九十])(?:个方面|项|个|点|条|件|大)(?:重点|主要|具体|方面|的)*(?:工作|任务|要求|措施|举措|事项)(?:任务)?(?:分别)?(?:是|包括|如下)?："
)
_PART = re.compile("[^；。\n]+")
_SHORTEST_PART = 4
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
# Marks that count nothing: the points are counted as they stand.
_BULLETS = frozenset({*"●◆■▲★○□◇►▶", "——"})
_NEXT = frozenset({"首先", "其次", "再次", "第三", "最后"})
_HEADING_END = re.compile(
    "[，；。：！\n]|（[一二三四五六七八九十]{1,2}）|（(?:牵头|责任|配合|主办|协办|承办|完成)(?:单位|部门|科室|处室|股室|领导|人|时限|时间)"
)
_LEADING = re.compile("^(?:是要|要|是)")
# A date that belongs to the words before it, and a body that begins a sentence of its own.
_DATES_ON = re.compile("(?:[于在自从至到为每由按以的（]|每年|确保|力争|争取|截至|计划)$")
_ACTS = re.compile("[要应须将在对主负积根按结认]|(?<=[）部局])可")
# 提高政治站位 + 各地要深刻认识当前形势: who is asked begins the sentence that the heading runs into.
_GROUP_ASKED = re.compile(
    "(?<![对为向由请给与和及、令使让到促督导助])(?:请)?各(?:地区?|单位|部门|级[^，。；]{0,8}|有关[^，。；]{1,6}|乡镇|县区|学校|科室|企业|市州?|县市区)(?:都|均)?(?:要(?!求|素|点)|应当?(?!急)|须|必须|务必)"
)
_UNMARKED = frozenset({"是", "要"})
_ORDINALS = "一二三四五六七八九十"
_LIMIT = 400
_TOP = re.compile(f"{_N}、")
# A paragraph that opens with an ordinal of whatever style belongs to another point.
_OTHER = re.compile(
    f"{_N}[、是要]|（{_N}）|（\\d{{1,2}}）|\\d{{1,2}}[.．、](?!\\d)|[①②③④⑤⑥⑦⑧⑨⑩]|第{_N}[条章节，、]|附件"
)


def enumerations_in(scene: Scene) -> tuple[Enumeration, ...]:
    """Give the runs of points of a document, in order of their first marker; looked for once."""
    if scene.enumerations is None:
        scene.enumerations = tuple(_enumerations(scene))
    return scene.enumerations


def _enumerations(scene: Scene) -> list[Enumeration]:
    found: list[Enumeration] = []
    for style, pattern in _STYLES:
        if scene.scan.has_any(_FIRST[style]):
            found.extend(_runs(scene, style, pattern))
    if "一是" in scene.text or "一要" in scene.text:
        mixed = [run for run in _runs(scene, "是", _MIXED) if _is_mixed(scene, run)]
        taken = {item.marker for run in mixed for item in run.items}
        found = [*mixed, *(run for run in found if run.items[0].marker not in taken)]
    found.extend(_counted(scene))
    found.sort(key=lambda enumeration: enumeration.items[0].marker)
    return found


def _counted(scene: Scene) -> Iterator[Enumeration]:
    """Iterate over the lists whose parts bear no number, where as many follow as the words before them say."""
    for lead in scene.scan.matches(_COUNTED):
        section, sentence = scene.scan.section_at(lead.start()), scene.scan.sentence_at(lead.end() - 1)
        if section is None or section.kind is not SectionKind.BODY:
            continue
        parts = list(_PART.finditer(scene.text, lead.end(), min(sentence.end, section.end)))
        count = numeral_value(lead["count"].replace("两", "二"))
        is_plain = all(len(part[0]) >= _SHORTEST_PART and _OTHER.match(part[0]) is None for part in parts)
        if count is not None and len(parts) == int(count) and is_plain:
            items = (Item(order, part.start(), part.start(), part.end()) for order, part in enumerate(parts, 1))
            yield Enumeration("counted", section.article, tuple(items))


def _is_mixed(scene: Scene, run: Enumeration) -> bool:
    """Tell whether some points of a run open with 是 and some with 要 alone (一是…；二要…)."""
    return len({"是" in scene.text[item.marker : item.start] for item in run.items}) > 1


def _runs(scene: Scene, style: str, pattern: re.Pattern[str]) -> Iterator[Enumeration]:
    """Cut the markers of one style into runs 1, 2, 3 … inside one article and one office's item."""
    run: list[tuple[int, re.Match[str]]] = []
    place: tuple[int, int] | None = None
    for match in scene.scan.matches(pattern):
        section = scene.scan.section_at(match.start())
        if section is None or section.kind not in {SectionKind.BODY, SectionKind.NOTE}:
            continue
        owner = scene.owners.get(section.start)
        here = (section.article, owner.start if owner is not None else -1)
        ordinal = _ordinal(match[match.lastindex or 1], len(run))
        if run and here == place and ordinal == run[-1][0] + 2 and style in _UNMARKED:
            run.extend(_unmarked(scene, style, run[-1], match.start()))
        if run and here == place and ordinal == run[-1][0] + 1:
            run.append((ordinal, match))
            continue
        yield from _closed(scene, style, run)
        run = [(1, match)] if ordinal == 1 else []
        place = here
    yield from _closed(scene, style, run)


def _unmarked(
    scene: Scene, style: str, last: tuple[int, re.Match[str]], end: int
) -> Iterator[tuple[int, re.Match[str]]]:
    """Give the one point between two that no mark parts from the words before it (一是…底线思维二是…。三是…)."""
    word = _ORDINALS[last[0]] if last[0] < len(_ORDINALS) else "〇"
    found = list(re.finditer(f"(?<=[一-鿿])({word}){style}(?=[一-鿿]{{2}})", scene.text[last[1].end() : end]))
    pattern = re.compile(f"({word}){style}")
    if len(found) == 1 and (match := pattern.match(scene.text, last[1].end() + found[0].start())) is not None:
        yield last[0] + 1, match


def _ordinal(word: str, before: int) -> int:
    """Give what a marker counts; 其次, 再次 and 最后 count on from the points before them."""
    if word in _NEXT:
        return before + 1
    if word in _BULLETS:
        return before + 1
    if word in _CIRCLED:
        return _CIRCLED.index(word) + 1
    value = numeral_value(word)
    return int(value) if value is not None else 0


def _closed(scene: Scene, style: str, run: list[tuple[int, re.Match[str]]]) -> Iterator[Enumeration]:
    """Make an enumeration of a run of two or more, or of a point that stands alone where others are announced."""
    if len(run) < 2 and not (run and stands_alone(scene, style, run[0][1])):
        return
    items = []
    for index, (ordinal, match) in enumerate(run):
        limit = run[index + 1][1].start() if index + 1 < len(run) else _end_of_last(scene, [one for _, one in run])
        end = len(scene.text[match.end() : limit].rstrip()) + match.end()
        if end > match.end():
            items.append(Item(ordinal, match.start(), match.end(), end))
    section = scene.scan.section_at(run[0][1].start())
    if len(items) == len(run) and section is not None:
        yield Enumeration(style, section.article, tuple(items))


def _is_one_paragraph(scene: Scene, point: re.Match[str], following: re.Match[str]) -> bool:
    """Tell whether no paragraph stands between two points."""
    section = scene.scan.section_at(following.start())
    before = scene.scan.section_before(section) if section is not None else None
    return before is not None and before.start <= point.start()


def _end_of_last(scene: Scene, run: list[re.Match[str]]) -> int:
    """Give where the last point ends: its paragraph; for headed points, the last body paragraph before the foot.

    Where each point before is one paragraph, the last is one, too.
    """
    first, match = run[0], run[-1]
    section = scene.scan.section_at(match.start())
    is_lone_heading = len(run) == 1 and _TOP.match(match[0]) is not None
    if section is None or section.start != match.start() or (first.start() == match.start() and not is_lone_heading):
        return section.end if section is not None else len(scene.text)
    if not is_lone_heading and all(_is_one_paragraph(scene, one, following) for one, following in pairwise(run)):
        return section.end
    end = section.end
    for following in scene.scan.document.sections:
        if following.start <= section.start:
            continue
        if (
            following.kind is not SectionKind.BODY
            or following.article != section.article
            or following.start in scene.owners
        ):
            break
        if end - match.end() > _LIMIT or _OTHER.match(scene.text, following.start):
            break
        end = following.end
    return end


def _subject_after(scene: Scene, item: Item, start: int, end: int) -> int:
    """Give where a heading ends that runs on into its sentence without a mark (scans): before 各… or a date."""
    for mention in scene.within(item.start + start + 4, item.start + end):
        if mention.kind == "Date" and _DATES_ON.search(scene.text, item.start, mention.start) is None:
            return mention.start - item.start
        if mention.surface.startswith("各") and _ACTS.match(scene.text, mention.end):
            return mention.start - item.start
    asked = _GROUP_ASKED.search(scene.text, item.start + start + 4, item.start + end)
    return asked.start() - item.start if asked is not None else end


def heading_of(scene: Scene, item: Item) -> tuple[str, int]:
    """Give a point's heading and where it ends: the text up to the first mark, a leading 要 or 是要 left out."""
    words = scene.text[item.start : item.end]
    lead = _LEADING.match(words)
    start = lead.end() if lead is not None and len(words) > lead.end() else 0
    mark = _HEADING_END.search(words, start)
    end = mark.start() if mark is not None else len(words)
    end = min(end, _subject_after(scene, item, start, end))
    return words[start:end], item.start + end


def follows_bullet(scene: Scene, first: Item) -> bool:
    """Tell whether the paragraph over a run of bullets opens with one: then all are items of a bulletin alike."""
    here = scene.scan.section_at(first.marker)
    above = scene.scan.section_before(here) if here is not None else None
    return scene.scan.opens_item(above)

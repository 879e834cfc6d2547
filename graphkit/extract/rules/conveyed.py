"""A verb of relaying in, what it relays out: the meetings and policies listed behind it or put before it."""

from __future__ import annotations

import re

from graphkit.extract.scene import Scene
from graphkit.model.facts import Mention

_FRONTED = re.compile(
    "(?:将|把|对|就|[作做]了?|围绕|抓好|做好|推进|抓实)(?:(?:全国|自治区|全?[省市县区])(?:、|和|与)?)*$"
)
_OTHERS_DO = re.compile("督促|指导|要求|帮助|动员")
_LINK = re.compile(
    "(?:等)?(?:的)?(?:会议)?(?:主要)?(?:精神|内容|讲话|部署|要求|文件)?(?:及时|第一时间|逐级|逐条|认真|原原本本|全文|进行|进行了|作了|作|专题|集中|深入|组织|开展|全面|迅速|再|的)*"
)
# 贯彻党的二十大精神的开局之年 tells of a year, 关于贯彻…精神的意见 of a paper.
_NOUN = re.compile(
    "(?:会议)?精神(?:的)?(?:有关|相关|落实|工作)*情况(?![列纳作])|(?:成果|共识|宣言)|(?:会议)?精神(?:的(?!热潮|高潮|浪潮|同时|基础上|(?:具体|工作|有关|相关|贯彻|落实)*(?:措施|举措|办法|意见|思路|方案|路径))|[^，。；、]{0,6}之[年际])"
)
_WITH_FORCE = re.compile("传达|重温|研读|学习|贯彻|落实|学[了完过]")
_OBJECT_REACH = 220
_LOOSE, _TIGHT = 30, 12
# 传达学习…重要讲话精神，以及A会议和B会议精神: what stands between is listed, too.
_LISTED_WITH = re.compile(
    "(?:会议)?(?:精神)?(?:、|和|及|以及)?[^。；]{2,110}(?:精神|指示|批示|论述|讲话|文件|通报|通知|贺电|贺信|回信)[》”]?(?:、|，?(?:以及|和|及|并))(?:(?:传达|学习|中央、?|全国、?|省委、|[0-9]{1,2}月[0-9]{1,2}日)*|[^，。；、在]{2,20}在(?:[0-9]{1,2}月[0-9]{1,2}日)?|[一-鿿]{2,8}(?=《))[《“]?"
)
_COMMA = re.compile(
    "[》”]?(?:会议)?(?:[上时][^，。；]{0,20})?(?:精神)?，(?!研究|听取|审议|部署|总结|通报|分析|安排|并|就|对|要求|强调|宣读|观看|讨论|交流)[^，。；]{0,40}"
)
_CONVEYED = re.compile(
    "》|[”]?(?:等)?(?:会议)?精神|上(?:的|所?作的?|发表的)[^，。；]{0,12}(?:精神|讲话|报告)|[上时]关于[^，。；]{2,40}(?:精神|讲话)|时的[^，。；]{0,12}(?:精神|讲话)"
)
# A精神，总书记考察某地时的讲话精神，B精神: what stands between is relayed, too, though it names no meeting.
_SERIES = re.compile(
    "[》”]?(?:会议)?(?:[上时][^，。；]{0,20})?(?:重要)?(?:讲话)?(?:精神)?(?:，[^，。；]{4,60}(?:精神|指示|批示|论述|讲话|回信|贺信|文章)){1,4}，[^，。；]{0,40}"
)
# 迅速贯彻落实：一是召开局务会…: what is held is not what is put into practice; 6月3日召开的全省会议 is.
_HELD_BETWEEN = re.compile("：[^，。；]{0,12}?(?:召开|举行|举办)了?(?!的)[^，。；]{0,12}$")
_SAID_BETWEEN = re.compile("，(?:并|还)?(?:要求|强调|指出|提出|认为)")
# 传达学习A会议精神，印发《乙方案》: the paper is issued, not relayed; 制定的《乙方案》 is an older one.
_ISSUED_BETWEEN = re.compile(
    "(?:[，、；]|并|精神和|精神及)(?:还|已|又|同时|随后|及时|迅速|专门|研究|讨论){0,3}(?:制定|印发|出台|下发|编制|起草|修订|发布|公布){1,2}(?:了|实施)?(?![的了])"
    "(?![^《]{0,6}的《)[^，。；]{0,30}$"
)
# 关于“充分认识实施《…》的意义”的讲话: what a speech was on is not what is relayed.
_WITHIN_QUOTES = re.compile("“[^”]{2,}$")
# 传达了总书记…重要论述，+ 甲在乙会议上的讲话精神: the meeting is listed behind what names none.
_FIRST_BEHIND = re.compile(
    "(?:了)?[^，。；]{2,80}(?:精神|指示|批示|论述|讲话|文章|回信|贺信|贺电)，(?!研究|听取|审议|部署|总结|通报|分析|安排|并|就|对|要求|强调|宣读|观看|讨论|交流|围绕|结合|按照|根据)[^，。；]{0,40}"
)
# 学习了县委书记甲，县委常委、组织部长乙在 + 丙会上的讲话精神: who spoke stands between.
_SPEAKERS = re.compile("了?(?:[一-鿿、]{4,20}，){1,2}[一-鿿、]{4,20}在(?:[0-9]{1,2}月[0-9]{1,2}日)?")
# A精神；甲在 + B会议上的讲话精神: who speaks in the next part of a list relays nothing.
_NEXT_SPEECH = re.compile(
    "[》”]?(?:会议)?(?:上[^，。；]{0,20})?(?:重要)?(?:讲话)?(?:精神|要求)；(?:[省市县区州]委|[省市县区州]政府)?[一-鿿]{0,8}?[一-鿿]{2,4}(?:书记|[省市县区州]长|主任|主席|部长|[局厅]长)?在(?:[0-9]{1,2}月[0-9]{1,2}日)?"
)
# A精神，+ B会议、C会议精神; A精神，甲在 + B会议、在C班上的讲话精神: the next part of the list is itself a run.
_NEXT_RUN = re.compile("(?:会议)?精神，(?:[^，。；、]{2,20}在)?")
_BETWEEN_CONVEYED = frozenset({"", "，", "、", "和", "及", "以及", "、在", "和在", "，在"})
_NEXT_LISTED = re.compile("[》”]?(?:会议)?(?:精神|部署要求|部署|要求)?(?:、|，?以及|和|及|暨)[^，。；]{0,80}")


def objects_after(scene: Scene, verb: str, start: int, end: int) -> list[Mention]:
    """Give the meetings and policies listed after a verb, up to the end of the clause."""
    found: list[Mention] = []
    position = start
    for mention in scene.within(start, min(end, start + _OBJECT_REACH), "Meeting", "Policy"):
        gap = scene.text[position : mention.start]
        if _WITHIN_QUOTES.search(gap):
            continue
        if (
            _SAID_BETWEEN.search(gap)
            or (not found and _HELD_BETWEEN.search(gap))
            or (found and _ISSUED_BETWEEN.search(scene.text, position, mention.start))
        ):
            break
        is_near = "，" not in gap and "；" not in gap and len(gap) <= (_TIGHT if found else _LOOSE)
        is_listed = bool(found) and _NEXT_LISTED.fullmatch(gap) is not None
        is_listed = is_listed or (bool(found) and _is_next_clause(scene, gap, mention, end))
        is_listed = is_listed or (bool(found) and gap == "，" and _ends_conveyed(scene, mention, end))
        is_listed = is_listed or _LISTED_WITH.fullmatch(gap) is not None
        if not is_near and not is_listed and not _is_first_behind(scene, gap, mention, has_first=bool(found)):
            break
        found.append(mention)
        position = mention.end
    if found and _NOUN.match(scene.text, found[-1].end):
        return []
    if found and found[0].kind == "Policy" and not _WITH_FORCE.search(verb):
        return []
    is_numbered = len(found) > 1 and found[-1].rule == "document-number"
    if (
        found
        and not is_numbered
        and not re.search("精神|讲话|部署|要求|》|决定|任务|背景|内容", scene.text[found[-1].end : found[-1].end + 14])
    ):
        return [] if all(m.kind == "Policy" for m in found) else found
    return found


def _is_next_clause(scene: Scene, gap: str, mention: Mention, end: int) -> bool:
    """Tell whether a list of what is conveyed goes on behind a comma (A精神，甲在B会议上的讲话精神，《意见》)."""
    if not any(between.fullmatch(gap) is not None for between in (_COMMA, _SERIES, _NEXT_SPEECH)):
        return False
    is_run = _NEXT_RUN.fullmatch(gap) is not None and _ends_conveyed(scene, mention, end)
    return is_run or _CONVEYED.match(scene.text, mention.end) is not None


def _is_first_behind(scene: Scene, gap: str, mention: Mention, *, has_first: bool) -> bool:
    """Tell whether the first thing named stands behind something relayed that names none."""
    if has_first or mention.kind != "Meeting":
        return False
    behind = _FIRST_BEHIND.fullmatch(gap) or _SPEAKERS.fullmatch(gap)
    return behind is not None and _CONVEYED.match(scene.text, mention.end) is not None


def _ends_conveyed(scene: Scene, first: Mention, end: int) -> bool:
    """Tell whether meetings that commas alone part end with what is conveyed of all (A推进会，B例会，C会议精神)."""
    position = first.start
    for mention in scene.within(first.start, end, "Meeting"):
        if scene.text[position : mention.start] not in _BETWEEN_CONVEYED:
            return False
        if _CONVEYED.match(scene.text, mention.end):
            return True
        position = mention.end
    return False


def objects_before(scene: Scene, start: int, verb: int) -> list[Mention]:
    """Give the meetings that 将, 把 or 对 puts before the verb (将全省会议精神传达到每名干部)."""
    found = scene.within(start, verb, "Meeting", "Policy")
    if found and _OTHERS_DO.search(scene.text, start, found[0].start):
        return []
    if not found or not _FRONTED.search(scene.text[start : found[0].start].rstrip("《“")):
        return []
    return found if _LINK.fullmatch(scene.text[found[-1].end : verb].lstrip("》”")) else []

"""Meeting and campaign mentions in, drafts out: identity inside one document (vocabulary.md, IRIs)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from operator import attrgetter

from graphkit.extract.counted_sittings import whole_name
from graphkit.extract.scan import Scan
from graphkit.extract.scene import Draft
from graphkit.model.facts import Mention
from graphkit.model.text import Section, SectionKind
from graphkit.resolve.drafts import Drafts
from graphkit.resolve.earlier_meetings import EarlierMeetings
from graphkit.resolve.meeting_holders import government_of_officer
from graphkit.resolve.meeting_names import is_same_meeting, lacks_scope, names_fuller, plain
from graphkit.resolve.names import is_subsequence, surface_label

_PLENUM = re.compile(
    "(?P<body>中共|党的)?(?P<session>(?:十[一二三四五六七八九]?|二十)届)(?P<number>[一二三四五六七八九]中)(?:全会)?$"
)
_CONGRESS = re.compile(
    "(?P<place>[一-鿿]{0,8}?[省市县区州旗]委?)?(?P<rest>第?(?P<count>[一二三四五六七八九十]+)次(?:党代会|党员?代表大会))$"
)
# 十九大, of the party, whatever it is called by.
_PARTY_CONGRESS = re.compile("(?:中共|党的)?(?:十[一二三四五六七八九]?|二十)大")
_CONJUNCT = re.compile("(?P<number>[一二三四五六七八九]中|[一二三四五六七八九十百]+次)(?:全会|全体会议)?$")
_COMMITTEE = re.compile(
    "(?P<body>.*委)第?(?P<session>[一二三四五六七八九十]+届)(?:委员会)?第?(?P<number>[一二三四五六七八九十]+次)"
    "(?:全会|全体(?:（扩大）)?会议|全体\\（扩大\\）会议)?$"
)
_NUMBERED = "第?[一二三四五六七八九十百零〇0-9]+"
_SESSION = re.compile(
    f"(?:[一-鿿]{{2,12}}?)?(?:{_NUMBERED}届)?[一-鿿]{{0,12}}?(?:人民代表大会|人大|政协|政治协商会议)(?:常务委员会|常委会)?(?:[一-鿿]{{0,8}}委员会)?"
    f"(?:{_NUMBERED}届)?(?:委员会)?{_NUMBERED}次(?:全体)?会议"
)
_COUNT = re.compile(f"{_NUMBERED}届(?:委员会)?|{_NUMBERED}次(?:全体)?会议$")
_STANDING = re.compile(
    f"^(?:20[0-9]{{2}}年)?(?:{_NUMBERED}届)?(?:{_NUMBERED}次)?(?:常务|党组|党委|常委会|主席|主任)(?:（扩大）)?会议$"
)
# 省、市总河长会议: the last level's meeting has a name of its own.
_LEVELS = re.compile("(?:20[0-9]{2}年度?)?(?:国家、|中央、)?(?:全?[省市州区]、)+(?=全?[市县区州旗])")
_COUNTED = re.compile(f"{_NUMBERED}[届次]")
# 甲省政府党组会议和 + 常务会议: of the same government.
_PARTY_MEETING = re.compile(f"(?P<body>[一-鿿]{{0,8}}政府)党组(?:{_NUMBERED}次)?(?:（扩大）)?会议?")
# The committee of whichever place is told of: 市委 + 常委会扩大会议.
_OF_LEVEL = re.compile("[省市县区州旗]委(?=常委)")
_CONSULTATION = ("政协", "中国人民政治协商会议")
# What a session is of where no place is told.
_NO_BODY = frozenset({"人民代表大会", "人民代表大会常务委员会"})
# Meetings that every body holds, again and again.
_OF_ONE_BODY = re.compile(
    "(?:[局厅院处县市区镇乡校行]长|主任|局|厅|委|部|院|校|中心|机关|全局|全体|专题|党员|干部|职工|在职)*(?:党组|党委|党支部|支部|局务|厅务|办公|常务|理论学习|中心组|班子|干部|职工|党员|全体)+"
    "(?:（扩大）|学习|专题|扩大|中心组|干部|职工|党员)*(?:会议|会|大会)"
)
# A government holds 常务会议, whichever of the chair's posts stands before it (县委副书记、县长甲主持召开…常务会议).
_COMMITTEE_OF = re.compile("([省市县区州旗])委$")
# 省政协委员甲主持召开…: a congress that is only named in its member's post holds nothing.
_MEMBER_OF = re.compile("(?:政协|人大)(?:委员|代表)")
_OFFICER = re.compile("[局厅院处县市区镇乡校行][长务]")
_TELLING = 8
# 我市防汛工作会议 is 全市防汛工作会议.
_OURS = re.compile("我[省市县区州旗](?![委政人])")
_BY_LEVEL = re.compile("[省市县区州旗](?![委政人])")
_PLACE = re.compile("(?:20[0-9]{2}年)?[一-鿿]{1,6}$")
_SHORTEST = 5
_THAT = re.compile("(?:主持了?|(?:出席|参加)了?|本次|此次|这次)$")
_LINE = 50
_HELD_BEHIND = re.compile("(?:[在于][^，。；]{1,12})?(?:召开|举行|开幕)")
_LIKE = 8
_RELAYS_NEXT = re.compile("(?:暨[^，。；]{2,30})?，[^，。；]{0,8}?(?:传达|学习|贯彻|落实)")
_RELAYS = re.compile("(?:会议|会上)[，]?(?:还|首先|集中|认真|专题|深入|全面|主要)*(?:传达|学习|贯彻|落实)")
_START = attrgetter("start")
_HELD = re.compile("召开|举行|举办|召集")
_LINES_BELOW = 4
_QUOTED = re.compile("“([^”]+)”")
_TAIL = re.compile("(?:系列活动|主题活动|活动|工作)$")


def session_body(name: str) -> str | None:
    """Give the body whose session a meeting is, by its name (第十四届全国人民代表大会第二次会议)."""
    body = _COUNT.sub("", name) if _SESSION.fullmatch(name) else None
    if body is not None and body.startswith(_CONSULTATION) and not body.endswith(("会", "会议")):
        return f"{body}委员会"  # 政协某县第九届委员会
    return None if body in _NO_BODY else body


class EventLinker:
    """Gathers mentions of one meeting, and of one campaign."""

    def __init__(
        self, scan: Scan, mentions: list[Mention], drafts: Drafts, owners: Mapping[int, Mention] | None = None
    ) -> None:
        """Take the mentions in the order of the text, and whose item each section is."""
        self._owners = owners or {}
        self.settings: dict[str, tuple[int, int | None]] = {}
        self.scan = scan
        self.mentions = mentions
        self.drafts = drafts
        self._told = EarlierMeetings()
        self.meetings = self._told.all
        self._titles: dict[str, tuple[Section, Mention]] = {}
        self.campaigns: dict[str, Draft] = {}
        self._held: set[str] = set()
        self._titled: set[str] = set()
        self._last_held: tuple[str, int] = ("", -1)
        self._last_session: tuple[str, str] | None = None
        # 省委全会 means 省委十二届八次全会 where that is the only one told of.
        self._plenums: dict[str, set[str]] = {}
        for named in (_COMMITTEE.match(m.surface) for m in mentions if m.kind == "Meeting"):
            if named is not None:
                full = f"{named['body']}{named['session']}{named['number']}全会"
                for short in (named["body"], f"{named['session']}{named['number']}"):
                    self._plenums.setdefault(short, set()).add(full)
        # 十三次党代会 means 省第十三次党代会 where that is the only one told of.
        self._congresses: dict[str, dict[str, str]] = {}
        for congress in (_CONGRESS.match(m.surface) for m in mentions if m.kind == "Meeting"):
            if congress is not None and congress["place"]:
                place = congress["place"].removesuffix("委")
                self._congresses.setdefault(congress["count"], {}).setdefault(place, congress[0])

    def link(self) -> dict[int, str]:
        """Give mention start → draft id for all meeting and campaign mentions."""
        linked: dict[int, str] = {}
        longest_first = sorted(
            (m for m in self.mentions if m.kind == "Campaign"), key=lambda m: (-len(m.surface), m.start)
        )
        for mention in longest_first:
            linked[mention.start] = self._campaign(mention).id
        for mention in self.mentions:
            if mention.kind == "Meeting":
                linked[mention.start] = self._meeting(mention).id
        return linked

    def _meeting(self, mention: Mention) -> Draft:
        """Find the earlier meeting that this is, or make it; two bodies' 党组会 are two meetings."""
        surface = surface_label(self.scan, mention)
        counted = whole_name(self.scan.text, mention.start, mention.end)
        names = list(dict.fromkeys((counted, surface))) if counted is not None else self._only_plenum(surface)
        names = names or _of_levels(surface) or self._completed(mention, surface)
        is_own = _OF_ONE_BODY.fullmatch(mention.surface) and self._government_beside(mention) is None
        whose = self._whose(mention) if is_own else None
        is_common = whose is not None or _OF_LEVEL.match(surface) is not None
        plained = dict.fromkeys(plain(one) for name in names for one in (name, self._at_home(name)))
        opens = self._opens_item(mention)
        relaying, placed = self._relaying(mention), self._placed(surface)
        for draft in self._told.that_may_be(plained):
            if whose is not None and self.settings.get(draft.id, whose) != whose:
                continue
            if is_common and names[0] != surface and _is_of_another(draft, names[0], surface):
                continue
            if draft.id in relaying and names[0] not in draft.names:
                continue
            is_same = self._told.is_called(draft, plained) or is_same_meeting(names[0], draft.names[0])
            is_told = opens and draft.id in self._titles and self._is_told_below(draft, mention, surface)
            is_short = self._is_titled(draft, names[0]) or self._is_that(draft, mention, surface)
            if is_same or is_told or is_short or draft is placed:
                for name in (*names, surface):
                    draft.add_name(name)
                self._told.call(draft, (*plained, plain(surface)))
                return self._noted(draft, mention)
        draft = self._noted(self.drafts.new("Meeting", names[0]), mention)
        for name in (*names[1:], surface):
            draft.add_name(name)
        self._told.call(draft, (*plained, plain(surface)))
        section = self.scan.section_at(mention.start)
        if section is not None and "。" not in self.scan.text[section.start : section.end]:
            self._titles[draft.id] = (section, mention)
        if whose is not None:
            self.settings[draft.id] = whose
        return draft

    def _at_home(self, name: str) -> str:
        """Give a name that opens with the home place as bodies there write it: 甲市工作会议 is 全市工作会议."""
        if _OURS.match(name):
            return f"全{name[1:]}"
        home = self.scan.home_region
        if home is None or not name.startswith(home.name):
            return name
        return f"全{home.name[-1]}{name[len(home.name) :]}"

    def _is_told_below(self, draft: Draft, mention: Mention, surface: str) -> bool:
        """Tell whether the first sentence names in full the meeting that the line above it, the title, names."""
        title, first = self._titles[draft.id]
        here = self.scan.section_at(mention.start)
        if here is None or title is here or title.article != here.article:
            return False
        called = surface_label(self.scan, first)
        is_fuller = names_fuller(surface, called) or self._is_scoped(called, mention, surface)
        if not _is_next(self.scan, title, here) or not is_fuller:
            return False
        holders = {self._holder_before(one) for one in (first, mention)} - {None}
        return len(holders) < 2 or is_subsequence(*sorted(map(str, holders), key=len))

    def _is_scoped(self, called: str, mention: Mention, surface: str) -> bool:
        """Tell whether a title has the scope that the text leaves out, of the level of the place told of."""
        told = self._holder_before(mention) or self.scan.text[max(0, mention.start - _TELLING * 2) : mention.start]
        return lacks_scope(called, surface, told)

    def _is_that(self, draft: Draft, mention: Mention, surface: str) -> bool:
        """Tell whether a meeting is the last that was held, called by its last words (甲主持了学习报告会)."""
        is_meant = _THAT.search(self.scan.text, max(0, mention.start - _TELLING), mention.start) is not None
        return is_meant and draft.id == self._last_held[0] and draft.names[0].endswith(surface)

    def _placed(self, surface: str) -> Draft | None:
        """Give the one meeting whose name only has the place that a name of its level leaves out (州教育大会)."""
        if not _BY_LEVEL.match(surface) or len(surface) < _SHORTEST:
            return None
        whole = [one for one in self.meetings if any(_is_placed(name, surface) for name in one.names)]
        return whole[0] if len(whole) == 1 else None

    def _opens_item(self, mention: Mention) -> bool:
        """Tell whether a meeting is told of as held in the first sentence of a paragraph."""
        here, sentence = self.scan.section_at(mention.start), self.scan.sentence_at(mention.start)
        is_first = here is not None and sentence.start == here.start
        return is_first and _HELD.search(self.scan.text, sentence.start, sentence.end) is not None

    def _noted(self, draft: Draft, mention: Mention) -> Draft:
        """Note which meetings the text tells of as held, and which the document's title names."""
        text = self.scan.text
        if _HELD_BEHIND.match(text, mention.end) or text.endswith(("召开", "举行", "召开了"), 0, mention.start):
            self._held.add(draft.id)
            self._last_held = (draft.id, mention.end)
        section = self.scan.section_at(mention.start)
        line = text[section.start : section.end] if section is not None else ""
        if self.scan.is_in(mention.start, SectionKind.TITLE) or (0 < len(line) < _LINE and "。" not in line):
            self._titled.add(draft.id)
        return draft

    def _relaying(self, mention: Mention) -> set[str]:
        """Give the meetings that relay this one: 会议传达了…精神 says that it is none of those held."""
        text = self.scan.text
        if not text.startswith("精神", mention.end):
            return set()
        start = max(text.rfind(mark, 0, mention.start) for mark in "。；\n") + 1
        if _RELAYS.match(text, start, mention.start):
            return self._held
        held, end = self._last_held
        is_like = mention.surface.endswith(text[start:end][-_LIKE:])
        return {held} if end > start and not is_like and _RELAYS_NEXT.match(text, end, mention.start) else set()

    def _is_titled(self, draft: Draft, name: str) -> bool:
        """Tell whether a name only says in full what the title calls by its last words."""
        short = draft.names[0]
        is_short = (len(short) >= _TELLING and name.endswith(short)) or _COUNTED.sub("", name) == short
        return draft.id in self._titled and is_short and name != short

    def _whose(self, mention: Mention) -> tuple[int, int | None]:
        """Tell where a meeting of a common name is told: its article and the office whose item that is."""
        section = self.scan.section_at(mention.start)
        owner = self._owners.get(section.start) if section is not None else None
        return (section.article if section is not None else 0, owner.start if owner is not None else None)

    def _only_plenum(self, surface: str) -> list[str]:
        """Give the names of the plenum or congress that a short form means, where one such is told of."""
        short = _CONGRESS.match(surface)
        if short is not None and not short["place"]:
            places = self._congresses.get(short["count"], {})
            told = {name for place, name in places.items() if not any(place != p and p.endswith(place) for p in places)}
        else:
            told = self._plenums.get(surface.removesuffix("全会"), set()) if surface.endswith("全会") else set()
        return [*told, surface] if len(told) == 1 else []

    def _of_party(self, surface: str) -> list[str] | None:
        """Give the names of a plenum that tells its term, or of a congress of the party: 十九大, 党的十九大."""
        plenum = _PLENUM.match(surface)
        if plenum is not None and plenum["session"]:
            self._last_session = (plenum["body"] or "党的", plenum["session"])
            short = f"{plenum['session']}{plenum['number']}全会"
            return [f"党的{short}", short, surface]
        if _PARTY_CONGRESS.fullmatch(surface) is None:
            return None
        short = surface.removeprefix("中共").removeprefix("党的")
        return list(dict.fromkeys((f"党的{short}", surface, short)))

    def _completed(self, mention: Mention, surface: str) -> list[str]:
        """Complete coordinated plenums (三中 → 党的十九届三中全会) and stated holders (省政府常务会议)."""
        names = self._of_party(surface)
        if names is not None:
            return names
        committee = _COMMITTEE.match(surface)
        if committee is not None:
            self._last_session = (committee["body"], committee["session"])
            return [f"{committee['body']}{committee['session']}{committee['number']}全会", surface]
        conjunct = _CONJUNCT.match(surface)
        if conjunct is not None and self._last_session is not None:
            body, session = self._last_session
            short = f"{session}{conjunct['number']}全会"
            return [f"{body}{short}", short, surface] if body == "党的" else [f"{body}{short}", surface]
        held = self._with_holder(mention, surface)
        if held is not None:
            return held
        if _OF_ONE_BODY.fullmatch(mention.surface) and government_of_officer(mention.surface) is None:
            holder = self._holder_before(mention) or self._owner_of(mention)
            if holder is not None:
                return [_held_by(holder, surface), surface]
        return [surface]

    def _with_holder(self, mention: Mention, surface: str) -> list[str] | None:
        """Put the body told of before a sitting's form, or the place's committee for that of its level."""
        level = _OF_LEVEL.match(surface)
        holder = self._holder_before(mention) if level is not None or _STANDING.match(mention.surface) else None
        holder = self._government_beside(mention) or holder
        if holder is None or (level is not None and not (holder.endswith(level[0]) and holder != level[0])):
            return None
        if mention.surface.endswith("常务会议"):
            holder = _COMMITTEE_OF.sub(r"\1政府", holder)
        return [holder + surface[level.end() if level is not None else 0 :], surface]

    def _government_beside(self, mention: Mention) -> str | None:
        """Give the government whose party group met with it: 甲省政府党组会议和 + 常务会议."""
        if "常务" not in mention.surface or not _STANDING.match(mention.surface):
            return None
        index = bisect_left(self.mentions, mention.start, key=_START) - 1
        first = self.mentions[index] if index >= 0 else mention
        if self.scan.text[first.end : mention.start] not in {"和", "及", "、", "与", "以及"}:
            return None
        beside = _PARTY_MEETING.fullmatch(first.surface)
        return beside["body"] if beside is not None else None

    def _owner_of(self, mention: Mention) -> str | None:
        """Give the office whose item a meeting is told in."""
        section = self.scan.section_at(mention.start)
        owner = self._owners.get(section.start) if section is not None else None
        return surface_label(self.scan, owner) if owner is not None else None

    def _holder_before(self, mention: Mention) -> str | None:
        """Give the body named before 召开 in the same clause."""
        text = self.scan.text
        start = max(text.rfind(mark, 0, mention.start) for mark in "，。；\n") + 1
        first, last = (bisect_left(self.mentions, offset, key=_START) for offset in (start, mention.start))
        agents = (
            m
            for m in reversed(self.mentions[first:last])
            if m.kind == "Agency" and m.end <= mention.start and not _MEMBER_OF.match(text, m.end - 2)
        )
        agent = next(agents, None)
        return surface_label(self.scan, agent) if agent is not None else None

    def _campaign(self, mention: Mention) -> Draft:
        """Find the campaign of the same core, or one whose name this one shortens."""
        surface = surface_label(self.scan, mention)
        core = _core(surface)
        for known, draft in self.campaigns.items():
            if known == core or (len(core) >= 4 and known.endswith(core)):
                draft.add_name(surface)
                return draft
        draft = self.drafts.new("Campaign", surface)
        self.campaigns[core] = draft
        return draft


def _is_placed(name: str, short: str) -> bool:
    """Tell whether a name is a shorter one with its place before (凉山 + 州教育大会)."""
    before = name.removesuffix(short)
    return before != name and _PLACE.fullmatch(before) is not None and not re.search("全|[、和与及暨]", before)


def _of_levels(surface: str) -> list[str]:
    """Give the name of a meeting of several levels, whole and by its last one."""
    levels = _LEVELS.match(surface)
    return [surface, surface[levels.end() :]] if levels is not None else []


def _is_next(scan: Scan, title: Section, here: Section) -> bool:
    """Tell whether a paragraph is the first that tells something below a title: dates and sources come between."""
    between = scan.document.sections[
        bisect_left(scan.document.sections, title.start, key=_START) + 1 : bisect_left(
            scan.document.sections, here.start, key=_START
        )
    ]
    return len(between) <= _LINES_BELOW and all("。" not in scan.text[s.start : s.end] for s in between)


def _is_of_another(draft: Draft, name: str, surface: str) -> bool:
    """Tell whether a meeting of a common name is known by another holder's (甲院党组会议, 乙院党组会议)."""
    held = [
        known
        for known in draft.names
        if known != surface and known.endswith(surface) and not known.startswith(("我", "本"))
    ]
    return bool(held) and not any(name.endswith(known) or known.endswith(name) for known in held)


def _held_by(holder: str, name: str) -> str:
    """Put the holder before a name that may begin with its last words (X局 + 局党组会议, X局党组 + 党组会议)."""
    for length in range(len(holder), 0, -1):
        if name.startswith(holder[-length:]) and not _OFFICER.match(name):
            return holder + name[length:]
    return holder + name


def _core(name: str) -> str:
    """Give what makes a campaign's name its own: the quoted part, else the name without year and noun."""
    quoted = _QUOTED.search(name)
    if quoted is not None:
        return re.sub("，", "、", quoted[1])
    return _TAIL.sub("", re.sub(r"^\d{4}年度?", "", name)).replace("“", "").replace("”", "")

"""Policy and work mentions in, drafts out: short titles, numbers beside titles, plans of one body."""

from __future__ import annotations

import re
from functools import lru_cache

from graphkit.extract.scan import Scan
from graphkit.extract.scene import Draft
from graphkit.model.entities import Subclass
from graphkit.model.facts import Mention
from graphkit.model.text import Section, SectionKind
from graphkit.normalise.breaks import DOCUMENT_KINDS
from graphkit.normalise.document_numbers import ORDER_SERIAL, SERIAL, YEAR_FIRST
from graphkit.read.imprints import DAY
from graphkit.resolve.drafts import Drafts
from graphkit.resolve.names import is_subsequence, surface_label
from graphkit.resolve.policies import Policies

_BARE = re.compile("^(?:" + "|".join(DOCUMENT_KINDS) + ")$")
NUMBER = re.compile(r"[〔\[（(【](?:\d{4}|\d{2})(?:年第?\d+号)?[〕\]）)】]?(?:第?\d+号)?")
_IS_NUMBER = re.compile(
    rf"^{YEAR_FIRST}$|^\d{{4}}年第\d{{1,4}}号$|^第[\d一二三四五六七八九十百〇零]{{1,6}}号令?$|"
    rf"^[^《》]{{0,24}}(?:{SERIAL}|（\d{{4}}年第?\d+号）|(?:公告|令)\s*\d{{4}}年第\d+号|{ORDER_SERIAL}|(?:令|公告)\s*（?第?[\d一二三四五六七八九十百〇零]{{1,6}}号令?）?)$"
)
_BRACKETS = re.compile(r"[《》〈〉<>()（）\s]")
_MARKS = re.compile(r"[《》〈〉<>＜＞“”\"\s]")
IS_ORDER = re.compile("令|公告")
_ORDER = re.compile("(?:令|公告)(?:\\s*（?第?[^，。]{1,8}号(?:）|令)?|[〔（]\\d{4}[〕）]第?\\d+号)$")
# 现公布《…条例》; 《…条例》已由…通过，现予公布.
_MADE_KNOWN = re.compile(
    "现?(?:将|予以|予)?(?:公布|发布|颁布)《[^《》\n]{2,80}(?:《[^《》\n]{2,60}》[^《》\n]{1,40})?》(?=，|。|；|（|自)"
    "|《[^《》\n]{2,80}(?:《[^《》\n]{2,60}》[^《》\n]{1,40})?》(?:（[^（）\n]{1,20}）)?(?:已|业)经?[^。《》]{2,120}，现(?:予以?)?(?:公布|发布|颁布)"
)
# A number behind a title, with the day or year before it or none: 《…》（1996年8月2日某府令第4号发布）.
_WHEN = rf"(?:{DAY}|\d{{4}}年(?:\d{{1,2}}月)?)"
_DAY = re.compile(rf"(?<=（){_WHEN}$")
_BEHIND = re.compile(rf"》（(?:{_WHEN})?$")
_OF_NUMBER = re.compile("号(?:文件?(?:形式)?(?:正式|联合|公开)*(?:印发|下发|发布|公布)了?)?《$")
_VERB_REACH = 16
_HEAD, _TOP, _REACH = 800, 120, 24
_ANNOUNCES = re.compile(r"公告\s*（?\d{4}年第\d+号）?$")
_REMEMBERED = 1024
_ISSUER = re.compile("[一-鿿]{3,30}[局厅委部院府办室会社]")
# 甲局转发乙部 + 《关于…的通知》: the title of what is passed on.
_RELAYS = re.compile("转发|批转")
_PLAN = re.compile("规划$")
_FILLER = re.compile("全[省市州县区国]|工作|[“”]")
_SUBCLASSES: tuple[tuple[re.Pattern[str], Subclass], ...] = (
    (re.compile("(?:条例|办法|规定|细则|规则|章程|准则|法)(?:（[^（）]*）)*$"), "Regulation"),
    (re.compile("(?:规划|要点|方案|计划|纲要|工作安排)(?:（[^（）]*）)*$"), "Plan"),
    (re.compile("意见(?:（[^（）]*）)*$"), "Opinion"),
    (re.compile("(?:通知|通报|批复|复函|函|公告|通告|决定|决议|答复|令|命令)(?:（[^（）]*）)*$"), "Circular"),
    (re.compile("(?:标准|规范|规程)(?:（[^（）]*）)*$"), "Standard"),
)


def _plain(title: str) -> str:
    """Give a title without what stands in brackets behind it."""
    return title.partition("（")[0]


class DocumentLinker:
    """Gathers mentions of one policy, and of one work."""

    def __init__(
        self, scan: Scan, mentions: list[Mention], drafts: Drafts, *, owners: dict[int, Mention], agents: dict[int, str]
    ) -> None:
        """Take the mentions, the offices' items and the ids of agency mentions."""
        self.scan = scan
        self.mentions = mentions
        self.drafts = drafts
        self.owners = owners
        self.agents = agents
        self.policies = Policies(_key)
        self.last: Draft | None = None
        self.own: Draft | None = None
        self.listed: tuple[int, Draft] | None = None
        self.turns: dict[str, int] = {}  # by draft id, where it was last named

    def link(self) -> dict[int, str]:
        """Give mention start → draft id for all policy and work mentions."""
        linked: dict[int, str] = {}
        for mention in self.mentions:
            if mention.kind == "Work":
                name = surface_label(self.scan, mention)
                linked[mention.start] = self.drafts.of("Work", ("work", name), name).id
            elif mention.kind == "Policy":
                linked[mention.start] = self._policy(mention).id
        self._merge_order(linked)
        return {start: self.drafts.canonical(identifier) for start, identifier in linked.items()}

    def _merge_order(self, linked: dict[int, str]) -> None:
        """Take the order by which one instrument is made known as its number: 某府令第3号, 现公布《某条例》."""
        orders = [m for m in self.mentions if m.rule == "document-number" and m.start < _HEAD]
        order = next((m for m in orders if _ORDER.search(m.surface) and self._opens_line(m)), None)
        known = list(_MADE_KNOWN.finditer(self.scan.text, order.end)) if order is not None else []
        if order is None or len(known) != 1 or known[0][0].count("《") != known[0][0].count("》"):
            return
        place = known[0].start() + known[0][0].index("《") + 1
        number, instrument = (self.drafts.canonical(linked.get(start, "")) for start in (order.start, place))
        if instrument and number != instrument and _is_number(self.drafts.by_id[number].names[0]):
            self.drafts.merge(number, into=instrument)

    def _opens_line(self, mention: Mention) -> bool:
        section = self.scan.section_at(mention.start)
        return section is not None and section.start == mention.start

    def _policy(self, mention: Mention) -> Draft:
        name = surface_label(self.scan, mention)
        if mention.rule == "document-number":
            draft = self._numbered(mention, name)
        elif mention.rule == "rules-of-law" and self.last is not None:
            draft = self._titled(mention, _plain(self.last.names[0]) + name)
            self.policies.add_name(draft, name)
        elif mention.rule == "plan-named":
            draft = self._plan(mention, name)
        elif (numbered := self._number_before(mention) or self._number_in_row(mention)) is not None:
            draft = numbered
            self._entitle(draft, name)
        elif mention.rule == "title-own" and self.own is not None:
            draft = self.own
            self._entitle(draft, name)
        else:
            draft = self._titled(mention, name)
        if mention.rule == "title-own":
            self.own = draft
        if mention.rule == "title-listed":
            self.listed = (mention.start, draft)
        self.last = draft
        self.turns[draft.id] = mention.start
        return draft

    def _number_before(self, mention: Mention) -> Draft | None:
        """Give the policy whose number stands right before a quoted title: 成府发〔2014〕7号《…》, 以…号文印发《…》."""
        if self.last is None or _OF_NUMBER.search(self.scan.text, mention.start - _VERB_REACH, mention.start) is None:
            return None
        return self.last if _is_number(self.last.names[0]) else None

    def _number_in_row(self, mention: Mention) -> Draft | None:
        """Give the policy whose number stands in the row of a list before its title: 甲发〔2014〕7号　关于…的通知."""
        section = self.scan.section_at(mention.start) if mention.rule == "title-listed" else None
        if section is None or self.last is None or self.turns[self.last.id] < section.start:
            return None
        return self.last if all(_is_number(name) for name in self.last.names) else None

    def _title_in_row(self, section: Section | None) -> Draft | None:
        """Give the policy whose title stands in the row of a list before its number."""
        listed = self.listed if section is not None else None
        return listed[1] if listed is not None and section is not None and listed[0] >= section.start else None

    def _entitle(self, draft: Draft, title: str) -> None:
        """Give a policy known by its number its title, which leads its names."""
        self.policies.add_name(draft, title)
        if _is_number(draft.names[0]):
            draft.names.remove(title)
            draft.names.insert(0, title)
            draft.subclass = next((subclass for pattern, subclass in _SUBCLASSES if pattern.search(title)), None)

    def _titled(self, mention: Mention, name: str) -> Draft:
        """Find the policy of this title; a bare kind word (《办法》) is the policy last named that ends in it."""
        same = self.policies.named(name)
        own = self.own
        if same is None and own is not None and own in self.policies and _is_of_body(own.names[0], name):
            same = own
        if same is None and _BARE.match(name):
            ends = [draft for draft in self.policies if any(_ends_in(n, name) for n in draft.names)]
            same = max(ends, key=lambda draft: self.turns.get(draft.id, 0), default=None)
        if same is None and own is not None and own in self.policies and _is_number(own.names[0]):
            same = own if self._stands_before(own, mention) else None
        if same is not None:
            self.policies.add_name(same, name)
            return same
        return self._new(name)

    def _stands_before(self, draft: Draft, mention: Mention) -> bool:
        """Tell whether a number just linked is the head of the title that now follows, in the same or next line."""
        section = self.scan.section_at(mention.start)
        above = self.scan.section_before(section) if section is not None else None
        if len(draft.names) > 1 or section is None:
            return False
        floor = above.start if above is not None else section.start
        opens = mention.start - section.start <= 1 or self.turns.get(draft.id, 0) >= section.start
        return opens and self.turns.get(draft.id, 0) >= floor

    def _numbered(self, mention: Mention, name: str) -> Draft:
        """Join a number with the title it stands beside: 《…》（…号）, the number line under the title."""
        known = self.policies.named(name)
        section = self.scan.section_at(mention.start)
        is_line = section is not None and section.kind is SectionKind.NUMBER
        if known is not None:
            self.policies.add_name(known, name)
            if is_line and all(_is_number(one) for one in known.names):
                return self._owned(known)
            return self._same_number(mention, known)
        is_behind = _BEHIND.search(self.scan.text, max(0, mention.start - _REACH), mention.start) is not None
        owns = section is not None and (
            is_line
            or (
                section.kind is SectionKind.METADATA
                and re.match("[-|]?【?(?:文号|发文字号|发文文号|发布文号)", self.scan.text[section.start : section.end])
            )
            or (self.own is not None and not is_behind and self.scan.promulgates(mention.start, mention.end))
            or (self.own is None and _heads_announcement(mention, section))
        )
        if section is not None and self.scan.promulgates(mention.start, mention.end):
            above = self._title_above(section)
            owns = owns and (above is None or above is self.own)
            is_behind = is_behind or (above is not None and above is not self.own)
        target = self.last if is_behind or self.scan.text.startswith("（", mention.start - 1) else None
        if target is not None and target is not self._title_above(section) and not self._adjoins(mention, target):
            target = None
        target = self._title_in_row(section) or target
        if target is None and owns and self._is_of_enclosed(mention, section):
            target, owns = self._title_above(section), False
        if target is None and owns:
            target = self.own
            if target is None:
                self.own = self._new(name)
                return self.own
        if target is not None:
            self.policies.add_name(target, name)
            return target
        return self._new(name)

    def _owned(self, numbered: Draft) -> Draft:
        """Take a number that the fields of a page tell before its own line as the document's own."""
        own = self.own
        if own is None or own is numbered or any(_is_number(name) for name in own.names):
            self.own = own or numbered
            return numbered
        self.drafts.merge(numbered.id, into=own.id)
        self.policies.remove(numbered, into=own)
        return own

    def _is_of_enclosed(self, mention: Mention, section: Section | None) -> bool:
        """Tell whether a number line stands behind the signature of a document that has its own number already."""
        if section is None or section.kind is not SectionKind.NUMBER or self.own is None:
            return False
        signed = any(s.kind is SectionKind.SIGNATURE and s.end < mention.start for s in self.scan.document.sections)
        return signed and any(_is_number(name) for name in self.own.names)

    def _title_above(self, section: Section | None) -> Draft | None:
        """Give the policy whose title is the line over a number."""
        above = self.scan.section_before(section) if section is not None else None
        is_last = above is not None and self.last is not None and self.turns.get(self.last.id) == above.start
        return self.last if is_last else None

    def _same_number(self, mention: Mention, known: Draft) -> Draft:
        """Give the policy of a number met before; a title beside it that only adds or lacks the issuer is its title."""
        beside = self.last
        if beside is None or beside is known or not self._adjoins(mention, beside):
            return known
        one, other = sorted((_key(beside.names[0]), _key(known.names[0])), key=len)
        if not other.endswith(one) or any(_is_number(name) for name in beside.names):
            return known
        self.drafts.merge(beside.id, into=known.id)
        self.policies.remove(beside, into=known)
        return known

    def _adjoins(self, mention: Mention, draft: Draft) -> bool:
        """Tell whether the last linked title ends just before the bracket."""
        head = _BRACKETS.sub("", _DAY.sub("", self.scan.text[max(0, mention.start - 200) : mention.start]))
        return any(head.endswith(_BRACKETS.sub("", name)[-6:]) for name in draft.names)

    def _plan(self, mention: Mention, name: str) -> Draft:
        """Find the plan of the same body that this name shortens: one plan a body."""
        section = self.scan.section_at(mention.start)
        owner_mention = self.owners.get(section.start) if section is not None else None
        owner = self.agents.get(owner_mention.start) if owner_mention is not None else None
        short = _FILLER.sub("", name)
        for draft in self.policies:
            if draft.owner != owner:
                continue
            if name in draft.names:
                return draft
            if (
                _PLAN.search(name)
                and _PLAN.search(draft.names[0])
                and any(
                    is_subsequence(short, _FILLER.sub("", n)) or is_subsequence(_FILLER.sub("", n), short)
                    for n in draft.names
                )
                and "五" in name
            ):
                self.policies.add_name(draft, name)
                return draft
        draft = self._new(name)
        draft.owner = owner
        return draft

    def _new(self, name: str) -> Draft:
        draft = self.drafts.new("Policy", name)
        draft.subclass = next((subclass for pattern, subclass in _SUBCLASSES if pattern.search(name)), None)
        self.policies.add(draft)
        return draft


def _heads_announcement(mention: Mention, section: Section) -> bool:
    """Tell whether a number is the first line of an announcement, whose title stands below: 某局公告 / 2020年第5号."""
    is_first = section.start == mention.start and section.kind in {SectionKind.TITLE, SectionKind.MASTHEAD}
    return is_first and mention.start < _TOP and _ANNOUNCES.search(mention.surface) is not None


def _is_of_body(title: str, name: str) -> bool:
    """Tell whether a short title is a whole one without its issuer: 《封山令》 of 某县人民政府封山令."""
    issuer = title.removesuffix(name)
    return issuer != title and _ISSUER.fullmatch(issuer) is not None and _RELAYS.search(issuer) is None


def _ends_in(name: str, kind: str) -> bool:
    return name != kind and bool(re.search(f"{kind}(?:（[^（）]*）)*$", name))


@lru_cache(maxsize=_REMEMBERED)
def _key(name: str) -> str:
    """Give a title without marks, a number with one form of brackets."""
    if _is_number(name):
        return re.sub(r"[\[（(【]", "〔", re.sub(r"[\]）)】]", "〕", name)).replace(" ", "")
    return _MARKS.sub("", name)


def _is_number(name: str) -> bool:
    return bool(_IS_NUMBER.match(name))

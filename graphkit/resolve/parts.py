"""Units and groups in, what their names tell of others out: a unit's parent, a group's short form, a longer name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from graphkit.extract.gazetteer import NATION
from graphkit.extract.mentions.short_names import GROUP_WORDS
from graphkit.extract.scan import Scan
from graphkit.extract.scene import Draft
from graphkit.model.facts import Mention
from graphkit.resolve.compositions import Composition
from graphkit.resolve.drafts import Drafts
from graphkit.resolve.names import GROUP, shortens

_BARE = frozenset("公司 集团 医院 学校 大学 学院 法院 银行 中心 协会".split())
# A post of a body's party group before its office: 区政府党组成员、办公室主任甲.
_OFFICE, _OF_ITS_GROUP = "办公室", re.compile("(?:党组|党委)(?:副书记|成员|委员)、")
_OF_PARTY = ("党委", "党组")
_SETS_UP_OFFICE = re.compile("(?:下|内)?设立?(?:了)?(?:在[^，。；]{2,20}的?)?办公室")
_STANDING = "人大常委会"
# Departments and committees that stand bare behind a post of what they are of: 县委常委、组织部.
_COMMITTEES = tuple(f"{level}委" for level in "省市县区州旗盟党工")
_WHOLES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("组织部", "宣传部", "统战部", "社会工作部", "政法委"), _COMMITTEES),
    "审判委员会": ("法院",),
    "检察委员会": ("检察院",),
    "办公室": ("政府", "局", "厅"),
}
_END_SIZES = (1, 2, 3)


def parent_surface(composition: Composition, surface: str) -> str:
    """Give the part of a unit's words that names its parent (省人大 of 省人大办公厅), else the parent's name."""
    parent = composition.parent
    assert parent is not None  # noqa: S101 - asked of parts only
    if surface.endswith(_STANDING):
        return surface.removesuffix("常委会")
    if composition.key[:-1] != parent.key:
        return parent.name or composition.key[-1]
    part = composition.key[-1]
    head = surface.removesuffix(part)
    return head if head not in {"", surface} and len(head) > 1 else (parent.name or composition.key[-2])


def committee_before(mention: Mention, mentions: Iterable[Mention], scan: Scan) -> Mention | None:
    """Give the party committee or court whose post stands before the bare name of a department or committee of it."""
    kind = _WHOLES.get(mention.surface)
    section = scan.section_at(mention.start) if kind is not None else None
    if kind is None or section is None or scan.text[mention.start - 1 : mention.start] != "、":
        return None
    before = [m for m in mentions if section.start <= m.start < mention.start]
    named = [m for m in before if m.surface.endswith(kind)]
    if kind is _COMMITTEES and before and scan.text.startswith(_OF_PARTY, before[-1].end):
        return before[-1]  # 某校党委委员、宣传部部长甲
    if mention.surface == _OFFICE and not (named and _OF_ITS_GROUP.fullmatch(scan.text, named[-1].end, mention.start)):
        return None
    return named[-1] if named else None


def short_group_in(mention: Mention, mentions: Iterable[Mention]) -> str | None:
    """Give the bare word that stands for a group where it is the only one of its kind (领导小组, of X领导小组)."""
    if not mention.surface.endswith(GROUP_WORDS):
        return None
    word = next((word for word in GROUP_WORDS if mention.surface.endswith(word) and mention.surface != word), None)
    if word is None:
        return None
    full = {m.surface for m in mentions if m.kind == "Agency" and m.surface.endswith(word) and m.surface != word}
    return word if len(full) == 1 else None


def with_office(mentions: Iterable[Mention], scan: Scan) -> Mention | None:
    """Give the body told of last that has an office: 领导小组 + 下设办公室."""
    return next((one for one in reversed(list(mentions)) if _SETS_UP_OFFICE.match(scan.text, one.end)), None)


def last_branch(mention: Mention, drafts: Drafts) -> str | None:
    """Give the party branch named last, for a bare 党支部."""
    if mention.surface not in {"党支部", "支部"}:
        return None
    found = [one.id for one in drafts.all if one.kind == "Agency" and one.names[0].endswith("党支部")]
    return found[-1] if found else None


def spelled_whole(parent: Composition, surface: str, scan: Scan) -> list[str]:
    """Give the short name of the body that a unit's name opens with (国家发展改革委办公厅, 省人大常委会)."""
    if surface.endswith(_STANDING) and parent.place is not None and parent.place.code != NATION:
        return [f"{parent.place.name}人大"]
    central = scan.gazetteer.central
    names = (surface[:end] for end in range(len(surface) - 1, 2, -1))
    found = (name for name in names if name in central and central[name].name == parent.name)
    return list(found)[:1]


class _Endings:
    """Bodies by the last characters of their names: one, two, three."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        """Take the bodies in order."""
        self._ending: defaultdict[str, dict[str, Draft]] = defaultdict(dict)
        for draft in drafts:
            self.add(draft)

    def add(self, draft: Draft) -> None:
        """Take in the names that a body has by now."""
        for name in draft.names:
            for size in _END_SIZES:
                self._ending[name[-size:]][draft.id] = draft

    def longer_than(self, own: str, scan: Scan) -> list[Draft]:
        """Give the bodies with a name that one shortens."""
        is_function = own[:-1] in scan.gazetteer.functions
        ends = ("公司", "集团") if own in GROUP else (own[-1:],) if is_function else (own[-_END_SIZES[-1] :],)
        ending = {key: draft for end in ends for key, draft in self._ending.get(end, {}).items()}
        return [draft for draft in ending.values() if any(shortens(own, name, scan) for name in draft.names)]


def merge_shortened(drafts: Drafts, compositions: Mapping[str, Composition], scan: Scan) -> None:
    """Merge a name without a place (固县林场, 林草局) into the one longer name that it shortens."""
    agencies = [draft for draft in drafts.all if draft.kind == "Agency"]
    endings, places = _Endings(agencies), {draft.id: place for place, draft in enumerate(agencies)}
    for draft in agencies:
        composition = compositions.get(draft.id)
        if composition is None or composition.place is not None or composition.rank > 1 or composition.system:
            continue
        own = draft.names[-1]
        if any(name != own and name.endswith(own) for name in draft.names):
            continue  # 区委政法委, told again as 政法委, is not the 市委政法委 of the text
        found = (drafts.by_id[drafts.canonical(other.id)] for other in endings.longer_than(own, scan))
        longer = [other for other in {one.id: one for one in found}.values() if other.id != draft.id]
        if own in _BARE:  # 公司 alone is a company that was told of or speaks, not one that the text comes to later
            longer = [other for other in longer if places[other.id] < places[draft.id]]
        if len(longer) == 1 and longer[0].parent != draft.id and draft.parent != longer[0].id:
            drafts.merge(draft.id, into=longer[0].id)
            endings.add(longer[0])

"""Drafts and facts in, entities with their keys out (vocabulary.md, IRIs): keys are minted last, from facts."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graphkit.extract.gazetteer import LEVELS
from graphkit.extract.scene import Draft, Scene
from graphkit.model.entities import Entity
from graphkit.model.facts import Drive, Fact, Holding, Issuance, Numbering, PostHolding, Signature
from graphkit.model.text import SectionKind

_OPENS_WITH_SCOPE = re.compile("^[全我](?P<level>[省市州县区])")

_OF_US = re.compile("[我本该](?:局|厅|委|办|院|校|部|中心|公司|集团)(?=[一-鿿])|[局厅](?=党组|党委)")
_BARE = frozenset("局 厅 我局 本局 该局 我厅 本厅 该厅 市局 省局 县局 省厅".split())
_PARTY_GROUPS = (("党组",), ("党委",))


class Keys:
    """Mints the keys of one document's things."""

    def __init__(self, scene: Scene, facts: Iterable[Fact], document_key: tuple[str, ...]) -> None:
        """Gather what the facts say about each thing."""
        self.scene = scene
        self.document_key = document_key
        self.dates: dict[str, str] = {}
        self.holders: dict[str, str] = {}
        self.numbers: dict[str, str] = {}
        self.issuers: dict[str, str] = {}
        self.years: dict[str, str] = {}
        self.posts: dict[str, str] = {}
        self.launchers: dict[str, str] = {}
        for fact in facts:
            self._note(fact)

    def _note(self, fact: Fact) -> None:
        """Keep the first of each: date and holder of meetings, number, issuer and year of policies, posts."""
        match fact:
            case Holding():
                if fact.on is not None:
                    self.dates.setdefault(fact.meeting, fact.on.iso)
                if fact.by is not None:
                    self.holders.setdefault(fact.meeting, fact.by)
            case Numbering():
                self.numbers.setdefault(fact.policy, fact.number)
            case Issuance():
                self.issuers.setdefault(fact.policy, fact.issuer)
            case Signature():
                self.years.setdefault(fact.policy, str(fact.date.year))
            case PostHolding():
                self.posts.setdefault(fact.person, fact.agency)
            case Drive():
                if fact.relation == "launches":
                    self.launchers.setdefault(fact.campaign, fact.agency)
            case _:
                pass

    def entity(self, draft: Draft) -> Entity:
        """Make the entity of a draft."""
        label = self._with_holder(draft) if draft.kind == "Meeting" else draft.label or draft.names[0]
        return Entity(
            id=draft.id,
            kind=draft.kind,
            subclass=draft.subclass,
            key=self.key(draft),
            label=label,
            label_rank=draft.label_rank,
            names=tuple(dict.fromkeys((label, *draft.names))),
            region_code=draft.region,
            function=draft.function,
            agency_kind=draft.agency_kind,
        )

    def _with_holder(self, draft: Draft) -> str:
        """Give the label of a meeting, its holder spelled out where the text says 我局局务会议 or 厅党组会议."""
        label, holder = draft.label or draft.names[0], self.scene.drafts.get(self.holders.get(draft.id, ""))
        told = _OF_US.match(label)
        if told is None or holder is None:
            return label
        whose, rest = holder.label or holder.names[0], label[told.end() :]
        if _OF_US.match(whose) or whose in _BARE:
            return label
        party = next((one for (one,) in _PARTY_GROUPS if whose.endswith(one) and rest.startswith(one)), "")
        return whose + rest.removeprefix(party)

    def key(self, draft: Draft) -> tuple[str, ...]:
        """Give the path segments of a thing's IRI."""
        match draft.kind:
            case "Agency" | "AgencyGroup" | "Region" | "Work":
                return draft.composed or (draft.kind.lower(), *self.document_key[1:], draft.names[0])
            case "Person":
                agency = self._agency(self.posts.get(draft.id))
                # the party group's secretary is the body's head: 省水利厅党组书记、厅长甲, and 省水利厅厅长甲 elsewhere
                whole = agency[:-1] if agency[-1:] in _PARTY_GROUPS else agency
                return ("person", *(whole or self.document_key), draft.names[0])
            case "Meeting":
                return self._meeting(draft)
            case "Policy":
                return self._policy(draft)
            case "Campaign":
                name = draft.label or draft.names[0]
                launcher = self.launchers.get(draft.id) or (
                    None if name in self.scene.scan.gazetteer.campaigns else self.scene.home
                )
                return ("campaign", *self._agency(launcher), name)

    def _agency(self, identifier: str | None) -> tuple[str, ...]:
        """Give an agency's key without its first segment."""
        if identifier is None or identifier not in self.scene.drafts:
            return ()
        return self.key(self.scene.drafts[identifier])[1:]

    def _meeting(self, draft: Draft) -> tuple[str, ...]:
        name = draft.names[0]
        date = self.dates.get(draft.id)
        if date is None:
            if draft.names[0].startswith(("党的", "中共")) and re.search("大$|全会$", name):
                return ("meeting", "党", name)
            return ("meeting", *self.document_key, name)
        holder = self.holders.get(draft.id)
        held_in = self.scene.drafts[holder].region if holder in self.scene.drafts else None
        return ("meeting", date, *self._agency(holder), self._settled(name, held_in))

    def _settled(self, name: str, held_in: str | None) -> str:
        """Let 全省 and 我市 in a name stand for the province or city that the holder lies in, else the home body."""
        scope = _OPENS_WITH_SCOPE.match(name)
        home = self.scene.scan.home_region
        if scope is None or home is None:
            return name
        gazetteer = self.scene.scan.gazetteer
        region = gazetteer.ancestor(held_in or home.code, LEVELS[scope["level"]])
        region = region or gazetteer.ancestor(home.code, LEVELS[scope["level"]])
        if region is None and scope["level"] == "区":
            region = gazetteer.ancestor(home.code, "province")
        return (region or home).code + name[scope.end() :]

    def _policy(self, draft: Draft) -> tuple[str, ...]:
        number = self.numbers.get(draft.id)
        if number is not None:
            return ("policy", number)
        title = draft.label or draft.names[0]
        issuer_id = self.issuers.get(draft.id) or draft.owner
        year = self.years.get(draft.id) or _year_in(title)
        opens_with_place = self.scene.scan.gazetteer.units_in(title).longest_starting(
            0, frozenset({"region", "central", "place"})
        )
        if opens_with_place is not None or title.startswith(("中华人民共和国", "国家", "中共")):
            return ("policy", title, *filter(None, (year,)))
        issuer = self._agency(issuer_id or self.scene.home)
        return ("policy", *issuer, title, *filter(None, (year,)))


def _year_in(title: str) -> str | None:
    year = re.search(r"((?:19|20)\d{2})年", title)
    return year[1] if year is not None else None


def document_key_of(scene: Scene, series: str | None, year: int | None, issue: int | None) -> tuple[str, ...]:
    """Give the key of the document: publisher, series, year and issue, else the hash of the text."""
    home = scene.drafts.get(scene.home) if scene.home is not None else None
    if home is not None and home.composed is not None and series and year and issue is not None:
        return ("document", *home.composed[1:], series, str(year), str(issue))
    return ("document", scene.scan.document.sha256[:16])


def has_section(scene: Scene, kind: SectionKind) -> bool:
    """Tell whether the document has a section of a kind."""
    return kind in scene.scan.last_of_kind

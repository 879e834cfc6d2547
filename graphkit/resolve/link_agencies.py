"""Agency mentions in, agency and group drafts out."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from graphkit.extract.gazetteer import LEVELS, level_word
from graphkit.extract.scan import Scan
from graphkit.extract.scene import Draft
from graphkit.model.facts import Mention
from graphkit.model.text import SectionKind
from graphkit.resolve.agencies import compose
from graphkit.resolve.compositions import OWN_PARTY, Composition, Context, part_of, shares_whole, unit_of
from graphkit.resolve.drafts import Drafts
from graphkit.resolve.groups import is_group, is_inner_group, whole_of_group
from graphkit.resolve.home import home_rank
from graphkit.resolve.inner_units import wholes_of_units
from graphkit.resolve.issuers import issuer_in_order, issuer_in_title, issuers_in_title, title_line
from graphkit.resolve.items import owners_of_items
from graphkit.resolve.meeting_holders import (
    central_body,
    government_of_officer,
    is_of_deputies,
    opening_body,
    part_behind,
    without_count,
    without_term,
    without_year,
)
from graphkit.resolve.name_lists import completed_names, listed_with_groups
from graphkit.resolve.names import surface_label
from graphkit.resolve.parts import (
    committee_before,
    last_branch,
    merge_shortened,
    parent_surface,
    short_group_in,
    spelled_whole,
    with_office,
)
from graphkit.resolve.places_before import PlacesBefore

_CENTRE = "中央"
_GIVEN = re.compile("”?（(?:以下)?(?:统称|简称|称)[：为]?“?([^“”（）]{2,16})”?）")
_GIVEN_REACH = 30
# Who meets in 党支部书记例会 are the secretaries of branches, not one of these; 县委书记办公会 is the committee's.
_OF_SECRETARIES = re.compile("书记(?!办公|专题)")
_WIDE = str.maketrans("()", "（）")
_UNIT = re.compile("(?:司|处|科|室|局|中心|股|组)$")


class AgencyLinker:
    """Composes each agency mention in its context and gathers mentions of one key."""

    def __init__(self, scan: Scan, mentions: list[Mention], drafts: Drafts) -> None:
        """Settle the home body and the offices whose items the text gives."""
        self.scan = scan
        self.drafts = drafts
        self.mentions = [mention for mention in mentions if mention.kind == "Agency"]
        self._placed = [mention for mention in mentions if mention.kind in {"Agency", "Region"}]
        self.ending = {mention.end: mention for mention in self.mentions}
        self.aliases: dict[str, str] = {}
        self.compositions: dict[str, Composition] = {}
        self._linked: dict[int, str] = {}
        self._by_name: dict[tuple[str, Context], Composition] = {}
        self._own_title = next((mention for mention in mentions if mention.rule == "title-own"), None)
        self.home: str | None = None
        self.beside_home: list[str] = []  # who issues the document together with the home body, by its title
        self.home_composition: Composition | None = None
        self._settle_home()
        self._wholes: dict[int, Mention] = {}
        self._completed = completed_names(scan, self.mentions, self._placed)
        self._in_group_list = listed_with_groups(scan, self.mentions)
        self.before = PlacesBefore(scan, self._placed, lambda mention: self._composed(mention).place)
        self.owners = owners_of_items(scan, self._placed, self._is_below_home, self.before.place_of)

    def _compose(self, name: str, context: Context) -> Composition:
        """Compose a name; a text tells most of its bodies more than once."""
        known = self._by_name.get((name, context))
        if known is None:
            known = self._by_name[name, context] = compose(name, context, self.scan.gazetteer)
        return known

    def link(self) -> dict[int, str]:
        """Give mention start → draft id for all agency mentions."""
        linked = self._linked
        if self.home is None:
            self._wholes = wholes_of_units(self.scan, self.mentions)
        for mention in self.mentions:
            if not mention.surface.startswith("你"):
                linked[mention.start] = self._link(mention)
        for mention in self.mentions:
            if mention.surface.startswith("你"):
                named = (
                    self._addressee(linked) or self.drafts.of("Agency", ("agency", mention.surface), mention.surface).id
                )
                linked[mention.start] = named
        merge_shortened(self.drafts, self.compositions, self.scan)
        return {start: self.drafts.canonical(identifier) for start, identifier in linked.items()}

    def context_at(self, offset: int) -> Context:
        """Give what 省, 市 and 我局 refer to at an offset: the item's office, else the home body."""
        section = self.scan.section_at(offset)
        owner = self.owners.get(section.start) if section is not None else None
        if owner is not None:
            place = self._composed(owner).place
            if place is not None:
                return Context(self.home_composition, place, self._composed(owner))
        home = self.home_composition.place if self.home_composition is not None else None
        return Context(self.home_composition, self.before.labelled(section) or home or self.scan.home_region)

    def issuer_of(self, order: str, title: str) -> str | None:
        """Give the body whose order a number is of, else the one its title opens with: …国务院令第652号 → 国务院."""
        name = issuer_in_order(order, self.context_at(0).region, self.scan.gazetteer) or issuer_in_title(title)
        return self.body_named(name) if name is not None else None

    def holder_in(self, name: str, offset: int) -> str | None:
        """Give the body that a meeting's name opens with; of several (市委) the one named last before `offset`."""
        name = without_year(without_term(name)).translate(_WIDE)
        if is_of_deputies(name):
            return None
        if (government := government_of_officer(name)) is not None:
            return self.body_named(government, offset)
        opening = opening_body(name)
        # 中央 before 深改委 or 督察 tells the rank, not who holds the meeting
        if opening in {None, _CENTRE}:
            opening = central_body(name, self.scan.gazetteer.central) or opening
        known: dict[str, list[str]] = defaultdict(list)
        for draft in self.drafts.all:
            for own in draft.names if draft.kind == "Agency" else ():
                if name.startswith(own.translate(_WIDE)) and own != name:
                    known[own.translate(_WIDE)].append(draft.id)
        longest = max(known, key=len, default="")
        if longest and _OF_SECRETARIES.match(name, len(longest)):
            return None
        if longest and (longest != _CENTRE or opening == _CENTRE):
            part = part_behind(name, len(longest))
            whole = self._named_last(known[longest], offset)
            # 区委 is of a district told before, else of an autonomous region: its standing committee is of the same.
            label = next((one.label for one in self.drafts.all if one.id == whole and one.label), longest)
            called = label if part == "常委会" and label.endswith("委") else longest
            return whole if part is None else self.body_named(called + part, offset)
        if opening is None:
            return None
        is_prefix = opening != _CENTRE and name.startswith(opening)
        return self.body_named(opening + ((part_behind(name, len(opening)) or "") if is_prefix else ""), offset)

    def _named_last(self, bodies: list[str], offset: int) -> str:
        """Give the body of several that is named last before an offset, else the last of them."""
        before = (m for m in reversed(self.mentions) if m.start < offset and m.start in self._linked)
        named = (self.drafts.canonical(self._linked[mention.start]) for mention in before)
        return next((body for body in named if body in bodies), bodies[-1]) if len(bodies) > 1 else bodies[0]

    def body_named(self, name: str, offset: int = 0) -> str:
        """Give the body of a name that no mention bears (河南省人大, of its 第二次会议), told of at an offset."""
        context, level = self.context_at(offset), level_word(name)
        if context.region is not None and level is not None:
            spoken = self.scan.gazetteer.ancestor(context.region.code, LEVELS[level])
            place = self.before.of_level(offset, level) if spoken is None else None
            context = context._replace(region=place) if place is not None else context
        return self._draft_of(self._compose(name, context), name).id

    def _settle_home(self) -> None:
        """Find the body that speaks: masthead, signature, metadata, own title, site."""
        ranked: list[tuple[int, int, Mention]] = []
        for mention in self.mentions:
            if mention.rule in {"agency-group", "agency-deictic"} or is_group(mention.surface):
                continue
            section = self.scan.section_at(mention.start)
            if section is not None and (rank := home_rank(self.scan, mention, section, self._is_bureau)) is not None:
                ranked.append((rank, mention.start, mention))
        if not ranked:
            return self._home_of_title()
        mention = min(ranked, key=lambda item: item[:2])[2]
        self.home_composition = self._compose(mention.surface, Context(None, self.scan.home_region))
        self.home = self._draft_of(self.home_composition, surface_label(self.scan, mention)).id
        return None

    def _home_of_title(self) -> None:
        """Take the issuer that opens the own title (X局关于…的通知) as the home body, others beside it."""
        for issuer in issuers_in_title(title_line(self.scan, self._own_title), self.scan.gazetteer):
            composition = self._compose(issuer, Context(None, self.scan.home_region))
            draft = self._draft_of(composition, issuer)
            if self.home is None:
                self.home_composition, self.home = composition, draft.id
            else:
                self.beside_home.append(draft.id)

    def _is_bureau(self, mention: Mention) -> bool:
        """Tell whether a body has a place and a function, as bureaus do."""
        composition = self._compose(mention.surface, Context(None, self.scan.home_region))
        return composition.place is not None and composition.function is not None

    def _is_below_home(self, mention: Mention) -> bool:
        """Tell whether a body stands below the home body: a place inside its place."""
        home = self.home_composition
        composition = self._composed(mention)
        if home is None or home.place is None or composition.place is None or is_group(mention.surface):
            return False
        return composition.place.code != home.place.code and self.scan.gazetteer.is_within(
            composition.place.code, home.place.code
        )

    def _composed(self, mention: Mention) -> Composition:
        """Compose a name by the body that speaks alone, wherever it stands."""
        region = self.home_composition.place if self.home_composition is not None else self.scan.home_region
        return self._compose(mention.surface, Context(self.home_composition, region))

    def _link(self, mention: Mention) -> str:
        surface = surface_label(self.scan, mention)
        if mention.rule == "agency-group" or is_group(mention.surface):
            return self._group(surface, self._listed_before(mention))
        if mention.surface in self.aliases:
            return self.aliases[mention.surface]
        if mention.start in self._in_group_list:
            return self._group(surface)
        completed = self._completed.get(mention.start)
        if completed is not None:
            draft = self._draft_of(self._compose(completed, self.context_at(mention.start)), completed)
            draft.add_name(surface)
            return draft.id
        branch = last_branch(mention, self.drafts) or self._office_before(mention)
        if branch is not None:
            return branch
        composition = (
            self._of_alias(mention)
            or self._bracketed(mention)
            or self._of_whole_before(mention)
            or self._party_of_named(mention)
            or self._compose(without_count(mention.surface), self._context_of(mention))
        )
        before = self.compositions.get(self._listed_before(mention) or "")
        if before is not None and before.parent is not None and shares_whole(surface, composition, before):
            composition = part_of(before.parent, surface)
        draft = self._draft_of(composition, surface)
        self._alias(mention, draft.id)
        return draft.id

    def _listed_before(self, mention: Mention) -> str | None:
        """Give what stands before a name in its list."""
        before = self.ending.get(mention.start - 1) if self.scan.text.startswith("、", mention.start - 1) else None
        identifier = self._linked.get(before.start) if before is not None else None
        return self.drafts.canonical(identifier) if identifier is not None else None

    def _office_before(self, mention: Mention) -> str | None:
        """Give the office named before in the paragraph, or set up there (…下设办公室，…兼任办公室主任)."""
        section = self.scan.section_at(mention.start) if mention.surface == "办公室" else None
        if section is None:
            return None
        before = [m for m in self.mentions if section.start <= m.start < mention.start]
        named = [m for m in before if m.surface.endswith("办公室")]
        if named:
            return self._link(named[-1])
        group = with_office(before, self.scan)
        whole = self.compositions.get(self.drafts.canonical(self._linked[group.start])) if group is not None else None
        return self._draft_of(part_of(whole, mention.surface), mention.surface).id if whole is not None else None

    def _of_alias(self, mention: Mention) -> Composition | None:
        """Compose a part of a body that has a short name here (领导小组办公室)."""
        for alias, identifier in self.aliases.items():
            whole = self.compositions.get(self.drafts.canonical(identifier))
            if whole is not None and mention.surface.startswith(alias) and mention.surface != alias:
                return part_of(whole._replace(name=whole.name or alias), mention.surface.removeprefix(alias))
        return None

    def _context_of(self, mention: Mention) -> Context:
        """Give the context of a name; 省政府 in 河南省委省政府 takes the place of the body before it if none speaks."""
        context = self.context_at(mention.start)
        level = level_word(mention.surface)
        if context.region is not None and level is not None:
            spoken = self.scan.gazetteer.meant_by(level, context.region.code)
            if spoken is None or (level == "区" and spoken.level == "province"):
                is_below = context.region.level != "province"
                place = self.before.of_level(mention.start, level, is_district=is_below)
                place = place or (self.before.only_district(level) if is_below else None)
            else:
                place = self.before.city(mention) if self.home_composition is None else None
            return context._replace(region=place) if place is not None else context
        if context.region is not None:
            return context
        before = self.ending.get(mention.start) or self.ending.get(mention.start - 1)
        is_beside = before is not None and not self.scan.is_name_break(mention.start)
        place = self._composed(before).place if before is not None and is_beside else None
        if place is None and level is not None:
            place = self.before.city(mention) or self.before.of_level(mention.start, level)
        return context._replace(region=place)

    def _bracketed(self, mention: Mention) -> Composition | None:
        """Compose a unit in brackets behind its body: 国家林草局（动植物司）."""
        if self.scan.text[mention.start - 1 : mention.start] != "（" or not _UNIT.search(mention.surface):
            return None
        whole = self.ending.get(mention.start - 1)
        if (
            whole is None
            or is_group(whole.surface)
            or self._composed(mention).place is not None
            or whole.surface[-1] == mention.surface[-1]
        ):
            return None
        return part_of(self._composed(whole), surface_label(self.scan, mention))

    def _of_whole_before(self, mention: Mention) -> Composition | None:
        """Compose a department behind a post of its committee (县委常委、组织部 + 部长), a bare unit of who acts."""
        committee, whole = committee_before(mention, self.mentions, self.scan), self._wholes.get(mention.start)
        if committee is not None:
            return part_of(self._composed(committee), mention.surface)
        return unit_of(self._composed(whole), mention.surface) if whole is not None else None

    def _party_of_named(self, mention: Mention) -> Composition | None:
        """Compose 该局党组, and 局党组 where no bureau speaks: that of the bureau last named in the article."""
        own = OWN_PARTY.fullmatch(mention.surface)
        section = self.scan.section_at(mention.start) if own is not None else None
        if own is None or section is None:
            return None
        home = self.home_composition
        is_that = mention.start > 0 and self.scan.text.startswith("该", mention.start - 1)
        if home is not None and not is_that and home.name.endswith(own["generic"]):
            return None
        named = [
            replace(m, surface=m.surface.removesuffix(own["part"]))
            for m in self.mentions
            if m.start < mention.start
            and m.rule != "agency-deictic"
            and m.surface.removesuffix(own["part"]).endswith(own["generic"])
            and not is_group(m.surface)
            and (told := self.scan.section_at(m.start)) is not None
            and told.article == section.article
        ]
        last = ([m for m in named if self._opens_clause(m)] or named)[-1:]
        return part_of(self._composed(last[0]), own["part"]) if last else None

    def _opens_clause(self, mention: Mention) -> bool:
        """Tell whether a body stands first in its clause, as a subject does."""
        section = self.scan.section_at(mention.start)
        before = self.scan.text[mention.start - 1]
        return (section is not None and section.start == mention.start) or before in "，。；："

    def _alias(self, mention: Mention, identifier: str) -> None:
        """Note a short name that the text gives, X（以下简称“Y”）, and the bare word for the only group of its kind."""
        given = _GIVEN.match(self.scan.text, mention.end, mention.end + _GIVEN_REACH)
        if given is not None:
            self.aliases[given[1]] = identifier
        if (word := short_group_in(mention, self.mentions)) is not None:
            self.aliases.setdefault(word, identifier)

    def _group(self, surface: str, before: str | None = None) -> str:
        """Give the draft of a group; 各直属机构 in a list is of the body whose group stands before it."""
        home = self.home_composition
        draft = self.drafts.of("AgencyGroup", ("group", *(home.key[1:] if home is not None else ()), surface), surface)
        if draft.parent is not None:
            return draft.id
        whole = whole_of_group(surface)
        if whole is not None:
            above = self._compose(whole.name, self.context_at(0))
            if whole.is_sure or above.system is not None or above.place is not None:
                draft.parent = self._draft_of(above, whole.name).id
        elif before is not None and is_inner_group(surface):
            draft.parent = self.drafts.by_id[before].parent
        return draft.id

    def _addressee(self, linked: dict[int, str]) -> str | None:
        """Give the body addressed, for 你公司, where there is one."""
        starts = (mention.start for mention in self.mentions)
        return next((linked.get(start) for start in starts if self.scan.is_in(start, SectionKind.ADDRESSEE)), None)

    def _draft_of(self, composition: Composition, surface: str) -> Draft:
        """Give the draft of a composition, its parents made with it."""
        known = self.drafts.keyed(composition.key)
        draft = self.drafts.of("Agency", composition.key, surface)
        self.compositions[draft.id] = composition
        if known is None:
            parent = composition.parent
            if parent is not None:
                above = self._draft_of(parent, parent_surface(composition, surface))
                draft.parent = above.id
                for alias in spelled_whole(parent, surface, self.scan):
                    above.add_name(alias)
            draft.region = composition.place.code if composition.place is not None else None
            draft.function = composition.function
            draft.agency_kind = composition.system
            if self._is_office(composition):
                draft.subclass = "RegionalOffice"
        if composition.name and composition.name not in draft.names:
            draft.names.insert(0, composition.name)
        if composition.rank >= 2 and composition.name:
            draft.label, draft.label_rank = composition.name, composition.rank
        return draft

    def _is_office(self, composition: Composition) -> bool:
        """Tell whether a body does below the home body's level what that does above."""
        home = self.home_composition
        if home is None or home.place is None or composition.place is None or home.function is None:
            return False
        return (
            composition.function == home.function
            and composition.place.code != home.place.code
            and self.scan.gazetteer.is_within(composition.place.code, home.place.code)
        )

"""A scan and its mentions in, a scene out: every mention linked to the thing it stands for."""

from __future__ import annotations

from graphkit.extract.calendar import Calendar
from graphkit.extract.gazetteer import Region
from graphkit.extract.mentions.regions import LISTED_TOWN
from graphkit.extract.scan import Scan
from graphkit.extract.scene import Scene
from graphkit.model.facts import Mention
from graphkit.resolve.drafts import Drafts
from graphkit.resolve.link_agencies import AgencyLinker
from graphkit.resolve.link_documents import IS_ORDER, DocumentLinker
from graphkit.resolve.link_events import EventLinker, session_body
from graphkit.resolve.meeting_holders import is_named_by_relayed
from graphkit.resolve.names import surface_label


def link(scan: Scan, found: tuple[Mention, ...]) -> Scene:
    """Resolve the mentions of one document; dates and targets stay values."""
    drafts = Drafts()
    mentions = list(found)
    agencies = AgencyLinker(scan, mentions, drafts)
    linked = agencies.link()
    events = EventLinker(scan, mentions, drafts, agencies.owners)
    told = events.link()
    linked |= told
    first = {identifier: start for start, identifier in sorted(told.items(), reverse=True)}
    for meeting in events.meetings:
        if meeting.id in events.settings or is_named_by_relayed(meeting.names[0]):
            continue  # whoever calls it holds it: the rule of holding reads that
        body = session_body(meeting.names[0])
        named = (agencies.holder_in(name, first.get(meeting.id, 0)) for name in meeting.names)
        meeting.holder = agencies.body_named(body) if body is not None else next(filter(None, named), None)
    linked |= DocumentLinker(scan, mentions, drafts, owners=agencies.owners, agents=linked).link()
    for mention in mentions:
        if (
            mention.rule == "document-number"
            and IS_ORDER.search(mention.surface)
            and "主席令" not in mention.surface
            and mention.start in linked
        ):
            order = drafts.by_id[drafts.canonical(linked[mention.start])]
            order.holder = agencies.issuer_of(surface_label(scan, mention), order.names[0]) or order.holder
        if mention.kind == "Region":
            region = _region(scan, mention, agencies, drafts)
            if region is not None:
                linked[mention.start] = region
        elif mention.kind == "Person":
            name = surface_label(scan, mention).replace(" ", "")
            linked[mention.start] = drafts.of("Person", ("person", name), name).id
    resolved = tuple(
        _linked(mention, linked[mention.start]) if mention.start in linked else mention for mention in mentions
    )
    by_start = {mention.start: mention for mention in resolved}
    owners = {start: by_start[owner.start] for start, owner in agencies.owners.items()}
    home = drafts.canonical(agencies.home) if agencies.home is not None else None
    scene = Scene(scan, resolved, drafts.by_id, home, owners, Calendar(scan, resolved))
    scene.beside_home = tuple(drafts.canonical(one) for one in agencies.beside_home)
    return scene


def _linked(mention: Mention, entity: str) -> Mention:
    """Give a mention with the thing it stands for (made anew: quicker than a copy)."""
    return Mention(
        start=mention.start,
        end=mention.end,
        kind=mention.kind,
        surface=mention.surface,
        rule=mention.rule,
        entity=entity,
    )


def _region(scan: Scan, mention: Mention, agencies: AgencyLinker, drafts: Drafts) -> str | None:
    """Link a place name: a compound's character, or a name inside the division before it or that speaks.

    A name that several divisions bear and nothing settles stays without a link (NIL).
    """
    if mention.rule == LISTED_TOWN:
        return None
    gazetteer = scan.gazetteer
    surface = surface_label(scan, mention)
    code = gazetteer.abbreviations.get(surface) if mention.rule == "region-compound" else None
    context = _before(scan, mention) or agencies.context_at(mention.start).region
    region = (
        gazetteer.regions[code]
        if code is not None
        else gazetteer.region_named(mention.surface, within=context.code if context is not None else None)
    )
    if region is None:
        return None
    draft = drafts.of("Region", ("region", region.code), region.name)
    draft.add_name(surface)
    draft.region = region.code
    draft.label, draft.label_rank = region.name, 3
    return draft.id


def _before(scan: Scan, mention: Mention) -> Region | None:
    """Give the division named directly before, in a chain of levels (北京市朝阳区)."""
    unit = scan.units.longest_ending(mention.start, frozenset({"region", "place"}))
    return scan.gazetteer.region_named(unit.value, within=None) if unit is not None else None

"""Documents in, mentions out; scenes in, facts out: the ordered tables of finders and rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from graphkit.extract.mentions.agencies import find_agencies
from graphkit.extract.mentions.annexes import find_annexes
from graphkit.extract.mentions.campaigns import find_campaigns
from graphkit.extract.mentions.counted_tails import find_counted_tails
from graphkit.extract.mentions.laws import find_laws
from graphkit.extract.mentions.meetings import find_meetings
from graphkit.extract.mentions.persons import find_persons
from graphkit.extract.mentions.platforms import find_platforms
from graphkit.extract.mentions.policies import find_policies
from graphkit.extract.mentions.regions import find_regions
from graphkit.extract.mentions.shared_tails import find_shared_tails
from graphkit.extract.mentions.short_names import find_short_names
from graphkit.extract.mentions.values import find_dates, find_targets
from graphkit.extract.once import told_once
from graphkit.extract.overlaps import order_of, without_overlaps
from graphkit.extract.patterns import find_by_patterns, state_by_patterns
from graphkit.extract.rules.absence import state_absence
from graphkit.extract.rules.acting_on import state_acting
from graphkit.extract.rules.amendments import state_amendments, state_earlier_issues
from graphkit.extract.rules.appointments import state_appointments, state_concurrent_posts, state_recorded_posts
from graphkit.extract.rules.attendance import state_attendance
from graphkit.extract.rules.bodies import state_cooperation, state_parts, state_subordination
from graphkit.extract.rules.campaign_periods import state_campaign_periods
from graphkit.extract.rules.campaigns import state_drives
from graphkit.extract.rules.carried import state_carried
from graphkit.extract.rules.carried_heads import state_carried_heads
from graphkit.extract.rules.conveyance import state_conveyance
from graphkit.extract.rules.digest import state_digests
from graphkit.extract.rules.drive_phases import state_drive_phases
from graphkit.extract.rules.force import state_force
from graphkit.extract.rules.forwarding import state_forwarding
from graphkit.extract.rules.good_practice import state_good_practice
from graphkit.extract.rules.heads import (
    state_distribution,
    state_masthead,
    state_numbers,
    state_own_policy,
    state_publication,
)
from graphkit.extract.rules.holding import state_holding
from graphkit.extract.rules.intervals import state_intervals
from graphkit.extract.rules.issuance import state_drafts, state_extents, state_issuance, state_plans, state_programmes
from graphkit.extract.rules.joining_drives import state_joining
from graphkit.extract.rules.joint_names import state_joint_names
from graphkit.extract.rules.joint_work import state_joint_work
from graphkit.extract.rules.jurisdictions import state_jurisdictions
from graphkit.extract.rules.lineage import state_changes, state_lineage
from graphkit.extract.rules.made_known import state_made_known
from graphkit.extract.rules.made_real import state_made_real
from graphkit.extract.rules.named_issuers import state_named_issuers
from graphkit.extract.rules.orders import state_orders
from graphkit.extract.rules.passing_on import state_passing_on
from graphkit.extract.rules.placed_sittings import state_placed_sittings
from graphkit.extract.rules.points import state_points
from graphkit.extract.rules.posts import state_posts
from graphkit.extract.rules.prompt_acts import state_prompt_acts
from graphkit.extract.rules.removals import state_removals
from graphkit.extract.rules.renames import state_renamings
from graphkit.extract.rules.response import state_item_responses
from graphkit.extract.rules.sent_out import state_sent_out
from graphkit.extract.rules.spreading import state_spreading
from graphkit.extract.rules.subjects import state_subjects
from graphkit.extract.rules.tabled_responses import state_tabled_responses
from graphkit.extract.rules.taking_up import state_taking_up
from graphkit.extract.rules.told_changes import state_told_changes
from graphkit.extract.scan import Scan
from graphkit.extract.scene import Scene
from graphkit.model.facts import Fact, Mention

Finder = Callable[[Scan], Iterator[Mention]]
Rule = Callable[[Scene], Iterator[Fact]]

FINDERS: tuple[Finder, ...] = (
    find_policies,
    find_laws,
    find_annexes,
    find_meetings,
    find_campaigns,
    find_platforms,
    find_agencies,
    find_counted_tails,
    find_regions,
    find_persons,
    find_dates,
    find_targets,
    find_by_patterns,
)


def find_mentions(scan: Scan) -> tuple[Mention, ...]:
    """Give the flat mentions of a document, in the order of the text."""
    candidates = [mention for finder in FINDERS for mention in finder(scan)]
    candidates.extend(find_short_names(scan, tuple(candidates)))
    candidates.extend(find_shared_tails(scan, tuple(candidates)))
    mentions = without_overlaps(candidates)
    if scan.refusals is not None:
        _note_overlapped(scan, candidates, mentions)
    return mentions


def _note_overlapped(scan: Scan, candidates: list[Mention], mentions: tuple[Mention, ...]) -> None:
    """Note the candidates that gave way to others."""
    kept = {(mention.start, mention.end) for mention in mentions}
    for one in sorted(set(candidates), key=lambda candidate: (candidate.start, candidate.end, candidate.rule)):
        if (one.start, one.end) in kept:
            continue
        others = (m for m in mentions if m.start < one.end and one.start < m.end)
        other = min(others, key=order_of, default=None)
        if other is not None:
            scan.refuse(
                one.start, one.end, one.kind, f"重叠，取 / gives way to {other.kind} “{other.surface}” ({other.rule})"
            )


RULES: tuple[Rule, ...] = (
    state_masthead,
    state_publication,
    state_distribution,
    state_own_policy,
    state_carried_heads,
    state_sent_out,
    state_orders,
    state_numbers,
    state_subjects,
    state_holding,
    state_joint_names,
    state_placed_sittings,
    state_attendance,
    state_item_responses,
    state_digests,
    state_tabled_responses,
    state_conveyance,
    state_spreading,
    state_passing_on,
    state_taking_up,
    state_forwarding,
    state_acting,
    state_made_real,
    state_good_practice,
    state_prompt_acts,
    state_joining,
    state_drive_phases,
    state_absence,
    state_issuance,
    state_named_issuers,
    state_made_known,
    state_carried,
    state_plans,
    state_drafts,
    state_programmes,
    state_extents,
    state_force,
    state_lineage,
    state_changes,
    state_told_changes,
    state_amendments,
    state_earlier_issues,
    state_posts,
    state_concurrent_posts,
    state_appointments,
    state_removals,
    state_recorded_posts,
    state_parts,
    state_subordination,
    state_jurisdictions,
    state_renamings,
    state_cooperation,
    state_joint_work,
    state_drives,
    state_campaign_periods,
    state_points,
    state_by_patterns,
)


def extract_facts(scene: Scene) -> Iterator[Fact]:
    """Iterate over the facts of a scene, rule by rule; last the times that the others leave open."""
    facts = list(told_once(scene, (fact for rule in RULES for fact in rule(scene))))
    yield from facts
    yield from state_intervals(scene, facts)

"""Candidates in, flat mentions out: the longest wins, then the surer kind."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from graphkit.model.facts import Mention, MentionKind

# Among candidates of one length, the kind whose form is the most telling comes first.
_ORDER: tuple[MentionKind, ...] = (
    "Policy", "Work", "Meeting", "Campaign", "Date", "Region", "Agency", "Person", "Target",
)  # fmt: skip
_RANK = {kind: rank for rank, kind in enumerate(_ORDER)}


def order_of(mention: Mention) -> tuple[bool, int, bool, int, int, str]:
    """Order candidates: the user's own, then the longer, then pieces of a list, then kind, place, rule."""
    is_piece = mention.rule in {"agency-recipient", "agency-shared-tail", "agency-acting-place"}
    is_own = mention.rule.startswith("own-")
    return (not is_own, mention.start - mention.end, not is_piece, _RANK[mention.kind], mention.start, mention.rule)


def without_overlaps(candidates: Iterable[Mention]) -> tuple[Mention, ...]:
    """Choose greedily by length, then kind, then place; give the chosen in the order of the text."""
    ranked = sorted(
        candidates,
        key=order_of,
    )
    starts: list[int] = []
    chosen: list[Mention] = []
    for mention in ranked:
        index = bisect_left(starts, mention.start)
        follows = index > 0 and chosen[index - 1].end > mention.start
        precedes = index < len(starts) and starts[index] < mention.end
        if follows or precedes:
            continue
        starts.insert(index, mention.start)
        chosen.insert(index, mention)
    return tuple(chosen)

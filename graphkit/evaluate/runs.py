"""What two runs read in the same texts: predictions are kept in a file; two runs go in, what changed comes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import ValidationError

from graphkit.errors import GraphkitError
from graphkit.evaluate.agreement import ComparableFact, comparable_facts
from graphkit.evaluate.gold import Gold, GoldMention, GoldRecord
from graphkit.evaluate.listing import name_in
from graphkit.evaluate.scores import Place, places

Turn = Literal["gained", "lost"]


class UnreadableRunError(GraphkitError):
    """Raised when a file is no kept run."""

    def __init__(self, path: Path, reason: str) -> None:
        """Keep the file and the reason."""
        super().__init__(
            f"{path}: 不是 evaluate --save 写的文件 / not written by evaluate --save: {reason}",
        )
        self.path = path


class Run(GoldRecord):
    """The predictions of one run, by the name of the gold file."""

    predictions: dict[str, Gold]


class Change(NamedTuple):
    """One mention or fact that only one of two runs read, and whether the gold has it."""

    turn: Turn
    is_right: bool
    what: str


def read_run(path: Path) -> Run:
    """Read a kept run."""
    try:
        return Run.model_validate_json(path.read_bytes())
    except OSError as error:
        raise UnreadableRunError(path, error.strerror or "unreadable") from error
    except ValidationError as error:
        raise UnreadableRunError(path, error.errors(include_url=False)[0]["msg"]) from error


def changes_between(before: Gold, after: Gold, gold: Gold) -> Iterator[Change]:
    """Iterate over the mentions, then the facts, that only one run read; the lost first."""
    old, new, wanted = places(before), places(after), places(gold)
    yield from _mention_changes("lost", old, new, wanted)
    yield from _mention_changes("gained", new, old, wanted)
    lost, gained, right = comparable_facts(before), comparable_facts(after), comparable_facts(gold)
    yield from _fact_changes("lost", lost, gained, right=right, named=before)
    yield from _fact_changes("gained", gained, lost, right=right, named=after)


def _mention_changes(
    turn: Turn, mentions: dict[Place, GoldMention], others: dict[Place, GoldMention], wanted: dict[Place, GoldMention]
) -> Iterator[Change]:
    """Iterate over the mentions that the other run has not."""
    for place in sorted(mentions.keys() - others.keys()):
        mention = mentions[place]
        yield Change(turn, place in wanted, f"{mention.type} {mention.text} char={mention.start},{mention.end}")


def _fact_changes(
    turn: Turn,
    facts: Iterable[ComparableFact],
    others: list[ComparableFact],
    *,
    right: list[ComparableFact],
    named: Gold,
) -> Iterator[Change]:
    """Iterate over the facts that agree with none of the other run's."""
    for fact in facts:
        if not any(fact.agrees_with(other) for other in others):
            subject, predicate, end = fact.written
            what = f"{name_in(named, subject)} {predicate} {name_in(named, end)}"
            yield Change(turn, any(fact.agrees_with(one) for one in right), what)

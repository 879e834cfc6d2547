"""What was planned or demanded, and what came of it: a dataset goes in, items with both their sentences come out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graphkit.dataset import Dataset
from graphkit.model.tables import Table, Term
from graphkit.network import Network, project_dataset
from graphkit.network.words import Words
from graphkit.query.asking import bind_question
from graphkit.query.catalogue import ready_question
from graphkit.view.labels import plain
from graphkit.view.quotes import Passage, Passages
from graphkit.view.scene import NothingToShowError, file_of
from graphkit.view.sheets import SheetTooLargeError
from graphkit.view.sources import Source, Sources

TITLE: Words = ("计划与要求的办理情况", "What was planned or demanded, and what came of it")
LIMIT = 5000
"""Items of a page."""
STATES: dict[str, str] = {
    "已完成": "done",
    "已启动": "started",
    "此前已有": "before",
    "待核": "unchecked",
    "未见完成": "open",
}
"""What the question says of an item, and what the page calls it."""
KINDS: dict[str, Words] = {
    "政策": ("政策", "policy"),
    "活动": ("活动", "campaign"),
    "响应": ("响应", "response"),
    "任务": ("任务", "task"),
}


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that was asked for in one document: by whom, when, and what came of it.

    Where no words tell who asks, `asked_by` is the document that does, in brackets.
    `due` is empty where no deadline is told, `assigned_to` where nobody is named who is to do it, `days` None where a
    day is missing; `asked` and `proof` are numbers of passages, -1 where there is none.
    """

    label: str
    kind: Words
    state: str
    asked_by: str
    asked_on: str
    done_by: str
    done_on: str
    days: int | None
    asked: int
    proof: int
    due: str = ""
    assigned_to: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """All items, the open ones first, with the number of documents read."""

    name: str
    title: Words
    documents: int
    items: tuple[Item, ...]
    passages: tuple[Passage, ...]
    sources: tuple[Source, ...] = ()


def ledger_of(dataset: Dataset) -> Ledger:
    """Give the ledger of a dataset, as the ready question of that name tells it, of each state what has no date last.

    Raises NothingToShowError and SheetTooLargeError.
    """
    answer = dataset.query(bind_question(dataset, ready_question("ledger"), {}).sparql)
    rows = list(_rows(answer)) if isinstance(answer, Table) else []
    if not rows:
        raise NothingToShowError(TITLE)
    if len(rows) > LIMIT:
        raise SheetTooLargeError(len(rows), LIMIT)
    network = project_dataset(dataset)
    text_of = cache(dataset.text)
    sources = Sources(network, text_of, file_of(dataset))
    passages = Passages(network, text_of, sources)
    items = [_item(row, network, passages) for row in rows]
    order = list(STATES.values())[::-1]
    items.sort(key=lambda one: (order.index(one.state), one.asked_on or "9999", one.label))
    return Ledger(
        name="ledger",
        title=TITLE,
        documents=dataset.manifest.documents,
        items=tuple(items),
        passages=tuple(passages.found),
        sources=tuple(sources.found({})),
    )


def _rows(table: Table) -> Iterator[dict[str, Term]]:
    for row in table:
        yield {name: term for name, term in zip(table.variables, row, strict=True) if term is not None}


def _item(row: dict[str, Term], network: Network, passages: Passages) -> Item:
    def said(name: str) -> str:
        return plain(row[name].value) if name in row else ""

    def passage(name: str) -> int:
        known = name in row and row[name].value in network.readings
        return passages.numbers([row[name].value], most=1)[0] if known else -1

    days = said("days")
    return Item(
        label=said("itemName"),
        kind=KINDS.get(said("kind"), (said("kind"), said("kind"))),
        state=STATES[said("state")],
        asked_by=said("askedBy"),
        asked_on=said("issued"),
        done_by=said("doneBy"),
        done_on=said("doneOn"),
        days=int(days) if days else None,
        asked=passage("reading"),
        proof=passage("doneReading"),
        due=said("due"),
        assigned_to=said("assignees"),
    )

"""Tables and time axes made by hand: three offices and two meetings, and ones whose every name attacks."""

from __future__ import annotations

from dataclasses import replace

from graphkit.view.chronicle import Aim, Chronicle, Event, when_of
from graphkit.view.ledger import Item, Ledger
from graphkit.view.matrix import Block, Cell, Matrix, Row, Target
from graphkit.view.quotes import Passage
from graphkit.view.sources import Source
from tests.handmade_network import HOSTILE

TITLE = ("一览", "Overview")
NOBODY = Cell("unreported", (), (), (), 0)


def passage(quote: str, *, before: str = "", after: str = "", document: str = "甲简报2021年第2期") -> Passage:
    """Make a passage of 22 March 2021."""
    return Passage(before, quote, after, document, "2021-03-22", "", "Reported", "response", "0.9")


def with_text(*passages: Passage) -> tuple[tuple[Passage, ...], tuple[Source, ...]]:
    """Give passages that stand one after another in one document, and this document."""
    text, placed = "", []
    for number, one in enumerate(passages):
        start = len(text) + len(one.before)
        placed.append(replace(one, source=0, start=start, end=start + len(one.quote), line=number + 1))
        text += f"{one.before}{one.quote}{one.after}\n"
    return tuple(placed), (Source(passages[0].document, "urn:x:1", "2021-03-22", "甲简报.txt", text, ()),)


def small_matrix() -> Matrix:
    """Give the four values: 甲市 responded twice, 乙市 as one of a group, 丙市 is said not to have, 丁市 is silent."""
    passages, sources = with_text(
        passage("甲局传达学习会议精神", before="会后，", after="。"),
        passage("各局均已传达"),
        passage("丙局尚未传达"),
        passage("甲局再次学习"),
    )
    rows = (
        Row("甲市", (Cell("responded", ("甲局",), (0, 3), (), 2), NOBODY)),
        Row("乙市", (Cell("collectively", (), (1,), (), 1), Cell("responded", ("乙局",), (3,), (), 1))),
        Row("丙市", (Cell("absent", ("丙局",), (2,), (1,), 1), NOBODY)),
        Row("丁市", (NOBODY, NOBODY)),
    )
    outside = (Row("省局", (Cell("responded", (), (0,), (), 1), None)),)
    targets = (
        Target("全省工作会议", ("会议", "meeting"), "2021-02-26", ("省局",), 1),
        Target("工作办法", ("法规制度", "regulation"), "", (), 1),
    )
    return Matrix(
        "coverage", TITLE, 7, targets, (Block("某省", "divisions", (0, 1), rows, outside),), passages, sources
    )


def hostile_matrix() -> Matrix:
    """Give a table whose places, offices, meetings, universes and sentences attack."""
    passages, sources = with_text(*(passage(name or " ", before=name, after=name, document=name) for name in HOSTILE))
    count = len(HOSTILE)
    targets = tuple(Target(name, (name, name), name, (name,), 1) for name in HOSTILE)
    rows = tuple(
        Row(name, tuple(Cell("responded", (name,), (number,), (number,), 2) for _ in range(count)))
        for number, name in enumerate(HOSTILE)
    )
    blocks = (
        Block(HOSTILE[0], "group", tuple(range(count - 1)), rows, rows[:2]),
        Block("", "", (count - 1,), (), rows),
    )
    return Matrix("coverage", (HOSTILE[1], HOSTILE[1]), 1, targets, blocks, passages, sources)


def small_chronicle() -> Chronicle:
    """Give a meeting, who took it up when, a policy of a month, one of years before, and one without date."""
    passages, sources = with_text(
        passage("甲局传达学习会议精神", before="会后，", after="。"), passage("2月26日，省局召开全省工作会议")
    )
    meeting, policy = ("会议", "meeting"), ("法规制度", "regulation")
    response = ("响应", "response")

    def answer(label: str, manner: str, day: str, days: int, *, is_latest: bool) -> Event:
        when = when_of(day, is_latest=is_latest)
        return Event("Response", manner, response, label, when, (label,), (Aim(1, days),), (0,))

    events = (
        Event("Policy", "", policy, "旧办法", when_of("1998-05-04"), ("省局",), (), (1,)),
        Event("Meeting", "", meeting, "全省工作会议", when_of("2021-02-26"), ("省局",), (), (1,)),
        Event("Policy", "", policy, "新办法", when_of("2021-03"), ("省局",), (), (1,)),
        answer("甲局", "responded", "2021-03-01", 3, is_latest=False),
        answer("乙局", "responded", "2021-03-22", 24, is_latest=True),
        answer("丙局", "absent", "2021-03-22", 24, is_latest=True),
        answer("各局", "collectively", "2021-03-22", 24, is_latest=True),
        Event("Policy", "", policy, "无日期的办法", when_of(""), (), (), (1,)),
    )
    return Chronicle("timeline", TITLE, 7, events, passages, sources)


def hostile_chronicle() -> Chronicle:
    """Give a time axis whose every name and sentence attacks; the dates are dates, as those of a dataset are."""
    passages, sources = with_text(*(passage(name or " ", before=name, after=name, document=name) for name in HOSTILE))
    events = tuple(
        Event(
            ("Meeting", "Policy")[number % 2],
            "",
            (name, name),
            name,
            when_of(f"2021-03-{number + 1:02}" if number % 3 else ""),
            (name,),
            (Aim((number + 1) % len(HOSTILE), 3),),
            (number,),
        )
        for number, name in enumerate(HOSTILE)
    )
    return Chronicle("timeline", (HOSTILE[1], HOSTILE[1]), 1, events, passages, sources)


def small_ledger() -> Ledger:
    """Give a policy that was issued, one that was not seen, a campaign that was started, a task with a deadline."""
    passages, sources = with_text(passage("抓紧出台《甲办法》"), passage("省局印发《甲办法》"))
    policy, campaign = ("政策", "policy"), ("活动", "campaign")
    items = (
        Item("乙办法", policy, "open", "", "2023-05-01", "", "", None, 0, -1),
        Item("丙任务", ("任务", "task"), "unchecked", "工作会议", "2023-05-01", "", "", None, 0, -1, "2023-12"),
        Item("甲活动", campaign, "started", "工作要点", "2023-05-01", "省局", "2023-05-07", 6, 0, 1),
        Item("甲办法", policy, "done", "工作会议", "2023-04-06", "省局", "2023-04-25", 19, 0, 1),
    )
    return Ledger("ledger", ("办理情况", "Ledger"), 7, items, passages, sources)


def hostile_ledger() -> Ledger:
    """Give a ledger whose every name and sentence attacks."""
    passages, sources = with_text(*(passage(name or " ", before=name, after=name, document=name) for name in HOSTILE))
    items = tuple(
        Item(name, (name, name), "done", name, name, name, name, 3, number, number, name)
        for number, name in enumerate(HOSTILE)
    )
    return Ledger("ledger", (HOSTILE[1], HOSTILE[1]), 1, items, passages, sources)

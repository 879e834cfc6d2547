"""`graphkit review`: pairs that may be one thing go in, judgements of people come out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from graphkit.cli.judging import FilledTable, Who, login, taken, tell_written, today
from graphkit.cli.options import DEFAULT_DATASET, DEFAULT_JUDGEMENTS, DatasetFolder, JudgementsFolder
from graphkit.cli.pairs import TextOf, reasons_of, sentence_of, side_lines
from graphkit.cli.printing import deliver, remark

if TYPE_CHECKING:
    from graphkit.dataset import Dataset
    from graphkit.model.judgements import PairJudgement, Verdict
    from graphkit.query.pairs import Pair, Side

TABLE = "review.tsv"
KEYS: dict[str, Verdict] = {
    **dict.fromkeys(("s", "same", "相同"), "same"),
    **dict.fromkeys(("d", "different", "不同"), "different"),
    **dict.fromkeys(("u", "unsure", "不确定"), "unsure"),
}
PROMPT = "s 相同 same · d 不同 different · u 不确定 unsure · Enter 跳过 skip · q 结束 quit（可加理由 / and why）> "


class Asked(NamedTuple):
    """A pair to be judged, its number among all, and its two sides."""

    number: str
    pair: Pair
    a: Side
    b: Side


BlankTable = Annotated[
    Path | None,
    typer.Option("--tsv", metavar="FILE", help="写出待判断的表，用 Excel 填 verdict 列 / Write a table to fill in."),
]
OfClass = Annotated[
    str | None, typer.Option("--class", metavar="CLASS", help="只看这一类，如 Person / Only of this class.")
]
Everything = Annotated[bool, typer.Option("--all", help="不确定的也再看一遍 / Ask again about those judged unsure.")]


def review(
    *,
    tsv: BlankTable = None,
    read: FilledTable = None,
    kind: OfClass = None,
    everything: Everything = False,
    who: Who = "",
    judgements: JudgementsFolder = DEFAULT_JUDGEMENTS,
    dataset: DatasetFolder = DEFAULT_DATASET,
) -> None:
    """逐对判断疑似相同的事物：相同、不同或不确定。 / Judge pairs that may be one thing: same, different or unsure.

    判断记在 judgements/review.tsv，下次 build 时采用；删去一行即撤销。 / Judgements are kept in
    judgements/review.tsv and followed at the next build; to undo one, remove its line.

    \b
    例 / Examples:
      graphkit review
      graphkit review --class Person --who 张三
      graphkit review --tsv 待判断.tsv
      graphkit review --read 待判断.tsv && graphkit build
    """  # noqa: D301 - \b keeps the lines of a paragraph
    from graphkit.dataset import open_dataset

    table = judgements / TABLE
    if read is not None:
        tell_written(taken(read, table, who or login(), of_pairs=True), table)
        return
    opened = open_dataset(dataset)
    pairs = _open_pairs(opened, judgements, kind, everything=everything)
    first = next(pairs, None)
    if first is None:
        deliver(["没有待判断的 / nothing to judge\n"], None)
    elif tsv is not None:
        deliver(_table_lines(opened, chain([first], pairs)), tsv)
        remark(f"已写出 / written: {tsv}")
        remark(f"填好 verdict 列后 / when filled in: graphkit review --read {tsv} && graphkit build")
    else:
        tell_written(_asked(opened, chain([first], pairs), table, who or login()), table)


def _open_pairs(opened: Dataset, folder: Path, kind: str | None, *, everything: bool) -> Iterator[Asked]:
    """Iterate over the pairs that nobody has judged yet, in the dataset or in the folder since it was built."""
    from graphkit.dataset.judgement_files import read_judgements
    from graphkit.query.pairs import possible_pairs, side_of
    from graphkit.terms import GK

    known: dict[str, str] = {}
    since = read_judgements(folder).pairs
    judged = {frozenset((one.a, one.b)) for one in since if one.verdict != "unsure"}
    unsure = {frozenset((one.a, one.b)) for one in since if one.verdict == "unsure"}
    pairs = [pair for pair in possible_pairs(opened) if everything or not pair.verdict]
    for number, pair in enumerate(pairs, 1):
        a, b = side_of(opened, pair.a, known), side_of(opened, pair.b, known)
        both = frozenset((a.place(opened.base)[0], b.place(opened.base)[0]))
        if both in judged or (both in unsure and not everything):
            continue
        if kind is None or GK + kind in {*a.classes, *b.classes}:
            yield Asked(f"{number}/{len(pairs)}", pair, a, b)


def _asked(opened: Dataset, pairs: Iterable[Asked], table: Path, who: str) -> int:
    """Ask about one pair after the other; each answer is written at once; give how many."""
    from graphkit.dataset.judgement_files import append_judgements

    text_of = cache(opened.text)
    written = 0
    for number, pair, a, b in pairs:
        deliver(_pair_lines(number, pair, (a, b), text_of), None)
        answer = _answer()
        if answer is None:
            break
        verdict, why = answer
        if verdict is not None:
            written += append_judgements(table, [_judgement(verdict, (a, b), opened.base, who=who, why=why)])
    return written


def _answer() -> tuple[Verdict | None, str] | None:
    """Read one answer: a verdict with its reason, (None, "") to skip, None to end."""
    while True:
        deliver([PROMPT], None)
        try:
            key, _, why = input().strip().partition(" ")
        except EOFError:
            deliver(["\n"], None)
            return None
        if key.lower() in {"q", "quit", "结束"}:
            return None
        if not key:
            return None, ""
        if key.lower() in KEYS:
            return KEYS[key.lower()], why.strip()


def _judgement(verdict: Verdict, sides: tuple[Side, Side], base: str, *, who: str, why: str) -> PairJudgement:
    from graphkit.model.judgements import PairJudgement

    (a, a_words), (b, b_words) = (side.place(base) for side in sides)
    return PairJudgement(verdict=verdict, a=a, a_words=a_words, b=b, b_words=b_words, who=who, why=why, date=today())


def _pair_lines(number: str, pair: Pair, sides: tuple[Side, Side], text_of: TextOf) -> Iterator[str]:
    yield f"\n({number}) 疑似相同 possibly same · {pair.score} · {reasons_of(pair)}\n"
    for mark, side in zip("AB", sides, strict=True):
        yield from side_lines(mark, side, text_of)


def _table_lines(opened: Dataset, pairs: Iterable[Asked]) -> Iterator[str]:
    """Give the table to be filled in: what people read first, the places last; marked as UTF-8 for spreadsheets."""
    from graphkit.dataset.judgement_files import row_line
    from graphkit.export.cells import compact_iri

    text_of = cache(opened.text)
    names = "verdict a_name b_name score reasons a_sentence b_sentence a_iri b_iri why who date a a_words b b_words"
    yield "\ufeff" + row_line(names.split()) + "\n"
    for _, pair, a, b in pairs:
        sentences = ["".join(sentence_of(one, text_of) for one in side.named[:1]) for side in (a, b)]
        (a_place, a_words), (b_place, b_words) = a.place(opened.base), b.place(opened.base)
        iris = compact_iri(a.iri), compact_iri(b.iri)
        head = ("", a.label, b.label, pair.score, reasons_of(pair), *sentences, *iris)
        yield row_line([*head, "", "", "", a_place, a_words, b_place, b_words]) + "\n"

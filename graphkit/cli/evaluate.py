"""`graphkit evaluate`: gold files go in, the figures of what graphkit reads in their texts come out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphkit.cli.options import LexiconFolder
from graphkit.cli.printing import deliver

if TYPE_CHECKING:
    from graphkit.evaluate.gold import Gold
    from graphkit.evaluate.runs import Run
    from graphkit.evaluate.scores import Figures, Scores


GoldFiles = Annotated[
    list[Path],
    typer.Argument(
        metavar="GOLD",
        help="NAME.gold.json，原文 NAME.txt 在旁边 / Gold files, each beside its text.",
        exists=True,
        dir_okay=False,
    ),
]
ByType = Annotated[bool, typer.Option("--by-type", help="分类型列出 / One line a type and predicate.")]
AsJson = Annotated[bool, typer.Option("--json", help="JSON 输出 / All figures as JSON.")]
Misses = Annotated[
    int,
    typer.Option("--misses", metavar="N", min=0, help="每个文件各列 N 处差错 / Name N differences of each kind."),
]
TextsFolder = Annotated[
    Path | None,
    typer.Option(
        "--texts", metavar="DIR", help="原文所在文件夹 / Where the texts are, if not beside.", file_okay=False
    ),
]
SavedRun = Annotated[
    Path | None,
    typer.Option("--save", metavar="RUN", help="保存本次抽取结果 / Keep what was read, for --against.", dir_okay=False),
]
OlderRun = Annotated[
    Path | None,
    typer.Option(
        "--against",
        metavar="RUN",
        help="与保存的结果比较 / What a kept run had and this has not, and back.",
        dir_okay=False,
    ),
]


def evaluate(
    gold: GoldFiles,
    *,
    by_type: ByType = False,
    as_json: AsJson = False,
    misses: Misses = 0,
    lexicon: LexiconFolder = None,
    texts: TextsFolder = None,
    save: SavedRun = None,
    against: OlderRun = None,
) -> None:
    """抽取标注文件的原文并与标注比较。 / Read the texts of gold files and score what was read.

    分数的定义见标注规范，与 score.py 一致。 / Scores are those of the annotation guidelines, the same as score.py's.

    \b
    例 / Examples:
      graphkit evaluate ../shared/gold/*.gold.json
      graphkit evaluate seed.gold.json --by-type --misses 10
      graphkit evaluate seed.gold.json --json > figures.json
      graphkit evaluate *.gold.json --save last.json      # 改规则之前 / before a change
      graphkit evaluate *.gold.json --against last.json   # 改规则之后 / after it
    """  # noqa: D301 - \b keeps the lines of a paragraph
    from graphkit.evaluate.runs import Run
    from graphkit.evaluate.scores import score

    last = _last_run(against) if against is not None else None
    pairs = [(path, *_read_pair(path, texts, lexicon)) for path in gold]
    if save is not None:
        deliver([Run(predictions={path.name: found for path, _, found in pairs}).model_dump_json() + "\n"], save)
    scores = score((wanted, found) for _, wanted, found in pairs)
    if as_json:
        deliver([scores.model_dump_json() + "\n"], None)
        return
    for path, wanted, found in pairs if misses else ():
        deliver(_miss_lines(path, wanted, found, misses), None)
    for path, wanted, found in pairs if last is not None else ():
        before = last.predictions.get(path.name) if last is not None else None
        deliver(_change_lines(path, before, found, wanted), None)
    deliver(_score_lines(scores, by_type=by_type), None)


def _last_run(path: Path) -> Run:
    from graphkit.evaluate.runs import read_run

    return read_run(path)


def _change_lines(path: Path, before: Gold | None, found: Gold, wanted: Gold) -> Iterator[str]:
    """Say what a kept run had and this has not (-), and back (+), and whether the gold has it."""
    from graphkit.evaluate.runs import changes_between
    from graphkit.export.cells import visible

    if before is None:
        yield f"== {path.name}  上次没有 / not in the kept run\n"
        return
    changes = list(changes_between(before, found, wanted))
    if changes:
        better = sum(one.is_right == (one.turn == "gained") for one in changes)
        yield f"== {path.name}  变好 better {better} · 变差 worse {len(changes) - better}\n"
    for one in changes:
        sign = "+" if one.turn == "gained" else "-"
        yield f"  {sign} {'对 right' if one.is_right else '错 wrong'}  {visible(one.what)}\n"


def _read_pair(path: Path, texts: Path | None, lexicon: Path | None) -> tuple[Gold, Gold]:
    from graphkit.evaluate.gold import read_gold
    from graphkit.evaluate.prediction import predict, text_of
    from graphkit.settings import Settings

    wanted = read_gold(path)
    return wanted, predict(text_of(path, wanted, texts=texts), Settings(lexicon=lexicon))


def _miss_lines(path: Path, wanted: Gold, found: Gold, limit: int) -> Iterator[str]:
    from graphkit.evaluate.misses import misses_in
    from graphkit.export.cells import visible

    yield f"== {path.name}\n"
    for miss in misses_in(wanted, found, limit=limit):
        yield f"  {miss.kind:<15} {visible(miss.what)}\n"


def _score_lines(scores: Scores, *, by_type: bool) -> Iterator[str]:
    tables = {
        "mentions strict 提及": scores.mentions_strict,
        "mentions overlap 重叠": scores.mentions_overlap,
        "facts 事实": scores.facts,
        "evident facts 自明": scores.evident_facts,
    }
    for title, figures in tables.items():
        yield from _figure_lines(title, figures, by_type=by_type)
    yield f"B-cubed 实体归并  F1 {scores.b_cubed:.4f}\n"


def _figure_lines(title: str, figures: dict[str, Figures], *, by_type: bool) -> Iterator[str]:
    from graphkit.export.cells import pad

    yield pad(title, 24) + f"{'P':>8}{'R':>8}{'F1':>8}{'gold':>7}\n"
    for kind, row in figures.items():
        if by_type or kind == "ALL":
            yield f"  {kind:<22}{row.p:8.4f}{row.r:8.4f}{row.f1:8.4f}{row.gold:7}\n"

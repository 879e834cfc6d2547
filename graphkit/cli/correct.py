"""`graphkit correct`: what was read goes in, what people say of it comes out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from graphkit.cli.candidates import complain_unknown
from graphkit.cli.exits import ERROR, USAGE
from graphkit.cli.judging import FilledTable, Who, login, taken, tell_written, today
from graphkit.cli.options import DEFAULT_DATASET, DEFAULT_JUDGEMENTS, DatasetFolder, JudgementsFolder
from graphkit.cli.pairs import sentence_of
from graphkit.cli.printing import complain, deliver, remark
from graphkit.cli.readings import MODALITIES, reading_lines, rejected_lines, said_words

if TYPE_CHECKING:
    from graphkit.dataset import Dataset
    from graphkit.model.judgements import Action, Correction
    from graphkit.query.readings import Reading, SaidStatement

TABLE = "corrections.tsv"
KEYS: dict[str, Action] = {
    **dict.fromkeys(("a", "accept", "接受"), "accept"),
    **dict.fromkeys(("r", "reject", "驳回"), "reject"),
    **dict.fromkeys(("t", "retype", "改类"), "retype"),
    **dict.fromkeys(("w", "reword", "改写"), "reword"),
}
PROMPT = (
    "a 接受 accept · r 驳回 reject · t 类名 CLASS 改类 retype · w 文字 TEXT 改写 reword"
    " · Enter 跳过 skip · q 结束 quit（r 2：只驳回第2条；#理由）> "
)
_ANSWER = re.compile(r"(?P<key>\S+)(?:\s+(?P<number>\d+)(?=\s|$))?(?:\s+(?P<new>[^#]*?))?\s*(?:#\s*(?P<why>.*))?")


class Answer(NamedTuple):
    """What was typed: the action, the number of a statement (0: the whole reading), what is new, the reason."""

    action: Action | None
    number: int
    new: str
    why: str


ThingName = Annotated[
    str | None,
    typer.Argument(metavar="NAME", help="只看这个事物，不写则从最没把握的看起 / Of this only.", show_default=False),
]
BlankTable = Annotated[
    Path | None,
    typer.Option("--tsv", metavar="FILE", help="写出表格，用 Excel 填 action 列 / Write a table to fill in."),
]
Listed = Annotated[bool, typer.Option("--list", help="只列出已驳回的 / Only list what was rejected.")]
Limit = Annotated[int, typer.Option("--limit", metavar="N", min=1, help="最多几处 / Readings at most.")]


def correct(
    name: ThingName = None,
    *,
    tsv: BlankTable = None,
    read: FilledTable = None,
    listed: Listed = False,
    limit: Limit = 50,
    who: Who = "",
    judgements: JudgementsFolder = DEFAULT_JUDGEMENTS,
    dataset: DatasetFolder = DEFAULT_DATASET,
) -> None:
    """逐处核对读出的事实：接受、驳回、改类或改写。 / Accept, reject, retype or reword what was read.

    更正记在 judgements/corrections.tsv，下次 build 时采用；删去一行即撤销。 / Corrections are kept in
    judgements/corrections.tsv and followed at the next build; to undo one, remove its line.

    \b
    例 / Examples:
      graphkit correct 玉溪局
      graphkit correct --limit 20 --who 张三
      graphkit correct 玉溪局 --tsv 核对.tsv
      graphkit correct --read 核对.tsv && graphkit build
      graphkit correct --list
    """  # noqa: D301 - \b keeps the lines of a paragraph
    from graphkit.dataset import open_dataset

    table = judgements / TABLE
    if read is not None:
        tell_written(taken(read, table, who or login(), of_pairs=False), table)
        return
    opened = open_dataset(dataset)
    if listed:
        deliver(list(rejected_lines(opened)) or ["没有驳回的 / nothing was rejected\n"], None)
        return
    readings = islice(_readings(opened, name, judgements), limit)
    if tsv is not None:
        deliver(_table_lines(opened, readings), tsv)
        remark(f"已写出 / written: {tsv}")
        remark(f"填好 action 列后 / when filled in: graphkit correct --read {tsv} && graphkit build")
    else:
        tell_written(_asked(opened, readings, table, who or login()), table)


def _readings(opened: Dataset, name: str | None, folder: Path) -> Iterator[Reading]:
    """Iterate over the readings to be looked at, those that were corrected before left out."""
    from graphkit.dataset.judgement_files import read_judgements
    from graphkit.query.readings import least_sure_readings, readings_about

    done = {(one.place, one.rule) for one in read_judgements(folder).corrections}
    found = least_sure_readings(opened) if name is None else readings_about(opened, _meant(opened, name))
    return (one for one in found if (_place(one), one.citation.rule) not in done)


def _meant(opened: Dataset, name: str) -> str:
    """Give the one thing that a name means; ends the command where it means none or several."""
    from graphkit.export.cells import compact_iri
    from graphkit.query.names import candidates_for

    found = candidates_for(opened, name)
    if len(found) == 1:
        return found[0].iri
    if found:
        iris = "；".join(compact_iri(one.iri) for one in found[:5])
        complain(f"“{name}”可以是 {len(found)} 个事物，请写 IRI / may mean several things, give an IRI: {iris}")
        raise typer.Exit(USAGE)
    complain_unknown(opened, name)
    raise typer.Exit(ERROR)


def _asked(opened: Dataset, readings: Iterable[Reading], table: Path, who: str) -> int:
    """Show one reading after the other; each answer is written at once; give how many."""
    from graphkit.dataset.judgement_files import append_judgements

    text_of = cache(opened.text)
    known: dict[str, str] = {}
    written = 0
    for number, reading in enumerate(readings, 1):
        modality = MODALITIES.get(reading.citation.modality, reading.citation.modality)
        deliver([f"\n({number}) {modality} · {reading.confidence}\n"], None)
        deliver(reading_lines(opened, reading, text_of, known), None)
        answer = _answer(reading)
        if answer is None:
            break
        if answer.action is not None:
            correction = _correction(opened, reading, answer, answer.action, who=who)
            written += append_judgements(table, [correction])
    return written


def _answer(reading: Reading) -> Answer | None:
    """Read one answer, again until it can be followed; one without action skips, None ends."""
    while True:
        deliver([PROMPT], None)
        try:
            typed = input().strip()
        except EOFError:
            deliver(["\n"], None)
            return None
        if typed.lower() in {"q", "quit", "结束"}:
            return None
        found = _ANSWER.fullmatch(typed)
        if found is None:
            return Answer(None, 0, "", "")
        action = KEYS.get(found["key"].lower())
        answer = Answer(action, int(found["number"] or 0), (found["new"] or "").strip(), (found["why"] or "").strip())
        if _can_be_followed(answer, reading):
            return answer


def _can_be_followed(answer: Answer, reading: Reading) -> bool:
    """Tell whether an answer is whole; a new class or name without a number is that of the one thing there is."""
    is_new = answer.action in {"retype", "reword"}
    if answer.action is None or bool(answer.new) != is_new or answer.number > len(reading.decisions):
        return False
    if answer.number:
        statement = reading.decisions[answer.number - 1]
        return answer.action != "retype" or statement.subject in reading.things
    return not is_new or len(reading.things) == 1


def _correction(opened: Dataset, reading: Reading, answer: Answer, action: Action, *, who: str) -> Correction:
    """Give the correction of an answer; a number names one statement of the reading."""
    from graphkit.model.judgements import Correction

    named = _named(opened, reading.decisions[answer.number - 1]) if answer.number else ("", "", "")
    subject, predicate, value = named
    return Correction(
        action=action,
        place=_place(reading),
        words=reading.citation.quote,
        rule=reading.citation.rule,
        subject=subject,
        predicate=predicate,
        value=value,
        new=_class_named(answer.new) if action == "retype" else answer.new,
        who=who,
        why=answer.why,
        date=today(),
    )


def _named(opened: Dataset, statement: SaidStatement) -> tuple[str, str, str]:
    """Give how a correction names a statement: keys without the base, terms by prefix."""
    from graphkit.export.cells import compact_iri

    subject, predicate, value = statement
    key = compact_iri(value.value.removeprefix(opened.base)) if value.kind == "iri" else value.value
    return subject.removeprefix(opened.base), compact_iri(predicate), key


def _class_named(name: str) -> str:
    """Give gk:Meeting for 会议 or Meeting."""
    from graphkit.export.cells import compact_iri
    from graphkit.rdf.ontology import term_labels

    terms = term_labels("zh").items()
    chinese = {label: compact_iri(term) for term, label in terms if term.rpartition("#")[2][:1].isupper()}
    return chinese.get(name, name if ":" in name else f"gk:{name}")


def _place(reading: Reading) -> str:
    from graphkit.model.judgements import place_of

    return place_of(reading.citation.text, *reading.citation.span)


def _table_lines(opened: Dataset, readings: Iterable[Reading]) -> Iterator[str]:
    """Give the table to be filled in: a row for each reading, and one for each decision where there are several."""
    from graphkit.dataset.judgement_files import row_line

    text_of = cache(opened.text)
    known: dict[str, str] = {}
    names = "action new statement sentence confidence why who date place words rule subject predicate value"
    yield "\ufeff" + row_line(names.split()) + "\n"
    for reading in readings:
        citation = reading.citation
        words = [said_words(opened, one, known) for one in reading.decisions]
        tail = (_place(reading), citation.quote, citation.rule)
        head = ("；".join(words), sentence_of(citation, text_of), reading.confidence, "", "", "")
        yield row_line(["", "", *head, *tail, "", "", ""]) + "\n"
        if len(words) == 1:
            continue
        for said, statement in zip(words, reading.decisions, strict=True):
            yield row_line(["", "", f"└ {said}", "", "", "", "", "", *tail, *_named(opened, statement)]) + "\n"

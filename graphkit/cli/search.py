"""`graphkit search`: words go in, the things and sentences that hold them come out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from graphkit.cli.answers import FormatOption, TableFormat, deliver_table, format_for
from graphkit.cli.asked import HEADED
from graphkit.cli.options import DEFAULT_DATASET, AsOfDate, DatasetFolder, OutputFile
from graphkit.cli.printing import deliver, remark

if TYPE_CHECKING:
    from graphkit.dataset.search import EntityHit, Hits, SentenceHit
    from graphkit.model.tables import Table, Term

CONTEXT = 40
"""Characters of a sentence shown before the first word and after the last one, where people read."""

COLUMNS = (
    *("kind", "name", "class", "facts", "sentence", "marked", "document", "issue", "date", "article"),
    *("text", "start", "end", "iri"),
)
HEADINGS = {
    "class": "类别",
    "name": "名称",
    "facts": "条数",
    "sentence": "句子",
    "document": "文件",
    "issue": "期号",
    "date": "日期",
    "place": "位置",
}
"""What formats for people show of a hit, under which headings."""


class Where(StrEnum):
    """Where to look."""

    ALL = "all"
    DOCUMENTS = "documents"
    ENTITIES = "entities"


def search(
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS…", help="要找的词，都要出现 / Words, all of them to be found.")
    ],
    *,
    where: Annotated[
        Where, typer.Option("--in", help="只找原文或实体名称 / Only sentences, or only names.", case_sensitive=False)
    ] = Where.ALL,
    start: Annotated[
        str, typer.Option("--from", metavar="DATE", help="文件日期不早于 / Documents not dated before.")
    ] = "",
    end: Annotated[str, typer.Option("--to", metavar="DATE", help="文件日期不晚于 / Documents not dated after.")] = "",
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, help="各最多几条 / Hits of each kind.")] = 20,
    form: FormatOption = None,
    output: OutputFile = None,
    dataset: DatasetFolder = DEFAULT_DATASET,
    as_of: AsOfDate = "",
) -> None:
    """在原文和实体名称中找词：先列实体，再列句子和出处。 / Find words in names and texts: things first, then sentences.

    几个词都要在同一句（同一名称）中；一个词找不到时分成两段再找，引号内不拆；繁体、全角与简体、半角一样。
    / All words in one sentence or name; a word that is not found is looked for in two parts, unless in quotes;
    traditional and full-width forms count as plain ones.

    \b
    例 / Examples:
      graphkit search 护林员
      graphkit search 玉溪 会议 --in documents --from 2023-01 --to 2023-06
      graphkit search '"传达学习 全省会议"' --limit 5
      graphkit search 管理办法 --in entities --format csv -o policies.csv
    """  # noqa: D301 - \b keeps the lines of a paragraph
    from graphkit.cli.as_of import open_as_of

    wanted = format_for(form, output)
    hits = open_as_of(dataset, as_of).search(" ".join(words), where=where.value, start=start, end=end, limit=limit)
    if wanted is TableFormat.TABLE:
        deliver(_lines(hits, where), output)
    else:
        shown = _table_for_people(hits) if wanted in HEADED else _table(hits)
        deliver_table(shown, wanted, output, for_people=True)
        _remark_cut("实体 entities", hits.entities_found, len(hits.entities))
        _remark_cut("句子 sentences", hits.sentences_found, len(hits.sentences))


def _remark_cut(what: str, found: int, shown: int) -> None:
    if found > shown:
        remark(f"… {what}: 共 {found}，只列 {shown}（--limit） / {shown} of {found} (--limit)")


def _lines(hits: Hits, where: Where) -> Iterator[str]:
    if hits.is_split:
        yield f"没有连在一起的，改为分开找 / not found as one word, looked for apart: {' '.join(hits.words)}\n\n"
    if where is not Where.DOCUMENTS:
        yield from _head("实体 entities", hits.entities_found, len(hits.entities))
        yield from _entity_lines(hits.entities)
    if where is Where.ALL:
        yield "\n"
    if where is not Where.ENTITIES:
        yield from _head("句子 sentences", hits.sentences_found, len(hits.sentences))
        for hit in hits.sentences:
            yield from _sentence_lines(hit)
    if not hits.entities_found and not hits.sentences_found:
        yield "没有同时含有这些词的句子或名称，可减少几个词 / nothing holds all of the words; try fewer\n"


def _head(what: str, found: int, shown: int) -> Iterator[str]:
    cut = f"，列出 {shown}（--limit） / {shown} shown" if found > shown else ""
    yield f"{what}: {found}{cut}\n"


def _entity_lines(hits: Iterable[EntityHit]) -> Iterator[str]:
    from graphkit.cli.candidates import called
    from graphkit.export.cells import pad, visible, width

    names = [visible(one.label) + (f"（{visible(one.matched)}）" if one.matched != one.label else "") for one in hits]
    columns = min(48, max(map(width, names), default=0))
    for one, name in zip(hits, names, strict=True):
        yield f"  {pad(name, columns)}  {visible(called(one.class_, terms=False))}  {one.facts} 条事实 facts\n"


def _sentence_lines(hit: SentenceHit) -> Iterator[str]:
    from graphkit.export.cells import visible

    article = f"《{hit.article_title}》" if hit.article_title else ""
    date = hit.date if hit.date and hit.date not in hit.document_name else ""
    issue = hit.issue if hit.issue and hit.issue not in hit.document_name else ""
    source = (hit.document_name, issue, date, article, hit.place)
    yield f"\n  {visible(_shortened(hit))}\n"
    yield f"    {'  '.join(visible(part) for part in source if part)}\n"


def _shortened(hit: SentenceHit) -> str:
    """Give the marked sentence without what is far from its words."""
    marked = hit.marked()
    first, last = marked.find("【"), marked.rfind("】")
    before = f"…{marked[first - CONTEXT : first]}" if first > CONTEXT else marked[:first]
    after = marked[last + 1 :]
    return before + marked[first : last + 1] + (f"{after[:CONTEXT]}…" if len(after) > CONTEXT else after)


def _table(hits: Hits) -> Table:
    """Give all hits as one table, things first; a sentence stands there as it is and with its words marked."""
    from graphkit.model.tables import Table

    return Table(COLUMNS, [*map(_entity_row, hits.entities), *map(_sentence_row, hits.sentences)])


def _table_for_people(hits: Hits) -> Table:
    """Give all hits under Chinese headings, things first, in words: no IRI, each sentence once."""
    from graphkit.cli.candidates import called
    from graphkit.model.tables import Table, Term
    from graphkit.terms import xsd

    def row(cells: dict[str, str]) -> tuple[Term | None, ...]:
        typed = {"facts": xsd.integer}
        return tuple(Term("literal", cells[one], typed.get(one)) if cells.get(one) else None for one in HEADINGS)

    things = [
        row({"class": called(one.class_, terms=False), "name": one.label, "facts": str(one.facts)})
        for one in hits.entities
    ]
    sentences = [
        row(
            {
                "class": "句子",
                "name": one.article_title,
                "sentence": one.sentence,
                "document": one.document_name,
                "issue": one.issue,
                "date": one.date,
                "place": one.place,
            }
        )
        for one in hits.sentences
    ]
    return Table(tuple(HEADINGS.values()), [*things, *sentences])


def _entity_row(hit: EntityHit) -> tuple[Term | None, ...]:
    return _row(
        {
            "kind": "entity",
            "name": hit.label,
            "class": hit.class_,
            "facts": hit.facts,
            "marked": hit.matched,
            "iri": hit.iri,
        }
    )


def _sentence_row(hit: SentenceHit) -> tuple[Term | None, ...]:
    return _row(
        {
            "kind": "sentence",
            "sentence": hit.sentence,
            "marked": hit.marked(),
            "document": hit.document_name,
            "issue": hit.issue,
            "date": hit.date,
            "article": hit.article_title,
            "text": hit.text,
            "start": hit.start,
            "end": hit.end,
            "iri": hit.document,
        }
    )


def _row(cells: dict[str, str | int]) -> tuple[Term | None, ...]:
    from graphkit.model.tables import Term
    from graphkit.terms import xsd

    def term(name: str) -> Term | None:
        value = cells.get(name, "")
        if value == "":
            return None
        if isinstance(value, int):
            return Term("literal", str(value), xsd.integer)
        return Term("iri" if name in {"iri", "class"} else "literal", value)

    return tuple(term(name) for name in COLUMNS)

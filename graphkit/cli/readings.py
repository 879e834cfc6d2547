"""Readings as people read them: the sentence, what it was taken to say, what was rejected of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graphkit.cli.pairs import TextOf, in_both_languages, sentence_of

if TYPE_CHECKING:
    from graphkit.query.entity import Questions
    from graphkit.query.readings import Reading, SaidStatement

MODALITIES = {"Demanded": "要求 demanded", "Intended": "打算 intended", "Reported": "报告 reported"}


def said_words(dataset: Questions, statement: SaidStatement, known: dict[str, str]) -> str:
    """Give a statement on one line: 成都局 → 已落实 responded to → 全省会议."""
    from graphkit.export.cells import compact_iri, visible
    from graphkit.query.readings import statement_words

    subject, value = statement_words(dataset, statement, known)
    if statement.value.kind == "iri" and value == statement.value.value:
        value = in_both_languages(value)
    predicate = in_both_languages(statement.property)
    return visible(f"{subject if '://' not in subject else compact_iri(subject)} → {predicate} → {value}")


def reading_lines(dataset: Questions, reading: Reading, text_of: TextOf, known: dict[str, str]) -> Iterator[str]:
    """Give one reading: its sentence and place, then what it says, numbered."""
    from graphkit.export.cells import visible

    citation = reading.citation
    yield f"  {sentence_of(citation, text_of)}\n"
    yield f"    {visible(citation.document_name)}  {citation.place}  {citation.rule}\n"
    for number, statement in enumerate(reading.decisions, 1):
        yield f"  {number:>3}  {said_words(dataset, statement, known)}\n"


def rejected_lines(dataset: Questions, thing: str | None = None) -> Iterator[str]:
    """Give what people rejected, of one thing or of all; nothing where nothing was."""
    from graphkit.export.cells import visible
    from graphkit.query.readings import rejected_in

    found = rejected_in(dataset, thing)
    known: dict[str, str] = {}
    if found:
        yield f"\n不再采用 rejected: {len(found)}\n"
    for one in found:
        told = " · ".join(word for word in (in_both_languages(one.verdict), one.who, one.date, one.why) if word)
        yield f"  ✗ {said_words(dataset, one.statement, known)}\n"
        yield f"      【{visible(one.citation.quote)}】 {one.citation.place}  {visible(told)}\n"

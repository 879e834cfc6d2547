"""Pairs as people read them: sides with their sentences, reasons, verdicts in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphkit.query.entity import Citation
    from graphkit.query.pairs import Pair, Side

CONTEXT = 40
"""Characters of the sentence shown before and after the name."""

TextOf = Callable[[str], "str | None"]
"""Gives the source text whose hash begins with 16 hex digits."""


def in_both_languages(term: str) -> str:
    """Give a term of the ontology in both languages: 名称相同 same name."""
    from graphkit.export.cells import compact_iri
    from graphkit.rdf.ontology import REUSED, term_labels

    words = REUSED.get(term) or [term_labels(language).get(term) for language in ("zh", "en")]
    return " ".join(dict.fromkeys(word for word in words if word)) or compact_iri(term)


def sentence_of(citation: Citation, text_of: TextOf) -> str:
    """Give the sentence of a citation on one line, the quote in 【】."""
    from graphkit.export.cells import visible
    from graphkit.query.entity import sentence_around

    text = text_of(citation.text)
    before, quote, after = ("", citation.quote, "") if text is None else sentence_around(text, *citation.span)
    before = before if len(before) <= CONTEXT else f"…{before[-CONTEXT:]}"
    after = after if len(after) <= CONTEXT else f"{after[:CONTEXT]}…"
    return visible(f"{before}【{quote}】{after}")


def reasons_of(pair: Pair) -> str:
    """Give why two things may be one, and what tells against it."""
    return "；".join(in_both_languages(one) for one in pair.reasons)


def side_lines(mark: str, side: Side, text_of: TextOf) -> Iterator[str]:
    """Give one side: name, classes, IRI, what tells it apart, where it is named."""
    from graphkit.export.cells import compact_iri, visible

    classes = " ".join(in_both_languages(one) for one in side.classes)
    yield f"  {mark} {visible(side.label)}  {classes}  {visible(compact_iri(side.iri))}\n"
    for term, value in side.telling:
        yield f"      {in_both_languages(term)}  {visible(value)}\n"
    for citation in side.named:
        yield f"      {sentence_of(citation, text_of)}\n"
        yield f"        {visible(citation.document_name)}  {citation.place}\n"

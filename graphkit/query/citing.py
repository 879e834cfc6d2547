"""Readings go in, lines that can be quoted come out: words, document, issue, date, article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, partial

from graphkit.model.tables import Term
from graphkit.query.entity import Questions, rows_of

PART = """
SELECT DISTINCT ?reading ?quote ?part ?whole ?title WHERE {
  ?reading gk:quote ?quote ; dcterms:isPartOf ?part
  OPTIONAL { ?part dcterms:isPartOf ?whole OPTIONAL { ?part dcterms:title ?title } } }
"""
SOURCE = """
SELECT DISTINCT ?source ?label ?series ?year ?number ?issued WHERE {
  ?source skos:prefLabel ?label
  OPTIONAL { ?source gk:series ?series }
  OPTIONAL { ?source gk:issueNumber ?number }
  OPTIONAL { ?source gk:issueYear ?year }
  OPTIONAL { ?source dcterms:issued ?issued } }
"""
NUMBER = """
SELECT DISTINCT ?source ?documentNumber WHERE {
  ?source gk:documentNumber|gk:textOf/gk:documentNumber ?documentNumber }
"""
# The engine joins an OPTIONAL of two patterns, and what stands behind a BIND, with all that there are of them.

_BREAK = re.compile(r"\s*[\r\n]\s*")


def citation_lines(dataset: Questions, readings: Iterable[str]) -> Iterator[str]:
    """Iterate over one line for each reading, in order, each once."""
    sources = cache(partial(_sources, dataset))
    for reading in dict.fromkeys(readings):
        parts = (_texts(row) for row in rows_of(dataset, PART, reading=Term("iri", reading)))
        found = (part | source for part in parts for source in sources(part["whole" if "title" in part else "part"]))
        first = min(found, key=_first_known, default=None)
        if first is not None:
            yield citation_line(first)


def _sources(dataset: Questions, iri: str) -> list[dict[str, str]]:
    """Give what is known of a document: all its names, dates and numbers together."""
    thing = Term("iri", iri)
    numbers = [{"documentNumber": row["documentNumber"].value} for row in rows_of(dataset, NUMBER, source=thing)]
    return [_texts(row) | number for row in rows_of(dataset, SOURCE, source=thing) for number in numbers or [{}]]


def _texts(row: dict[str, Term]) -> dict[str, str]:
    return {name: term.value for name, term in row.items()}


def _first_known(cited: dict[str, str]) -> tuple[object, ...]:
    """Give the order of what could be cited: the earliest first, and the same one each time."""
    return (*(cited.get(name, "") for name in ("issued", "documentNumber", "title")), sorted(cited.items()))


def cited_lines(dataset: Questions, readings: Iterable[str]) -> list[str]:
    """Give the lines of `citation_lines`."""
    return list(citation_lines(dataset, readings))


def citation_line(cited: dict[str, str]) -> str:
    """Give `“原文”，《文件》期号，日期，《文章》`, as far as known; line breaks of the quote are dropped.

    Quotation marks within it become inner ones (GB/T 15834-2011, 4.8: ‘ ’ within “ ”).
    """
    title = cited.get("series") or cited["label"]
    year = f"{cited['year']}年" if "year" in cited else ""
    issue = f"{year}第{cited['number']}期" if "number" in cited else ""
    number = f"（{cited['documentNumber']}）" if "documentNumber" in cited else ""
    parts = [f"“{_quoted(cited['quote'])}”", f"《{_inner(title)}》{issue}{number}", cited.get("issued", "")]
    article = cited.get("title", "")
    parts.append(f"《{_inner(article)}》" if article and article != title else "")
    return "，".join(part for part in parts if part)


def _quoted(quote: str) -> str:
    return _BREAK.sub("", quote).replace("“", "‘").replace("”", "’")


def _inner(title: str) -> str:
    """Give a title as it stands inside title marks (GB/T 15834-2011, 4.15: 〈〉 within 《》)."""
    return title.replace("《", "〈").replace("》", "〉")

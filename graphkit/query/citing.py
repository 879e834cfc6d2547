"""Readings go in, lines that can be quoted come out: words, document, issue, date, article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graphkit.model.tables import Term
from graphkit.query.entity import Questions, rows_of

CITED = """
SELECT DISTINCT ?reading ?quote ?part ?title ?series ?label ?year ?number ?issued ?documentNumber WHERE {
  ?reading gk:quote ?quote ; dcterms:isPartOf ?part .
  OPTIONAL { ?part dcterms:isPartOf ?whole . ?part dcterms:title ?title }
  BIND(COALESCE(?whole, ?part) AS ?source)
  ?source skos:prefLabel ?label
  OPTIONAL { ?source gk:series ?series }
  OPTIONAL { ?source gk:issueYear ?year ; gk:issueNumber ?number }
  OPTIONAL { ?source dcterms:issued ?issued }
  OPTIONAL { ?source gk:documentNumber|gk:textOf/gk:documentNumber ?documentNumber }
} ORDER BY ?issued ?documentNumber ?title LIMIT 1
"""

_BREAK = re.compile(r"\s*[\r\n]\s*")


def citation_lines(dataset: Questions, readings: Iterable[str]) -> Iterator[str]:
    """Iterate over one line for each reading, in order, each once."""
    for reading in dict.fromkeys(readings):
        for row in rows_of(dataset, CITED, reading=Term("iri", reading)):
            yield citation_line({name: term.value for name, term in row.items()})


def cited_lines(dataset: Questions, readings: Iterable[str]) -> list[str]:
    """Give the lines of `citation_lines`."""
    return list(citation_lines(dataset, readings))


def citation_line(cited: dict[str, str]) -> str:
    """Give `“原文”，《文件》期号，日期，《文章》`, as far as known; line breaks of the quote are dropped.

    Quotation marks within it become inner ones (GB/T 15834-2011, 4.8: ‘ ’ within “ ”).
    """
    title = cited.get("series") or cited["label"]
    issue = f"{cited['year']}年第{cited['number']}期" if "number" in cited else ""
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

"""Answers as text: a table of terms goes in, CSV, TSV, JSON, XML, Markdown or plain text comes out.

FORMATS is the whole list; adding a format is one function and one line. Each writer yields pieces
of text, so that an answer of any length is written as it is read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from graphkit.export.aligned import text_of
from graphkit.export.cells import cell_text, visible
from graphkit.model.tables import Statement, Table, Term

XSD = "http://www.w3.org/2001/XMLSchema#"
XSD_STRING = XSD + "string"
LANGUAGE_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"
RESULTS = "http://www.w3.org/2005/sparql-results#"

_BARE = {
    XSD + "integer": re.compile(r"[+-]?[0-9]+"),
    XSD + "decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    XSD + "double": re.compile(r"[+-]?([0-9]+\.[0-9]*|\.?[0-9]+)[eE][+-]?[0-9]+"),
}
_CSV_SPECIAL = re.compile(r'[",\r\n]')
_FORMULA = re.compile(r"[=+\-@\t\r＝＋－＠]")
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TURTLE_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})
_IRI_ESCAPED = re.compile(r'[\x00-\x20<>"{}|^`\\]')

Row = tuple[Term | None, ...]
Writer = Callable[[Table], Iterator[str]]


def csv_of(table: Table, *, guard: bool = False) -> Iterator[str]:
    """Yield SPARQL 1.1 CSV (RFC 4180: lines end in CR LF).

    With `guard`, a text that a spreadsheet would run as a formula gets an apostrophe before it.
    """
    yield ",".join(_csv_cell(name) for name in table.variables) + "\r\n"
    for row in table:
        yield ",".join(_csv_cell(_guarded(term) if guard else _csv_text(term)) for term in row) + "\r\n"


def spreadsheet_csv_of(table: Table) -> Iterator[str]:
    """Yield CSV for spreadsheets: UTF-8 with a mark, so that Chinese reads well, formulas guarded."""
    yield "\ufeff"
    yield from csv_of(table, guard=True)


def tsv_of(table: Table) -> Iterator[str]:
    """Yield SPARQL 1.1 TSV: terms as Turtle writes them."""
    yield "\t".join(f"?{name}" for name in table.variables) + "\n"
    for row in table:
        yield "\t".join("" if term is None else turtle_term(term) for term in row) + "\n"


def json_of(table: Table) -> Iterator[str]:
    """Yield SPARQL 1.1 Query Results JSON."""
    head = json.dumps({"vars": list(table.variables)}, ensure_ascii=False)
    yield f'{{"head": {head}, "results": {{"bindings": ['
    separator = "\n"
    for row in table:
        bound = {name: _json_term(term) for name, term in zip(table.variables, row, strict=True) if term}
        yield separator + json.dumps(bound, ensure_ascii=False)
        separator = ",\n"
    yield "\n]}}\n"


def xml_of(table: Table) -> Iterator[str]:
    """Yield SPARQL Query Results XML; characters that XML 1.0 cannot hold become U+FFFD."""
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="{RESULTS}">\n<head>\n'
    yield from (f"<variable name={quoteattr(name)}/>\n" for name in table.variables)
    yield "</head>\n<results>\n"
    for row in table:
        bound = ((name, term) for name, term in zip(table.variables, row, strict=True) if term)
        cells = "".join(f"<binding name={quoteattr(name)}>{_xml_term(term)}</binding>" for name, term in bound)
        yield f"<result>{cells}</result>\n"
    yield "</results>\n</sparql>\n"


def markdown_of(table: Table) -> Iterator[str]:
    """Yield a Markdown table; document text is escaped and stays text."""
    yield _markdown_row([markdown_text(name) for name in table.variables])
    yield _markdown_row(["---"] * len(table.variables))
    for row in table:
        yield _markdown_row([markdown_text(cell_text(term)) for term in row])


FORMATS: dict[str, Writer] = {
    "table": text_of,
    "csv": csv_of,
    "tsv": tsv_of,
    "json": json_of,
    "xml": xml_of,
    "md": markdown_of,
}


def boolean_of(answer: bool, form: str) -> str:  # noqa: FBT001 - the answer itself, no option
    """Give the answer of an ASK in one of FORMATS."""
    word = "true" if answer else "false"
    match form:
        case "json":
            return f'{{"head": {{}}, "boolean": {word}}}\n'
        case "xml":
            return (
                f'<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="{RESULTS}">\n'
                f"<head/>\n<boolean>{word}</boolean>\n</sparql>\n"
            )
        case _:
            return f"{word}\n"


def statements_of(statements: Iterable[Statement]) -> Iterator[str]:
    """Yield N-Triples or N-Quads lines (they are Turtle and TriG too), in the order given."""
    for statement in statements:
        ends = [Term("iri", statement.subject), Term("iri", statement.predicate), statement.object]
        if statement.graph is not None:
            ends.append(Term("iri", statement.graph))
        yield " ".join(full_term(end) for end in ends) + " .\n"


def turtle_term(term: Term) -> str:
    """Give a term as Turtle writes it: `<iri>`, `"text"@zh`, `30`."""
    bare = _BARE.get(term.datatype or "")
    return term.value if bare is not None and bare.fullmatch(term.value) else full_term(term)


def full_term(term: Term) -> str:
    """Give a term as N-Triples writes it: `<iri>`, `"text"@zh`, `"30"^^<…integer>`."""
    if term.kind == "iri":
        return f"<{_IRI_ESCAPED.sub(_escaped, term.value)}>"
    if term.kind == "blank":
        return f"_:{term.value}"
    quoted = f'"{term.value.translate(_TURTLE_ESCAPES)}"'
    if term.language:
        return f"{quoted}@{term.language}"
    return quoted if _is_plain(term) else f"{quoted}^^<{term.datatype}>"


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04X}"


def _is_plain(term: Term) -> bool:
    return term.datatype in {None, XSD_STRING, LANGUAGE_STRING}


def _csv_text(term: Term | None) -> str:
    if term is None:
        return ""
    return f"_:{term.value}" if term.kind == "blank" else term.value


def _guarded(term: Term | None) -> str:
    text = _csv_text(term)
    is_number = term is not None and (term.datatype or "") in _BARE
    return f"'{text}" if not is_number and _FORMULA.match(text) else text


def _csv_cell(text: str) -> str:
    if _CSV_SPECIAL.search(text):
        doubled = text.replace('"', '""')
        return f'"{doubled}"'
    return text


def _json_term(term: Term) -> dict[str, str]:
    match term.kind:
        case "iri":
            return {"type": "uri", "value": term.value}
        case "blank":
            return {"type": "bnode", "value": term.value}
        case "literal":
            found = {"type": "literal", "value": term.value}
            if term.language:
                return found | {"xml:lang": term.language}
            return found if _is_plain(term) else found | {"datatype": str(term.datatype)}


def _xml_term(term: Term) -> str:
    value = escape(_NO_XML.sub("\ufffd", term.value), {"\r": "&#13;"})
    match term.kind:
        case "iri":
            return f"<uri>{value}</uri>"
        case "blank":
            return f"<bnode>{value}</bnode>"
        case "literal":
            if term.language:
                return f"<literal xml:lang={quoteattr(term.language)}>{value}</literal>"
            datatype = "" if _is_plain(term) else f" datatype={quoteattr(str(term.datatype))}"
            return f"<literal{datatype}>{value}</literal>"


def _markdown_row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def markdown_text(text: str) -> str:
    """Give a text as one line of Markdown that shows it as it is."""
    plain = visible(text.replace("\r\n", "\n").replace("\n", " "))
    marked = re.sub(r"([\\`*_\[\]|~#!])", r"\\\1", plain)
    return marked.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

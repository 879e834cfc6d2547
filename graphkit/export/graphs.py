"""Networks as files: a network goes in, GraphML, GEXF, Cypher or two tables for Gephi come out, always the same bytes.

FORMATS is the whole list. No file holds a date or anything else that is not of the network.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from graphkit.export.tables import spreadsheet_csv_of
from graphkit.export.writing import whole_file
from graphkit.model.tables import Table, Term
from graphkit.network import Network
from graphkit.network.multigraph import edge_attributes, node_attributes
from graphkit.terms import xsd

NODE_TEXTS = ("label", "class", "key", "names", "date", "status")
EDGE_TEXTS = ("label", "property", "quote", "document", "date", "modality", "confidence", "reading")
EDGE_NUMBERS = ("readings",)
"""The attributes of each format, in the order in which they stand there."""

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CYPHER = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_NO_CYPHER = re.compile(r"[\\'\x00-\x1f\x7f\u2028\u2029]")
_NAME = re.compile(r"[^0-9A-Za-z_]")


def graphml_of(network: Network) -> Iterator[str]:
    """Yield GraphML (graphml.graphdrawing.org), directed, each edge with an id."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    yield from (_graphml_key("n", "node", name, "string") for name in NODE_TEXTS)
    yield from (_graphml_key("e", "edge", name, "string") for name in EDGE_TEXTS)
    yield from (_graphml_key("e", "edge", name, "long") for name in EDGE_NUMBERS)
    yield '<graph id="graphkit" edgedefault="directed">\n'
    for iri, node in network.nodes.items():
        yield f"<node id={_quoted(iri)}>{_graphml_values('n', node_attributes(node))}</node>\n"
    for number, edge in enumerate(network.edges):
        values = _graphml_values("e", edge_attributes(network, edge))
        ends = f"source={_quoted(edge.source)} target={_quoted(edge.target)}"
        yield f'<edge id="e{number}" {ends}>{values}</edge>\n'
    yield "</graph>\n</graphml>\n"


def gexf_of(network: Network) -> Iterator[str]:
    """Yield GEXF 1.2 (gexf.net), directed; without its optional date of the last change."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n'
    yield '<graph defaultedgetype="directed" mode="static">\n'
    yield from _gexf_attributes("node", dict.fromkeys(NODE_TEXTS[1:], "string"))
    types = dict.fromkeys(EDGE_TEXTS[1:], "string") | dict.fromkeys(EDGE_NUMBERS, "long")
    yield from _gexf_attributes("edge", types)
    yield "<nodes>\n"
    for iri, node in network.nodes.items():
        told = node_attributes(node)
        yield f"<node id={_quoted(iri)} label={_quoted(told['label'])}>{_gexf_values('node', told)}</node>\n"
    yield "</nodes>\n<edges>\n"
    for number, edge in enumerate(network.edges):
        linked = edge_attributes(network, edge)
        ends = f"source={_quoted(edge.source)} target={_quoted(edge.target)} label={_quoted(str(linked['label']))}"
        yield f'<edge id="{number}" {ends}>{_gexf_values("edge", linked)}</edge>\n'
    yield "</edges>\n</graph>\n</gexf>\n"


def cypher_of(network: Network) -> Iterator[str]:
    """Yield Cypher that loads into Neo4j 4.4 and later, one statement a line, and may be run again."""
    yield "CREATE CONSTRAINT graphkit_iri IF NOT EXISTS FOR (n:Thing) REQUIRE n.iri IS UNIQUE;\n"
    for iri, node in network.nodes.items():
        told = node_attributes(node)
        values = _cypher_map({name: told[name] for name in NODE_TEXTS if told[name]})
        yield f"MERGE (n:Thing {{iri: {_cypher_text(iri)}}}) SET n:{_cypher_name(node.kind)}, n += {values};\n"
    for edge in network.edges:
        linked = edge_attributes(network, edge)
        values = _cypher_map({name: linked[name] for name in (*EDGE_TEXTS, *EDGE_NUMBERS) if linked[name] != ""})
        ends = f"(a:Thing {{iri: {_cypher_text(edge.source)}}}), (b:Thing {{iri: {_cypher_text(edge.target)}}})"
        yield f"MATCH {ends} MERGE (a)-[r:{_cypher_name(edge.name)}]->(b) SET r += {values};\n"


def nodes_csv_of(network: Network) -> Iterator[str]:
    """Yield the table of nodes as Gephi reads it (Id, Label, then attributes), safe in spreadsheets."""
    rows = ((iri, node_attributes(node)) for iri, node in network.nodes.items())
    cells = (tuple(_text(one) for one in (iri, *(told[name] for name in NODE_TEXTS))) for iri, told in rows)
    return spreadsheet_csv_of(Table(("Id", "Label", *NODE_TEXTS[1:]), cells))


def edges_csv_of(network: Network) -> Iterator[str]:
    """Yield the table of edges as Gephi reads it (Source, Target, Type, Label, then attributes)."""
    return spreadsheet_csv_of(
        Table(("Source", "Target", "Type", "Label", *EDGE_TEXTS[1:], *EDGE_NUMBERS), _edge_rows(network))
    )


Writer = Callable[[Network], Iterator[str]]

FORMATS: dict[str, dict[str, Writer]] = {
    "graphml": {"": graphml_of},
    "gexf": {"": gexf_of},
    "cypher": {"": cypher_of},
    "csv": {".nodes": nodes_csv_of, ".edges": edges_csv_of},
}
"""Each format by its file ending: what is put before the ending, and what is written there."""


def write_network(network: Network, path: Path) -> list[Path]:
    """Write a network in the format of a file's ending, each file whole or not at all; give what was written."""
    written = []
    for mark, writer in FORMATS[path.suffix.removeprefix(".").lower()].items():
        file = path.with_name(f"{path.stem}{mark}{path.suffix}")
        with whole_file(file) as stream:
            stream.writelines(piece.encode() for piece in writer(network))
        written.append(file)
    return written


def _edge_rows(network: Network) -> Iterator[tuple[Term | None, ...]]:
    for edge in network.edges:
        told = edge_attributes(network, edge)
        texts = (edge.source, edge.target, "Directed", *(str(told[name]) for name in EDGE_TEXTS))
        numbers = (Term("literal", str(told[name]), xsd.integer) for name in EDGE_NUMBERS)
        yield (*(_text(one) for one in texts), *numbers)


def _text(text: str) -> Term:
    return Term("literal", text)


def _clean(text: str) -> str:
    """Give text that XML 1.0 can hold."""
    return _NO_XML.sub("\ufffd", text)


def _quoted(text: str) -> str:
    return quoteattr(_clean(text), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def _graphml_key(mark: str, what: str, name: str, kind: str) -> str:
    return f'<key id="{mark}_{name}" for="{what}" attr.name="{name}" attr.type="{kind}"/>\n'


def _graphml_values(mark: str, told: dict[str, str] | dict[str, str | int]) -> str:
    return "".join(
        f'<data key="{mark}_{name}">{escape(_clean(str(value)), {chr(13): "&#13;"})}</data>'
        for name, value in told.items()
        if value != ""
    )


def _gexf_attributes(what: str, types: dict[str, str]) -> Iterator[str]:
    yield f'<attributes class="{what}" mode="static">\n'
    yield from (f'<attribute id="{what}_{name}" title="{name}" type="{kind}"/>\n' for name, kind in types.items())
    yield "</attributes>\n"


def _gexf_values(what: str, told: dict[str, str] | dict[str, str | int]) -> str:
    values = "".join(
        f'<attvalue for="{what}_{name}" value={_quoted(str(value))}/>'
        for name, value in told.items()
        if name != "label" and value != ""
    )
    return f"<attvalues>{values}</attvalues>"


def _cypher_map(values: dict[str, str] | dict[str, str | int]) -> str:
    pairs = (f"{name}: {value if isinstance(value, int) else _cypher_text(value)}" for name, value in values.items())
    return f"{{{', '.join(pairs)}}}"


def _cypher_text(text: str) -> str:
    """Give a string literal that nothing in the text can end."""
    return f"'{_NO_CYPHER.sub(_cypher_escape, text)}'"


def _cypher_escape(found: re.Match[str]) -> str:
    return _CYPHER.get(found[0]) or f"\\u{ord(found[0]):04x}"


def _cypher_name(name: str) -> str:
    """Give a label or a type; those of the ontology are letters already, others lose what a name cannot hold."""
    return _NAME.sub("_", name)

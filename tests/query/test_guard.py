"""Queries that may run and queries that may not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.query.guard import QueryRefusedError, check_query, check_sources
from graphkit.terms import BASE

ALLOWED = [
    "SELECT * { ?s ?p ?o }",
    "# SERVICE <http://x/>\nSELECT * { ?s ?p ?o }",
    'SELECT * { ?s ?p "SERVICE <http://x/> { }" }',
    "SELECT * { ?s ?p '''it's a SERVICE'''@zh }",
    'SELECT * { ?s ?p """say "LOAD" \\" INSERT""" }',
    "SELECT ?service { ?service ?p <http://example.com/SERVICE> }",
    "SELECT * { ?s gk:service ?load ; ex:DELETE ?add }",
    "SELECT * FROM gkr:graph/reference { ?s ?p ?o }",
    "SELECT * FROM <https://w3id.org/graphkit/id/graph/reference> FROM NAMED <urn:x> { ?s ?p ?o }",
    "PREFIX g: <urn:graphs:> SELECT * FROM g:one { ?s ?p ?o }",
    "SELECT * { ?s ?p '加载 \\u6210' }",
    "SELECT * { ?s <http://www.w3.org/2004/02/skos/core#prefLabel> ?o FILTER(?o<?s&&?s>?o) }",
    "SELECT * { ?s gk:heldOn ?d FILTER(?d < 5 && ?d > 3) }",
]

REFUSED = [
    ("SELECT * { SERVICE <http://x/> { ?s ?p ?o } }", "SERVICE"),
    ("SELECT * { service silent <http://x/> { ?s ?p ?o } }", "SERVICE"),
    ("SELECT * { ?s ?p 1SERVICE<http://x/>{ ?s ?p ?o } }", "SERVICE"),
    ("SELECT * { ?s ?p 1.SERVICE<http://x/>{ ?s ?p ?o } }", "SERVICE"),
    ("SELECT * { ?s ?p trueSERVICE<http://x/>{ ?s ?p ?o } }", "SERVICE"),
    ("SELECT * { ?s ?p '1'SERVICESILENT<http://x/>{ ?s ?p ?o } }", "SERVICE"),
    ("PREFIX x: <http://x/> SELECT * { SERVICE:y { ?s ?p ?o } }", "SERVICE"),
    ("SELECT * { ?s ?p 'a\\'' . SERVICE ?s { ?s ?p 'b' } }", "SERVICE"),
    ("SELECT * { ?s ?p '''a''''SERVICE <http://x/> {} }", "SERVICE"),
    ("SELECT * { \\u0053ERVICE <http://x/> { ?s ?p ?o } }", "escapes"),
    ('SELECT * { ?s ?p "a\\u0022 SERVICE <http://x/> {} }', "escapes"),
    ("SELECT * { ?s ?p ?o FILTER(?o<5) SERVICE <http://x/> {} FILTER(?o>5) }", "SERVICE"),
    ("SELECT * { FILTER(?a<5#>'''\n) SERVICE <http://x/> {} #'''\n }", "in full"),
    ("SELECT * { FILTER(?a<x:y#>'''\n) SERVICE <http://x/> {} #'''\n }", "in full"),
    ("LOAD <file:///etc/passwd>", "LOAD"),
    ("insert data { <urn:a> <urn:b> <urn:c> }", "INSERT"),
    ("PREFIX x: <urn:x> DELETE WHERE { ?s ?p ?o }", "DELETE"),
    ("CLEAR ALL", "CLEAR"),
    ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", "FROM"),
    ("SELECT * from named <http://127.0.0.1/> { ?s ?p ?o }", "FROM"),
    ("PREFIX f: <file:///etc/> SELECT * FROM f:passwd { ?s ?p ?o }", "FROM"),
    ("BASE <file:///etc/> SELECT * FROM <passwd> { ?s ?p ?o }", "FROM"),
    ("PREFIX gkr: <file:///etc/> SELECT * FROM gkr:passwd { ?s ?p ?o }", "FROM"),
    ("SELECT * { FILTER(" + "(" * 5000 + "1" + ")" * 5000 + ") }", "200"),
    ("SELECT * " + "{" * 20_000 + "}" * 20_000, "200"),
    ("SELECT * { ?s ?p '" + "甲" * 30_000 + "' }", "64 KB"),
]


@pytest.mark.parametrize("text", ALLOWED)
def test_words_in_strings_comments_and_names_are_only_words(text: str) -> None:
    check_query(text)
    check_sources(text, base=BASE)


@pytest.mark.parametrize(("text", "reason"), REFUSED, ids=[f"{n}-{why}" for n, (_, why) in enumerate(REFUSED)])
def test_queries_that_reach_out_write_or_overflow_are_refused(text: str, reason: str) -> None:
    def check() -> None:
        check_query(text)
        check_sources(text, base=BASE)

    with pytest.raises(QueryRefusedError, match=reason):
        check()


def test_the_base_of_the_dataset_decides_which_graphs_are_its_own() -> None:
    text = "SELECT * FROM <https://data.example.cn/graph/reference> { ?s ?p ?o }"
    check_sources(text, base="https://data.example.cn/")
    with pytest.raises(QueryRefusedError):
        check_sources(text, base=BASE)


@given(st.text(alphabet="<>\"'\\#?:@ \nSa1甲𠮷(){}", max_size=60))
def test_any_text_is_scanned_to_its_end(text: str) -> None:
    with pytest.raises(QueryRefusedError, match="SERVICE"):
        check_query(f"SERVICE <http://x/> {text}")

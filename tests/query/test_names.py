"""What a name may mean: exact names before forms, parts, abbreviations and pinyin."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from graphkit.dataset import Dataset
from graphkit.dataset.index import Index
from graphkit.dataset.manifest import INDEX, Digest
from graphkit.dataset.names import names_like
from graphkit.dataset.search_words import holds_in_order, name_key
from graphkit.model.tables import Statement, Table, Term
from graphkit.query.entity import rows_of
from graphkit.query.names import LABELLED, candidates_for
from graphkit.query.suggesting import nearest_names
from graphkit.terms import BASE
from tests.query.conftest import SmallDataset

OFFICE = "https://w3id.org/graphkit/id/agency/510100/政府/机关事务/局"


@pytest.mark.parametrize(
    ("typed", "how", "matched"),
    [
        ("成都局", "name", "成都局"),
        ("成都市机关事务管理局", "name", "成都市机关事务管理局"),
        (" 成都　局", "form", "成都局"),
        ("机关事务", "part", "成都市机关事务管理局"),
        ("成都事务局", "order", "成都市机关事务管理局"),
        ("cdj", "pinyin", "成都局"),
        ("jgsw", "pinyin", "成都市机关事务管理局"),
        (OFFICE, "iri", OFFICE),
        ("gkr:agency/510100/政府/机关事务/局", "iri", OFFICE),
    ],
)
def test_the_closest_kind_of_match_is_told(small: SmallDataset, typed: str, how: str, matched: str) -> None:
    [found] = candidates_for(small, typed, kind="Agency")
    assert (found.iri, found.how, found.matched) == (OFFICE, how, matched)


def test_an_exact_name_beats_names_that_contain_it(small: SmallDataset) -> None:
    assert {one.label for one in candidates_for(small, "会议", kind="Meeting")} == {"全省会议", "常务会议"}
    assert [one.label for one in candidates_for(small, "全省会议")] == ["全省会议"]


@pytest.mark.parametrize("typed", ["局都成", "都", "xyz", "\x00", "《》", "", "x://y z", 'x://y"'])
def test_what_fits_nothing_means_nothing(small: SmallDataset, typed: str) -> None:
    assert candidates_for(small, typed, kind="Meeting") == []


def test_characters_in_order_are_no_match_for_a_short_name(small: SmallDataset) -> None:
    assert candidates_for(small, "成局", kind="Agency") == []
    assert candidates_for(small, "成市管局", kind="Agency") != []


SHORT_ONLY = """
@prefix gk: <https://w3id.org/graphkit/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://w3id.org/graphkit/id/agency/530400/政府/林业草原/局> a gk:Agency ; skos:prefLabel "玉溪局"@zh .
"""


def test_the_full_name_of_an_office_finds_the_short_one_by_place_and_function() -> None:
    known = SmallDataset(SHORT_ONLY)
    [found] = candidates_for(known, "玉溪市林业和草原局")
    assert (found.label, found.how, found.matched) == ("玉溪局", "key", "玉溪市林业和草原局")
    assert candidates_for(known, "玉溪市林业和草原局", kind="Meeting") == []


@pytest.mark.parametrize(
    "typed", ["昆明市林业和草原局", "玉溪市财政局", "云南省林业和草原局", "玉溪市林业和草原局全体会议"]
)
def test_another_place_function_or_more_than_the_name_finds_nothing(typed: str) -> None:
    assert candidates_for(SmallDataset(SHORT_ONLY), typed) == []


RELAYED = """
@prefix gk: <https://w3id.org/graphkit/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<x:paper> a gk:Policy ; skos:prefLabel "甲部办公厅关于开展农田建设质量回头看的通知"@zh .
<x:relay> a gk:Policy ; skos:prefLabel "乙厅转发甲部办公厅关于开展农田建设质量回头看的通知的通知"@zh .
<x:first> a gk:Policy ; skos:prefLabel "农田建设质量办法"@zh .
"""


def test_the_beginning_of_a_long_title_is_no_part_of_what_relays_it() -> None:
    known = SmallDataset(RELAYED)
    assert [one.iri for one in candidates_for(known, "甲部办公厅关于开展农田建设质量")] == ["x:paper"]
    assert len(candidates_for(known, "农田建设质量")) == 3


class WithoutIndex:
    """A dataset whose names only SPARQL tells."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self.base = dataset.base

    def query(self, text: str, /, **bindings: Term) -> Table | bool | Iterator[Statement]:
        return self._dataset.query(text, **bindings)


def typings(names: list[str]) -> Iterator[str]:
    """Iterate over what people might type for names: parts, characters left out, other marks and widths, slips."""
    random = Random(3)
    for name in random.sample(sorted(set(names)), 60):
        start = random.randrange(len(name))
        yield name[start : start + random.randrange(2, 9)]
        yield "".join(one for one in name if random.random() < 0.7)
        yield f"《{name[: len(name) // 2]}》 {name[len(name) // 2 :]}"
    yield from (
        "2023年",
        "２０２３年",
        "《",
        "%",
        "_",
        "\\",
        "50个",
        "ABC",
        "jzjq",
        "slgh",
        "响应",
        "云南省林業和草原局",
        "",
    )


def test_the_search_index_tells_the_same_names_as_the_statements(samples: Dataset) -> None:
    told = sorted({(row["thing"].value, row["name"].value) for row in rows_of(samples, LABELLED)})
    assert samples.names_like("") == told
    for typed in typings([name for _, name in told]):
        found = samples.names_like(typed)
        assert found is not None
        assert {one for one in told if holds_in_order(name_key(one[1]), name_key(typed))} <= {*found}, typed


def test_a_name_means_the_same_with_a_search_index_and_without(samples: Dataset) -> None:
    names = [name for _, name in samples.names_like("") or []]
    for typed in typings(names):
        assert candidates_for(samples, typed) == candidates_for(WithoutIndex(samples), typed), typed
    assert nearest_names(samples, "全省林业工做会议") == nearest_names(WithoutIndex(samples), "全省林业工做会议") != ()


def test_with_a_search_index_the_store_is_not_asked_for_all_names(
    samples: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graphkit.query.names.LABELLED", "SELECT ?thing ?name { ?thing a ?name FILTER(false) }")
    assert {one.how for one in candidates_for(samples, "林长制推进会议")} == {"part"}
    assert candidates_for(WithoutIndex(samples), "林长制推进会议") == []


ODD = """
<x:a> <http://www.w3.org/2000/01/rdf-schema#label> "⼈事①局"@zh .
<x:a> <http://www.w3.org/2004/02/skos/core#prefLabel> "⼈事①局"@zh .
<x:b> <http://www.w3.org/2000/01/rdf-schema#label> "100%_\\\\办"@zh .
<x:c> <http://www.w3.org/2004/02/skos/core#prefLabel> "林業Ⅲ级人事办"@zh .
"""


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("人事1局", ["x:a"]),
        ("林业III", ["x:c"]),
        ("人事", ["x:a", "x:c"]),
        ("0%_\\", ["x:b"]),
        ("%%", []),
        ("_0", []),
        ("人" * 50_000, []),
        ("\x00", []),
    ],
)
def test_names_in_odd_characters_are_found_by_plain_ones(tmp_path: Path, typed: str, found: list[str]) -> None:
    with closing(Index(tmp_path)) as index:
        parts = Digest(BASE).passing(line.encode() for line in ODD.strip().splitlines())
        index.names_of(part.stated for part in parts)
        record = index.finish([])
    assert [iri for iri, _ in names_like(tmp_path, record, typed) or []] == found


def test_an_index_that_does_not_hold_all_names_is_not_asked(samples: Dataset, tmp_path: Path) -> None:
    content = (samples.generation / INDEX).read_bytes()
    (tmp_path / INDEX).write_bytes(content)
    with sqlite3.connect(tmp_path / INDEX) as connection:
        connection.execute("DROP TABLE more_names")
    connection.close()
    assert samples.manifest.index is not None
    record = samples.manifest.index.model_copy(update={"size": (tmp_path / INDEX).stat().st_size})
    assert names_like(tmp_path, record, "会议") is None
    assert names_like(tmp_path / "nowhere", record, "会议") is None

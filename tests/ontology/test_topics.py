"""The topic table is sound, and topics.ttl is what the generator makes of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from rdflib import RDF, SKOS, Graph, URIRef

from graphkit import terms

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "data" / "gazetteers" / "topics.tsv"


@pytest.fixture(scope="module")
def generator(load_script: Callable[[str], ModuleType]) -> ModuleType:
    return load_script("generate_topics")


def test_the_scheme_is_in_step_with_the_table(generator: ModuleType) -> None:
    made = generator.render_topics(TABLE.read_text(encoding="utf-8"))
    assert (ROOT / "ontology" / "topics.ttl").read_text(encoding="utf-8") == made


def test_there_are_sixty_topics_or_more_each_with_cues(generator: ModuleType) -> None:
    rows = generator.read_topics(TABLE.read_text(encoding="utf-8"))
    assert len({row.name for row in rows}) == len(rows) >= 60
    assert all(cue.strip() == cue != "" for row in rows for cue in row.cues)


def test_every_parent_is_a_topic_above_no_circle(generator: ModuleType) -> None:
    parents = {row.name: row.parent for row in generator.read_topics(TABLE.read_text(encoding="utf-8"))}
    for name in parents:
        above = [name]
        while parents[above[-1]]:
            above.append(parents[above[-1]])
            assert above.count(above[-1]) == 1, above


def test_a_cue_shows_one_topic_only(generator: ModuleType) -> None:
    counts = Counter(cue for row in generator.read_topics(TABLE.read_text(encoding="utf-8")) for cue in row.cues)
    assert [cue for cue, count in counts.items() if count > 1] == []


@pytest.mark.parametrize(
    "text",
    ["四川省人民政府", "提高考核质量", "农民就医保障", "存储能力", "各种业务", "最低保护价", "人民政协", "会议通知"],
)
def test_common_words_that_only_look_like_a_topic_show_none(generator: ModuleType, text: str) -> None:
    rows = generator.read_topics(TABLE.read_text(encoding="utf-8"))
    assert [(row.name, cue) for row in rows for cue in row.cues if cue in text] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("强化公务用车管理", {"公务用车"}),
        ("持续推进法治化建设和标准化信息化“两化融合”", {"法治建设", "标准化", "信息化"}),
        ("健全制止餐饮浪费行为长效机制", {"制止餐饮浪费"}),
        ("扎实推进党建和党风廉政建设", {"党的建设", "党风廉政建设"}),
        ("做好住房公积金、医疗、幼教等保障", {"住房保障", "医疗服务", "幼教"}),
    ],
)
def test_cues_show_the_topics_that_a_reader_would_name(generator: ModuleType, text: str, expected: set[str]) -> None:
    rows = generator.read_topics(TABLE.read_text(encoding="utf-8"))
    assert {row.name for row in rows if any(cue in text for cue in row.cues)} == expected


def test_the_scheme_states_each_topic_with_its_parent_and_cues(generator: ModuleType, topics: Graph) -> None:
    rows = generator.read_topics(TABLE.read_text(encoding="utf-8"))
    assert set(topics.subjects(RDF.type, URIRef(terms.gk.Topic))) == {
        URIRef(f"{terms.BASE}topic/{row.name}") for row in rows
    }
    for row in rows:
        topic = URIRef(f"{terms.BASE}topic/{row.name}")
        assert {str(cue) for cue in topics.objects(topic, URIRef(terms.gk.topicCue))} == set(row.cues)
        broader = topics.value(topic, SKOS.broader)
        assert broader == (URIRef(f"{terms.BASE}topic/{row.parent}") if row.parent else None)

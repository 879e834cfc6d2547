"""Make `ontology/topics.ttl` (SKOS) from `data/gazetteers/topics.tsv`; run it after editing the table."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "data" / "gazetteers" / "topics.tsv"
TARGET = ROOT / "ontology" / "topics.ttl"

HEAD = """\
# Made from data/gazetteers/topics.tsv by ontology/generate_topics.py; edit the table, not this file.

@prefix gk: <https://w3id.org/graphkit/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@base <https://w3id.org/graphkit/id/> .

gk:Topics a skos:ConceptScheme ;
    skos:prefLabel "政务主题词表"@zh ;
    dcterms:license <https://spdx.org/licenses/MIT> .
"""


class TopicRow(NamedTuple):
    """One topic: its name, the topic above it (empty: none), its cue words."""

    name: str
    parent: str
    cues: tuple[str, ...]


def read_topics(table: str) -> list[TopicRow]:
    """Read the rows of the table; the first line names the columns."""
    rows = csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return [TopicRow(row["topic"], row["parent"], tuple(row["cues"].split("|"))) for row in rows]


def render_topic(row: TopicRow) -> str:
    """Give the Turtle of one topic."""
    place = f"skos:broader <topic/{row.parent}>" if row.parent else "skos:topConceptOf gk:Topics"
    cues = ", ".join(f'"{cue}"@zh' for cue in row.cues)
    return (
        f"<topic/{row.name}> a gk:Topic, skos:Concept ;\n"
        f"    skos:inScheme gk:Topics ; {place} ;\n"
        f'    skos:prefLabel "{row.name}"@zh ; rdfs:label "{row.name}"@zh ;\n'
        f"    gk:topicCue {cues} .\n"
    )


def render_topics(table: str) -> str:
    """Give the whole file, topics in the order of the table."""
    return "\n".join([HEAD, *(render_topic(row) for row in read_topics(table))])


if __name__ == "__main__":
    TARGET.write_text(render_topics(SOURCE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")

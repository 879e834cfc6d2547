"""A dataset small enough to know by heart, in memory."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from graphkit.dataset import Dataset, open_dataset
from graphkit.model.tables import Term
from graphkit.rdf.engine import from_quad
from graphkit.rdf.store import Answer, memory_store
from graphkit.settings import Settings
from graphkit.workflow import build
from tests.material import SAMPLES

SMALL = """
@prefix gk: <https://w3id.org/graphkit/ns#> .
@prefix r: <https://w3id.org/graphkit/id/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
<https://w3id.org/graphkit/id/agency/510100/政府/机关事务/局> a gk:Agency, gk:RegionalOffice ;
    skos:prefLabel "成都局"@zh ; skos:altLabel "成都局"@zh, "成都市机关事务管理局"@zh ;
    gk:jurisdiction <https://w3id.org/graphkit/id/region/510100> ;
    gk:respondedTo <https://w3id.org/graphkit/id/meeting/m> .
<https://w3id.org/graphkit/id/region/510100> a gk:Region ; skos:prefLabel "成都市"@zh ; skos:altLabel "成都"@zh .
<https://w3id.org/graphkit/id/meeting/m> a gk:Meeting ; skos:prefLabel "全省会议"@zh ; skos:altLabel "会议"@zh .
<https://w3id.org/graphkit/id/meeting/n> a gk:Meeting ; skos:prefLabel "常务会议"@zh ; skos:altLabel "会议"@zh .
<https://w3id.org/graphkit/id/document/d> a gk:Bulletin ; gk:series "一报" ; skos:prefLabel "简报"@zh .
<https://w3id.org/graphkit/id/document/d/article/1> dcterms:isPartOf <https://w3id.org/graphkit/id/document/d> ;
    dcterms:title "基层动态" ; gk:mentions <https://w3id.org/graphkit/id/agency/510100/政府/机关事务/局> .
<https://w3id.org/graphkit/id/text/0123456789abcdef/response#char=10,19> gk:quote "成都局传达学习\\n会议" ;
    gk:modality gk:Demanded ; dcterms:isPartOf <https://w3id.org/graphkit/id/document/d/article/1> .
<https://w3id.org/graphkit/id/text/0123456789abcdef/response#char=2,9> gk:quote "成都局学习" ;
    dcterms:isPartOf <https://w3id.org/graphkit/id/document/d> .
GRAPH <https://w3id.org/graphkit/id/text/0123456789abcdef/response#char=10,19> {
  <https://w3id.org/graphkit/id/agency/510100/政府/机关事务/局>
    gk:respondedTo <https://w3id.org/graphkit/id/meeting/m> . }
GRAPH <https://w3id.org/graphkit/id/text/0123456789abcdef/response#char=2,9> {
  <https://w3id.org/graphkit/id/agency/510100/政府/机关事务/局>
    gk:respondedTo <https://w3id.org/graphkit/id/meeting/m> . }
"""


class SmallDataset:
    """The dataset as the query layer sees one."""

    def __init__(self, trig: str) -> None:
        quads = ox.parse(trig.encode(), format=ox.RdfFormat.TRIG)
        self.store = memory_store(from_quad(quad) for quad in quads)

    def query(self, text: str, /, **bindings: Term) -> Answer:
        return self.store.query(text, {}, bindings)


@pytest.fixture(scope="module")
def small() -> SmallDataset:
    return SmallDataset(SMALL)


@pytest.fixture(scope="module")
def small_trig() -> str:
    return SMALL


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """Build data/samples."""
    folder: Path = tmp_path_factory.mktemp("samples") / "dataset"
    build([SAMPLES], Settings(dataset=folder))
    return open_dataset(folder)

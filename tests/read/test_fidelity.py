"""One text as .txt, Word document, web page and PDF: the same characters and the same facts come out of all four."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import pytest

from graphkit.model.entities import Annotation
from graphkit.read import isolation, read_path
from graphkit.resolve.annotate import annotate
from graphkit.settings import Settings
from tests.made_documents import docx_of, html_of, pdf_of
from tests.material import SAMPLES, material

LEAST = 0.995
HEAD = "示例工作简报 2024年第5期"
NAMES = sorted(path.name for path in SAMPLES.glob("*.txt") if path.stem != "damaged")
SEED = "seed/sichuan-jiguan-shiwu-2021-02.txt"


def _paged(text: str) -> bytes:
    """Set on pages, with a running head where there are two pages or more: on one, nothing tells it from a title."""
    return pdf_of(text, head=HEAD if len(text) > 1200 else "")


FORMS: Mapping[str, Callable[[str], bytes]] = {".docx": docx_of, ".html": html_of, ".pdf": _paged}


@pytest.fixture(scope="module", autouse=True)
def _no_reader_left() -> Iterator[None]:
    yield
    isolation.stop_reader()


def source(name: str) -> Path:
    return SAMPLES / name if name in NAMES else material(name)


@cache
def annotation_of(path: Path) -> Annotation:
    return annotate(read_path(path, Settings()))


def made(name: str, suffix: str, folder: Path) -> Annotation:
    path = folder / f"文件{suffix}"
    path.write_bytes(FORMS[suffix](source(name).read_text("utf-8")))
    return annotate(read_path(path, Settings()))


def folded(text: str) -> str:
    return re.sub(r"\s+", "", text)


def fidelity(wanted: str, found: str) -> float:
    """Give twice the characters in common over the characters of both, white space left out (Dice)."""
    one, two = folded(wanted), folded(found)
    blocks = SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks()
    return 2 * sum(block.size for block in blocks) / (len(one) + len(two))


def contents(annotation: Annotation) -> Counter[str]:
    """Count facts by what they say, and mentions by their words; where they stand differs between forms."""
    names = {identifier: "/".join(entity.key[1:]) for identifier, entity in annotation.entities.items()}
    names |= {"/".join(annotation.document_key): "document"}
    told: Counter[str] = Counter()
    for fact in annotation.facts:
        said = folded(str(fact.model_dump(exclude={"evidence", "id"})))
        said = re.sub(r"'(?:start|end)':\d+,?", "", said)
        told[re.sub(r"'(e\d+)'", lambda match: names.get(match[1], match[1]), said)] += 1
    for mention in annotation.mentions:
        told[f"{mention.kind} {folded(mention.surface)}"] += 1
    digits = annotation.document.sha256[:16]
    return Counter({said.replace(digits, "#"): count for said, count in told.items()})


@pytest.mark.parametrize("suffix", FORMS)
@pytest.mark.parametrize("name", [*NAMES, SEED])
def test_characters_and_facts_are_those_of_the_text(name: str, suffix: str, tmp_path: Path) -> None:
    wanted, found = annotation_of(source(name)), made(name, suffix, tmp_path)
    assert fidelity(wanted.document.text, found.document.text) >= LEAST
    lost, new = contents(wanted) - contents(found), contents(found) - contents(wanted)
    assert (list(lost), list(new)) == ([], [])


def test_a_fact_of_a_pdf_knows_its_page(tmp_path: Path) -> None:
    document = made("bulletin.txt", ".pdf", tmp_path).document
    assert len(document.pages) > 2
    assert document.page_at(0) == 1
    assert document.page_at(len(document.text) - 1) == len(document.pages)
    assert HEAD not in document.text
    assert not re.search("^— ?[0-9]+ ?—$", document.text, re.MULTILINE)

"""Names found by graphkit beside those of part-of-speech taggers, where one is installed: strict F1 and speed.

    pip install jieba && python tests/benchmarks/taggers.py

Not part of `make bench` figures: taggers are made for another task, know nothing of official documents, and mark no
meetings, policies or campaigns. Shown for the three types that both have, on documents that our rules were tuned on.
"""

from __future__ import annotations

import csv
import importlib.util
from collections.abc import Callable, Iterable
from pathlib import Path
from time import process_time

from graphkit.evaluate.form import gold_of
from graphkit.evaluate.gold import Gold, read_gold
from graphkit.read import document_of
from graphkit.resolve.annotate import annotate

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
TYPES = {"nr": "Person", "ns": "Region", "nt": "Agency"}
Span = tuple[int, int, str]


def development() -> Iterable[tuple[Gold, str]]:
    """Iterate over the development documents and their texts."""
    with (ROOT / "tests" / "gold" / "split.tsv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows, delimiter="\t"):
            if row["split"] in {"seed", "development", "further-development"}:
                folder = ROOT / "tests" / "gold" if row["split"].startswith("further") else SHARED / "gold"
                texts = SHARED / ("corpus" if row["split"].startswith("further") else "gold")
                gold = read_gold(folder / f"{row['gold']}.gold.json")
                yield gold, (texts / f"{row['gold']}.txt").read_text("utf-8")


def by_graphkit(text: str) -> set[Span]:
    """Give graphkit's mentions of the three types."""
    found = gold_of(annotate(document_of(text))).mentions
    return {(one.start, one.end, one.type) for one in found if one.type in TYPES.values()}


def by_jieba(text: str) -> set[Span]:
    """Give the words that jieba.posseg tags nr, ns or nt."""
    from jieba import posseg  # type: ignore[import-not-found,unused-ignore]

    found: set[Span] = set()
    start = 0
    for word in posseg.cut(text):
        if word.flag[:2] in TYPES and len(word.word) > 1:
            found.add((start, start + len(word.word), TYPES[word.flag[:2]]))
        start += len(word.word)
    return found


TAGGERS: dict[str, tuple[str, Callable[[str], set[Span]]]] = {
    "graphkit": ("graphkit", by_graphkit),
    "jieba.posseg": ("jieba", by_jieba),
}


def main() -> None:
    """Print one line a tagger and type, or that a tagger is not installed."""
    if not SHARED.exists():
        print("no ../shared: nothing to compare on")
        return
    documents = list(development())
    for name, (module, tag) in TAGGERS.items():
        if importlib.util.find_spec(module) is None:
            print(f"{name}: not installed")
            continue
        tag("四川省")
        before = process_time()
        found = [tag(text) for _, text in documents]
        speed = sum(len(text) for _, text in documents) / (process_time() - before)
        wanted = [
            {(one.start, one.end, one.type) for one in gold.mentions if one.type in TYPES.values()}
            for gold, _ in documents
        ]
        figures = " ".join(f"{kind} {_f1(found, wanted, kind):.3f}" for kind in TYPES.values())
        print(f"{name:14} {figures}  {speed:>9,.0f} characters/s")


def _f1(found: list[set[Span]], wanted: list[set[Span]], kind: str) -> float:
    """Give the micro-averaged strict F1 of one type."""
    right = sum(len({s for s in one if s[2] == kind} & other) for one, other in zip(found, wanted, strict=True))
    total = sum(1 for spans in (*found, *wanted) for span in spans if span[2] == kind)
    return 2 * right / total if total else 0.0


if __name__ == "__main__":
    main()

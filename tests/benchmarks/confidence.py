"""Share of facts that are right by the confidence they were read with, split by split; with --rules by rule.

.venv/bin/python tests/benchmarks/confidence.py                  # the bands of every split
.venv/bin/python tests/benchmarks/confidence.py development --rules
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from graphkit.evaluate.agreement import EVIDENT, ComparableFact, comparable_facts
from graphkit.evaluate.form import gold_of, sourced_facts_in
from graphkit.evaluate.gold import read_gold
from graphkit.evaluate.matching import match_one_to_one
from graphkit.read import document_of
from graphkit.resolve.annotate import annotate

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
SPLIT = ROOT / "tests" / "gold" / "split.tsv"
BANDS = (("≥ 0.95", 0.95), ("0.85–0.95", 0.85), ("0.75–0.85", 0.75), ("< 0.75", 0.0))
CHECK = ("check", "further-check", "written-check")


def main() -> None:
    """Print one table a split; the rules of a check split are never listed."""
    with SPLIT.open(encoding="utf-8") as file:
        rows = [(row["gold"], row["split"]) for row in csv.DictReader(file, delimiter="\t")]
    wanted = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    for split in wanted or sorted({split for _, split in rows}):
        names = [name for name, of in rows if of == split]
        by_rule = "--rules" in sys.argv and split not in CHECK
        print(f"\n{split}: {len(names)} 篇 / documents")
        _print(read_facts(names), by_rule=by_rule)


def read_facts(names: list[str]) -> Iterator[tuple[str, float, bool]]:
    """Iterate over the facts read in documents: rule, confidence, whether the gold has it."""
    for name in names:
        own = ROOT / "tests" / "gold"
        folder = own if (own / f"{name}.gold.json").exists() else SHARED / "gold"
        texts = (own, SHARED / "gold", SHARED / "corpus")
        text = next(place / f"{name}.txt" for place in texts if (place / f"{name}.txt").exists())
        annotation = annotate(document_of(text.read_text("utf-8")))
        gold = comparable_facts(read_gold(folder / f"{name}.gold.json"))
        found = comparable_facts(gold_of(annotation))
        matched = match_one_to_one(gold, found, ComparableFact.agrees_with)
        right = {found[index].written for index in matched.values()}
        surest: dict[tuple[str, str, str], tuple[float, str]] = {}
        for written, fact in sourced_facts_in(annotation):
            evidence = max(fact.evidence, key=lambda one: one.confidence)
            surest[written] = max(surest.get(written, (0.0, "")), (evidence.confidence, evidence.rule))
        for one in found:
            if one.predicate not in EVIDENT:
                confidence, rule = surest[one.written]
                yield rule, confidence, one.written in right


def _print(facts: Iterator[tuple[str, float, bool]], *, by_rule: bool) -> None:
    all_, right = Counter[str](), Counter[str]()
    for rule, confidence, is_right in facts:
        band = next(name for name, least in BANDS if confidence >= least)
        key = f"{confidence:.2f} {rule}" if by_rule else band
        all_[key] += 1
        right[key] += is_right
    for key in sorted(all_) if by_rule else [name for name, _ in BANDS if all_[name]]:
        print(f"  {key:<28} {right[key]:>4} / {all_[key]:<4} {right[key] / all_[key]:.3f}")


if __name__ == "__main__":
    main()

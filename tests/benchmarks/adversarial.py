"""How long texts take that are made to make patterns run away: 100,000 characters of one thing; prints the slowest."""

from __future__ import annotations

from time import process_time

from graphkit.read import document_of
from graphkit.resolve.annotate import annotate
from tests.property.test_adversarial_texts import UNITS

LONG = 100_000
SHOWN = 12


def main() -> None:
    """Print the CPU seconds of the slowest texts, and of the fastest of all."""
    annotate(document_of("省局"))
    spent: list[tuple[float, str]] = []
    for unit in UNITS:
        text = (unit * (LONG // len(unit) + 1))[:LONG]
        before = process_time()
        annotate(document_of(text))
        spent.append((process_time() - before, unit))
    spent.sort(reverse=True)
    for seconds, unit in (*spent[:SHOWN], spent[-1]):
        print(f"{seconds:7.2f} s  {unit!r}")


if __name__ == "__main__":
    main()

"""Speed, memory and growth of reading text to facts: the corpus repeated up to 10 MB; prints one line a size."""

from __future__ import annotations

import resource
import sys
from pathlib import Path
from time import process_time

from graphkit.read import document_of
from graphkit.resolve.annotate import annotate

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
SAMPLES = ROOT / "data" / "samples"
SIZES = (1 << 20, 10 << 20)


def main() -> None:
    """Read documents one after the other until each size in UTF-8 bytes is reached; tell the speed and the peak."""
    folder = CORPUS if CORPUS.exists() else SAMPLES
    texts = [path.read_text("utf-8") for path in sorted(folder.glob("*.txt")) if path.stem != "damaged"]
    annotate(document_of("省局"))
    for size in (int(argument) << 20 for argument in sys.argv[1:]) if len(sys.argv) > 1 else SIZES:
        done = characters = facts = 0
        before = process_time()
        while done < size:
            for text in texts:
                facts += len(annotate(document_of(text)).facts)
                done += len(text.encode())
                characters += len(text)
        spent = process_time() - before
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
        speed = characters / spent
        print(f"{done / (1 << 20):6.1f} MB  {characters:>10,} characters  {speed:>9,.0f} characters/s  peak {peak} MB")


if __name__ == "__main__":
    main()

"""What the search index costs and how fast it answers: documents in; share of a build, size and times out."""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from time import perf_counter, process_time

from graphkit.dataset import Dataset, open_dataset
from graphkit.dataset.entries import Text
from graphkit.dataset.folder import Folder
from graphkit.dataset.index import Index
from graphkit.dataset.journal import open_journal
from graphkit.dataset.manifest import Digest
from graphkit.dataset.search import search_for, search_generation
from graphkit.settings import Settings
from graphkit.workflow import build

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
SAMPLES = ROOT / "data" / "samples"
RUNS = 9
COPIES = 60
WORDS = ("公务用车", "护林员 培训", "林业", "会", '"传达学习"', "没有这样的句子", "林业 会议 工作 精神")


def texts_of(dataset: Dataset, copies: int) -> Iterator[Text]:
    """Iterate over the texts of a dataset, each so many times under other hashes."""
    with open_journal(Folder(dataset.path).journal, read_only=True) as journal:
        texts = list(journal.texts())
    for copy in range(copies):
        yield from (one._replace(sha256=f"{copy:04x}{one.sha256[4:]}") for one in texts)


def measure(dataset: Dataset, copies: int) -> None:
    """Print the cost of an index of so many copies, and the median time of each search."""
    with tempfile.TemporaryDirectory() as folder:
        before = process_time()
        with closing(Index(Path(folder))) as index:
            index.names_of(part.stated for part in Digest(dataset.base).passing(dataset.store.lines()))
            record = index.finish(texts_of(dataset, copies))
        seconds = process_time() - before
        characters = copies * sum(len(one.text) for one in texts_of(dataset, 1))
        print(f"{copies} × the texts: {characters:,} characters, {record.passages:,} sentences, {record.names:,} names")
        print(f"  index: {seconds:.2f} s CPU, {record.size:,} bytes, {record.size / characters:.1f} bytes a character")
        for words in WORDS:
            search = search_for(words, where="all", start="", end="", limit=20)
            hits = search_generation(Path(folder), record, search)
            times = []
            for _ in range(RUNS):
                before = perf_counter()
                search_generation(Path(folder), record, search)
                times.append(perf_counter() - before)
            found = f"{hits.entities_found} things, {hits.sentences_found} sentences"
            print(f"  {words:12} {1000 * statistics.median(times):8.1f} ms  {found}")


def main() -> None:
    """Build a dataset, print the share of its index, then measure it as it is and many times over."""
    folders = [Path(one) for one in sys.argv[1:]] or [one for one in (CORPUS, SAMPLES) if one.exists()]
    with tempfile.TemporaryDirectory() as out:
        before = process_time()
        build(folders, Settings(dataset=Path(out) / "dataset"))
        print(f"whole build: {process_time() - before:.2f} s CPU")
        dataset = open_dataset(Path(out) / "dataset")
        print(f"store: {sum(dataset.manifest.files.values()):,} bytes")
        for copies in (1, COPIES):
            measure(dataset, copies)


if __name__ == "__main__":
    main()

"""What each ready question answers on data/samples for the example of its header; run it to write the files anew.

    .venv/bin/python tests/query/expected_rows.py

Read what changed before committing it: the files say what people get to see.
"""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT)] if __name__ == "__main__" else []

from graphkit.dataset import Dataset, open_dataset  # noqa: E402 - after the path of a script
from graphkit.export.tables import tsv_of  # noqa: E402
from graphkit.model.tables import Table  # noqa: E402
from graphkit.query.asking import Asked, bind_question  # noqa: E402
from graphkit.query.catalogue import Question, ready_questions  # noqa: E402
from graphkit.query.presenting import table_for_people  # noqa: E402
from graphkit.settings import Settings  # noqa: E402
from graphkit.workflow import build  # noqa: E402

EXPECTED = Path(__file__).parent / "expected"


def example_of(question: Question) -> dict[str, str]:
    """Give the options of a question's example with their values."""
    words = shlex.split(question.example)
    return {name.removeprefix("--"): value for name, value in zip(words[::2], words[1::2], strict=True)}


def asked_example(dataset: Dataset, question: Question) -> Asked:
    """Put the values of its example into a question."""
    return bind_question(dataset, question, example_of(question))


def expected_tsv(dataset: Dataset, question: Question) -> str:
    """Give the rows that people see for a question's example, as TSV."""
    answer = dataset.query(asked_example(dataset, question).sparql)
    assert isinstance(answer, Table)
    return "".join(tsv_of(table_for_people(question, answer, captions=True)))


def expected_files(dataset: Dataset) -> Iterator[tuple[Path, str]]:
    """Iterate over the files of expected rows with what they should hold."""
    for question in ready_questions():
        yield EXPECTED / f"{question.name}.tsv", expected_tsv(dataset, question)


def main() -> None:
    """Build the samples and write every file."""
    with TemporaryDirectory() as folder:
        build([ROOT / "data" / "samples"], Settings(dataset=Path(folder) / "dataset"))
        for file, content in expected_files(open_dataset(Path(folder) / "dataset")):
            file.write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main()

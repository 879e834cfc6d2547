"""How fast documents of each form are read, alone and through the process apart, and whether memory stays flat."""

from __future__ import annotations

import resource
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from time import perf_counter, process_time

from graphkit.read import isolation, limits_of, read_path
from graphkit.read.formats import READERS
from graphkit.read.forms import Form
from graphkit.settings import Settings
from tests.made_documents import docx_of, html_of, pdf_of

SAMPLES = Path(__file__).parents[2] / "data" / "samples"
FILES = 5_000
SECONDS = 5.0
FORMS: Mapping[str, tuple[Form, Callable[[str], bytes]]] = {
    ".txt": (Form.TEXT, str.encode),
    ".html": (Form.HTML, html_of),
    ".docx": (Form.DOCX, docx_of),
    ".pdf": (Form.PDF, pdf_of),
}


def texts() -> list[str]:
    """Give the samples that are sound."""
    return [path.read_text("utf-8") for path in sorted(SAMPLES.glob("*.txt")) if path.stem != "damaged"]


def speed(form: Form, contents: list[bytes]) -> tuple[float, float]:
    """Give documents and pages a CPU second of one reader in this process."""
    limits = limits_of(Settings())
    read, pages, before = 0, 0, process_time()
    while process_time() - before < SECONDS:
        reading = READERS[form](contents[read % len(contents)], "-", limits)
        read, pages = read + 1, pages + len(reading.pages)
    spent = process_time() - before
    return read / spent, pages / spent


def resident_mib(process: int | str = "self") -> float:
    """Give the memory that a process holds now."""
    return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * resource.getpagesize() / (1 << 20)


def apart(suffix: str, contents: list[bytes], folder: Path) -> None:
    """Print the speed through the process apart, and memory after each fifth of the files."""
    paths = []
    for number, content in enumerate(contents):
        paths.append(folder / f"{number}{suffix}")
        paths[-1].write_bytes(content)
    settings, before, held = Settings(), perf_counter(), []
    for number in range(FILES):
        read_path(paths[number % len(paths)], settings)
        if (number + 1) % (FILES // 5) == 0:
            reader = isolation._reader
            held.append((resident_mib(), resident_mib(reader._process.pid) if reader is not None else 0.0))
    wall = perf_counter() - before
    told = "  ".join(f"{own:.0f}+{other:.0f}" for own, other in held)
    print(f"  {suffix:6} {FILES} files apart: {FILES / wall:7.0f}/s wall; MiB here + reader: {told}")
    isolation.stop_reader()


def main() -> None:
    """Print the figures; a number as argument reads so many files in place of 5,000."""
    global FILES  # noqa: PLW0603 - the one option
    FILES = int(sys.argv[1]) if len(sys.argv) > 1 else FILES
    made = {suffix: [make(text) for text in texts()] for suffix, (_, make) in FORMS.items()}
    print(f"{SAMPLES}: {len(texts())} documents, {sum(map(len, texts())):,} characters")
    for suffix, (form, _) in FORMS.items():
        documents, pages = speed(form, made[suffix])
        print(f"  {suffix:6} {documents:8.0f} documents/s" + (f"  {pages:6.0f} pages/s" if pages else "") + " of CPU")
    for suffix, contents in made.items():
        with tempfile.TemporaryDirectory() as folder:
            apart(suffix, contents, Path(folder))


if __name__ == "__main__":
    main()

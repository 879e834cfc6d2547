"""What a run may use: paths, base IRI, limits; and the door to the packaged data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from graphkit import terms
from graphkit.errors import BaseIriError

_MIB = 1 << 20
_BASE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x20]*[/#]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Options of a run, made once and passed in; sizes in bytes.

    `read_seconds` and `read_memory` bound the process that reads one document; `ocr` lets it read
    pictures of text. A folder of judgements that is not there judges nothing. `jobs` processes read; of 0
    asked for, as many as are faster than one.
    """

    dataset: Path = Path("outputs")
    base: str = terms.BASE
    jobs: int = 1
    max_file_bytes: int = 64 * _MIB
    max_characters: int = 20_000_000
    read_seconds: float = 60.0
    read_memory: int = 1024 * _MIB
    ocr: bool = False
    lexicon: Path | None = None
    judgements: Path | None = Path("judgements")

    def __post_init__(self) -> None:
        """Refuse a base that cannot begin an IRI."""
        if not _BASE.fullmatch(self.base):
            raise BaseIriError(self.base)


def resource(name: str) -> Traversable:
    """Give a file of data/ (`gazetteers/regions.tsv`) or of ontology/ (`ontology/shapes.ttl`).

    In a wheel they lie in `graphkit/_data` and `graphkit/_ontology`, in a checkout beside graphkit/.
    """
    package = files("graphkit")
    folder, rest = ("_ontology", name.removeprefix("ontology/")) if name.startswith("ontology/") else ("_data", name)
    packaged = package.joinpath(folder)
    root = packaged if packaged.is_dir() else Path(str(package)).parent / folder.removeprefix("_")
    return root.joinpath(*rest.split("/"))

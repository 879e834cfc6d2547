"""The code and the gazetteers in, the hashes that say whether a document must be read again out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable

from graphkit.extract.lexicon import open_lexicon
from graphkit.settings import Settings, resource

_STAGES = ("model", "normalise", "read", "extract", "resolve", "rdf", "terms")


@dataclass(frozen=True, slots=True)
class Versions:
    """All that a document's statements depend on besides its text."""

    extractor: str
    lexicon: str
    base: str


def versions_of(settings: Settings) -> Versions:
    """Give the versions of this run."""
    own = open_lexicon(settings.lexicon).fingerprint
    return Versions(extractor_version(), lexicon_hash() + (f"+{own}" if own else ""), settings.base)


@cache
def extractor_version() -> str:
    """Hash the code of the stages from text to statements: any change reads every document again."""
    package = files("graphkit")
    folders = [package.joinpath(stage) for stage in _STAGES]
    modules = [module for folder in folders for module in _modules_in(folder)]
    return _hash_of(modules)


@cache
def maker_version() -> str:
    """Hash the code that makes a dataset of journalled documents."""
    return _hash_of([*_modules_in(files("graphkit").joinpath("dataset"))])


@cache
def lexicon_hash() -> str:
    """Hash the shipped gazetteers."""
    folder = resource("gazetteers")
    if not folder.is_dir():
        return _hash_of([])
    tables = (one for one in folder.iterdir() if one.name.endswith(".tsv"))
    return _hash_of(sorted(tables, key=lambda one: one.name))


def package_version(name: str) -> str:
    """Give the version of an installed package, "-" for a checkout that is not installed."""
    try:
        return version(name)
    except PackageNotFoundError:
        return "-"


def _modules_in(folder: Traversable) -> Iterator[Traversable]:
    for one in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if one.is_dir():
            yield from _modules_in(one)
        elif one.name.endswith(".py"):
            yield one


def _hash_of(parts: list[Traversable]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        # A checkout on Windows has other line ends and the same rules.
        content = part.read_bytes().replace(b"\r\n", b"\n")
        digest.update(f"{part.name} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()[:16]

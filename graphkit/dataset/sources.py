"""Remembered files and folders in, the files to read and the hashes of their bytes out."""

from __future__ import annotations

import glob
import hashlib
import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

from graphkit.dataset.folder import Folder, is_dataset, write_whole
from graphkit.errors import SourceMissingError, UnreadableDocumentError
from graphkit.model.sources import Particulars
from graphkit.read.archive import documents_in, is_archive, source_bytes
from graphkit.read.forms import SUFFIXES, form_of

STDIN = Path("-")


class Patterns(NamedTuple):
    """Which files of a folder are read: all, or those that `include` matches, less those that `exclude` matches."""

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


EVERY_FILE = Patterns()


class Root(NamedTuple):
    """A file or folder to read: which files in it, by patterns of their names, and whether pictures of text too."""

    path: Path
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    ocr: bool = False


def files_in(roots: Iterable[Root], suffixes: Collection[str]) -> dict[Path, bool]:
    """Give the files of all roots, each once, sorted, and whether pictures of text are to be read in them.

    A root that is a file counts whatever its suffix; in folders and archives only files that can be
    read do. Hidden entries, datasets and links to folders are passed over; a root that vanished gives
    nothing.
    """
    found: dict[Path, bool] = {}
    for path, ocr in found_in(roots, suffixes):
        found[path] = found.get(path, False) or ocr
    return dict(sorted(found.items()))


def found_in(roots: Iterable[Root], suffixes: Collection[str]) -> Iterator[tuple[Path, bool]]:
    """Iterate over the files of `files_in` as they are found, some maybe twice."""
    for root in roots:
        yield from ((path, root.ocr) for path in _files_of(root, suffixes))


def passed_over(paths: Iterable[Path], suffixes: Collection[str]) -> dict[str, int]:
    """Count the files in folders that are not read because of their suffix, by suffix; tables beside sources apart."""
    walked = (path for folder in paths if folder.is_dir() for path in _walked(folder))
    counts = Counter(path.suffix.lower() for path in walked if path.suffix.lower() not in {*suffixes, ".tsv"})
    return dict(sorted(counts.items()))


def named_by(paths: Iterable[Path]) -> Iterator[Path]:
    """Iterate over the files and folders that paths name, patterns unfolded where the shell did not.

    Raises SourceMissingError for a path that names nothing.
    """
    for path in paths:
        if path.exists():
            yield path.resolve()
            continue
        matched = sorted(glob.glob(str(path), recursive=True)) if glob.has_magic(str(path)) else []  # noqa: PTH207 - a pattern may be absolute
        if not matched:
            raise SourceMissingError(str(path))
        yield from (Path(one).resolve() for one in matched)


def receive(folder: Folder, content: bytes, limit: int) -> Path:
    """Keep what came on standard input as a source in the dataset's folder, named by its hash."""
    if not content.strip():
        raise UnreadableDocumentError("-", "标准输入为空 / nothing came on standard input")
    if len(content) > limit:
        raise UnreadableDocumentError("-", f"超过上限 {limit >> 20} MiB / above the size limit")
    form = form_of(content, "", str(STDIN))
    suffix = next(suffix for suffix, forms in SUFFIXES.items() if form in forms)
    place = folder.path / "received"
    place.mkdir(exist_ok=True)
    path = place / (hashlib.sha256(content).hexdigest()[:16] + suffix)
    write_whole(path, content)
    return path.resolve()


def content_key(path: Path, particulars: Iterable[Particulars], *, limit: int, ocr: bool) -> str:
    """Hash what a file's statements come from: its bytes and suffix, its row of `sources.tsv`, the use of OCR.

    "" when it is no file, above `limit` bytes or cannot be read.
    """
    content = content_hash(path, limit)
    stated = "".join(one.model_dump_json() for one in particulars)
    row = f"+{hashlib.sha256(stated.encode()).hexdigest()[:16]}" if stated else ""
    return content and content + row + ("+ocr" if ocr else "")


def content_hash(path: Path, limit: int) -> str:
    """Hash a file's bytes and suffix; "" when it is no file, above `limit` bytes or cannot be read."""
    try:
        if not path.is_file():
            digest = hashlib.sha256(source_bytes(path, limit))
        elif path.stat().st_size > limit:
            return ""
        else:
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256")
    except (OSError, UnreadableDocumentError):
        return ""
    return digest.hexdigest() + path.suffix.lower()


def _files_of(root: Root, suffixes: Collection[str]) -> Iterator[Path]:
    is_folder = root.path.is_dir()
    for path in _with(suffixes, _walked(root.path)) if is_folder else _single(root.path):
        inside = documents_in(path) if is_archive(path) and path.is_file() else [path]
        yield from (one for one in inside if _is_wanted(one, root))


def _single(path: Path) -> Iterator[Path]:
    if path.exists():
        yield path


def _with(suffixes: Collection[str], paths: Iterable[Path]) -> Iterator[Path]:
    return (path for path in paths if path.suffix.lower() in suffixes)


def _walked(root: Path) -> Iterator[Path]:
    for folder, names, files in os.walk(root):
        here = Path(folder)
        names[:] = [name for name in names if not name.startswith(".") and not is_dataset(here / name)]
        if here == root and is_dataset(here):
            names.clear()
            continue
        for name in files:
            if not name.startswith((".", "~$")):
                yield here / name


def _is_wanted(path: Path, root: Root) -> bool:
    """Tell whether a root lets a file in: patterns with `/` match the path below the root, others the name."""
    inner = path.relative_to(root.path).as_posix() if path != root.path else path.name

    def matches(pattern: str) -> bool:
        return fnmatchcase(inner if "/" in pattern else path.name, pattern)

    return (not root.include or any(map(matches, root.include))) and not any(map(matches, root.exclude))

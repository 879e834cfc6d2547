"""Archives in, the documents in them out: a member has a path below its archive's, and is read like a file.

Nothing is unpacked to disk. A name that climbs (`../x`) stays below its archive.
"""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import IO, NamedTuple

from graphkit.errors import UnreadableDocumentError
from graphkit.read.forms import SUFFIXES

MEMBERS = 10_000
"""Members of one archive at most."""

_RATIO = 200
_RATIO_FROM = 64 << 20
_DIRECTORY_END = b"PK\x05\x06"
_UTF8_FLAG, _ENCRYPTED_FLAG = 0x800, 0x1
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)
_AGAIN = "请重新取得完整文件 / get the whole file again"


class _Archive(NamedTuple):
    """An open archive and its files by the paths that people read."""

    file: zipfile.ZipFile
    members: Mapping[str, zipfile.ZipInfo]


def is_archive(path: Path) -> bool:
    """Tell whether a file is a plain archive by its name."""
    return path.suffix.lower() == ".zip"


def documents_in(path: Path) -> list[Path]:
    """Give the paths of the documents in an archive, below its own; the archive itself where it has none or is bad."""
    try:
        names = [name for name in _opened(path).members if _suffix(name) in SUFFIXES]
    except (UnreadableDocumentError, *_DAMAGE):
        return [path]
    return sorted(path / name for name in names) or [path]


def is_source(path: Path) -> bool:
    """Tell whether there is a regular file, or an archive above that has this path as a member."""
    try:
        return path.is_file() or _home(path) is not None
    except OSError:
        return False


def file_of(path: Path) -> Path | None:
    """Give the file that holds a source: itself, or its archive; None where neither is there."""
    return path if path.is_file() else _home(path)


def source_bytes(path: Path, limit: int) -> bytes:
    """Read a file or a member of an archive, at most `limit` bytes.

    Raises UnreadableDocumentError above the limit, and for archives and members that cannot be read.
    """
    is_file = path.is_file()
    home = None if is_file else _home(path)
    if home is None:
        if not is_file:
            # Opening a pipe would wait for its other end.
            raise UnreadableDocumentError(str(path), "不是普通文件 / no regular file", is_passing=True)
        _check_size(path.stat().st_size, limit, str(path))
        with path.open("rb") as file:
            return _bounded(file, limit, str(path))
    name = path.relative_to(home).as_posix()
    try:
        archive = _opened(home)
        entry = archive.members.get(name)
        if entry is None:
            raise UnreadableDocumentError(str(path), "压缩包里没有它 / not in the archive", remedy=_AGAIN)
        _check_member(entry, limit, str(path))
        with archive.file.open(entry) as file:
            return _bounded(file, limit, str(path))
    except _DAMAGE as error:
        raise UnreadableDocumentError(str(path), f"压缩包损坏 / damaged archive: {error}", remedy=_AGAIN) from error


def check_archive(content: bytes, source: str) -> None:
    """Raise UnreadableDocumentError where an archive is cut, damaged or unfolds to absurd size."""
    with open_checked(content, source) as archive:
        for _ in _members_of(archive, source):
            pass


def _opened(path: Path) -> _Archive:
    state = path.stat()
    return _opened_once(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=1)
def _opened_once(path: Path, _changed: int, _size: int) -> _Archive:
    """Open an archive and keep it: its members are read one after the other."""
    with path.open("rb") as file:
        _check_directory(file, str(path))
    archive = zipfile.ZipFile(path)
    return _Archive(archive, dict(_members_of(archive, str(path))))


def _members_of(archive: zipfile.ZipFile, source: str) -> Iterator[tuple[str, zipfile.ZipInfo]]:
    """Iterate over the files of an archive; raises UnreadableDocumentError where it unfolds to absurd size."""
    entries = archive.infolist()
    size = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if size > _RATIO_FROM and size > packed * _RATIO:
        reason = f"压缩包展开后有 {size >> 20} MiB，疑为炸弹 / unfolds to {size >> 20} MiB, perhaps a bomb"
        raise UnreadableDocumentError(source, reason, remedy=_AGAIN)
    seen: dict[str, int] = {}
    for entry in entries:
        name = _name(entry)
        if entry.is_dir() or not name or "__MACOSX" in name:
            continue
        seen[name] = seen.get(name, 0) + 1
        if seen[name] > 1:
            plain = PurePosixPath(name)
            name = str(plain.with_name(f"{plain.stem}({seen[name]}){plain.suffix}"))
        yield name, entry


def open_checked(content: bytes, source: str) -> zipfile.ZipFile:
    """Open an archive in memory; raises UnreadableDocumentError where its directory is cut, bad or too long."""
    try:
        _check_directory(BytesIO(content), source)
        return zipfile.ZipFile(BytesIO(content))
    except _DAMAGE as error:
        raise UnreadableDocumentError(source, f"文件损坏或不完整 / damaged or cut: {error}", remedy=_AGAIN) from error


def _check_directory(file: IO[bytes], source: str) -> None:
    """Look at the end of the directory first: zipfile makes an object of every entry."""
    file.seek(0, 2)
    file.seek(max(0, file.tell() - (1 << 16) - 22))
    tail = file.read()
    at = tail.rfind(_DIRECTORY_END)
    if at < 0 or len(tail) < at + 22:
        raise zipfile.BadZipFile("no central directory")
    entries = int.from_bytes(tail[at + 10 : at + 12], "little")
    length = int.from_bytes(tail[at + 12 : at + 16], "little")
    if entries > MEMBERS or length > MEMBERS * 400:
        reason = f"压缩包内文件超过 {MEMBERS} 个 / an archive of more than {MEMBERS} files"
        raise UnreadableDocumentError(source, reason, remedy="请分成几个 / split it")


def _check_member(entry: zipfile.ZipInfo, limit: int, source: str) -> None:
    _check_size(entry.file_size, limit, source)
    if entry.flag_bits & _ENCRYPTED_FLAG:
        remedy = "请去掉密码 / remove the password"
        raise UnreadableDocumentError(source, "压缩包有密码 / the archive has a password", remedy=remedy)
    if entry.compress_type not in _METHODS:
        raise UnreadableDocumentError(
            source, "压缩方法不支持 / unknown compression", remedy="请先解包 / unpack it first"
        )
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise UnreadableDocumentError(source, "是链接 / a link", remedy="请先解包 / unpack it first")


def _check_size(size: int, limit: int, source: str) -> None:
    if size > limit:
        reason = f"文件 {size >> 20} MiB 超过上限 {limit >> 20} MiB / above the size limit"
        raise UnreadableDocumentError(source, reason, remedy="请拆成几份 / split it")


def _bounded(file: IO[bytes], limit: int, source: str) -> bytes:
    """Read no more than the limit, whatever sizes were declared."""
    content = file.read(limit + 1)
    _check_size(len(content), limit, source)
    return content


def _name(entry: zipfile.ZipInfo) -> str:
    """Give a member's path: Windows in China writes GBK without saying so; `..` and roots are dropped."""
    name = entry.filename
    if not entry.flag_bits & _UTF8_FLAG:
        raw = name.encode("cp437", "replace")
        for encoding in ("utf-8", "gb18030"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    parts = (part for part in name.replace("\\", "/").split("/") if part not in {"", ".", ".."})
    return "/".join(part.replace("\x00", "") for part in parts)


def _suffix(name: str) -> str:
    return PurePosixPath(name).suffix.lower()


def _home(path: Path) -> Path | None:
    """Give the archive that has a path as a member, by the names alone."""
    return next((one for one in path.parents if is_archive(one) and one.is_file()), None)

"""Word 97 documents, WPS and RTF in, their text out, through antiword or LibreOffice where they are installed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from graphkit.errors import UnreadableDocumentError
from graphkit.read.confinement import widen_memory
from graphkit.read.docx import read_docx
from graphkit.read.forms import Form
from graphkit.read.reading import Limits, Reading

OldReader = Callable[[bytes, str, Limits], Reading]

_INSTALL = "请安装 LibreOffice 或 antiword，或另存为 .docx / install LibreOffice or antiword, or save it as .docx"
_INSTALL_OFFICE = "请安装 LibreOffice，或另存为 .docx / install LibreOffice, or save it as .docx"
# antiword draws the cells of a row between bars.
_TABLE_ROW = re.compile(r"^\|.*\|$", re.MULTILINE)
_OFFICES = ("soffice", "libreoffice")


def read_doc(content: bytes, source: str, limits: Limits) -> Reading:
    """Read a .doc or .wps: by antiword, which is faster by far; by LibreOffice where that fails or finds tables."""
    text = _by_antiword(content, limits) if shutil.which("antiword") is not None else ""
    if text.strip() and not (_TABLE_ROW.search(text) and _office() is not None):
        return Reading(text=text + "\n", media_type=Form.DOC.value, because="由 antiword 读出 / read by antiword")
    return _through_office(content, source, limits, suffix=".doc", form=Form.DOC)


def _by_antiword(content: bytes, limits: Limits) -> str:
    """Give the text that antiword finds, "" where it finds none."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "in.doc"
        path.write_bytes(content)
        # -w 0: no line breaks within paragraphs.
        told = run_program(["antiword", "-m", "UTF-8.txt", "-w", "0", str(path)], limits.seconds, Path(folder))
    return told.decode("utf-8").strip("\n") if told is not None else ""


def read_rtf(content: bytes, source: str, limits: Limits) -> Reading:
    """Read an RTF file."""
    return _through_office(content, source, limits, suffix=".rtf", form=Form.RTF)


def run_program(command: Sequence[str], seconds: float, folder: Path) -> bytes | None:
    """Run a program in `folder` and give what it wrote, None where it failed or took too long."""
    try:
        ran = subprocess.run(  # noqa: S603 - programs we name, files we wrote
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=seconds,
            check=False,
            env={"PATH": _path(), "HOME": str(folder), "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "OMP_THREAD_LIMIT": "1"},
            preexec_fn=None if sys.platform == "win32" else widen_memory,
        )
    except (subprocess.TimeoutExpired, OSError):
        return None
    return ran.stdout if ran.returncode == 0 else None


def _through_office(content: bytes, source: str, limits: Limits, *, suffix: str, form: Form) -> Reading:
    """Let LibreOffice make a .docx of it and read that."""
    office = _office()
    if office is None:
        reason = f"没有能读 {suffix} 的程序 / nothing reads {suffix}"
        remedy = _INSTALL if suffix == ".doc" else _INSTALL_OFFICE
        raise UnreadableDocumentError(source, reason, remedy=remedy, is_passing=True)
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home)
        (folder / f"in{suffix}").write_bytes(content)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        options = ["--headless", "--norestore", "--nolockcheck", "--convert-to", "docx:MS Word 2007 XML"]
        run_program([office, profile, *options, f"in{suffix}"], limits.seconds, folder)
        made = folder / "in.docx"
        if not made.is_file():
            remedy = "请用 Word 或 WPS 另存为 .docx / save it as .docx with Word or WPS"
            raise UnreadableDocumentError(source, "LibreOffice 打不开它 / LibreOffice cannot open it", remedy=remedy)
        reading = read_docx(made.read_bytes(), source, limits)
    return Reading(text=reading.text, media_type=form.value, because="由 LibreOffice 转换 / converted by LibreOffice")


def _office() -> str | None:
    return next(filter(None, map(shutil.which, _OFFICES)), None)


def _path() -> str:
    return os.environ.get("PATH", os.defpath)

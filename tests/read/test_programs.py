"""Word 97, WPS and RTF: read through the programs that are installed, else told what to install."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from graphkit.errors import UnreadableDocumentError
from graphkit.read import isolation, programs, read_path
from graphkit.read.programs import read_doc, read_rtf
from graphkit.read.reading import Limits
from graphkit.settings import Settings
from tests.made_documents import docx_of, docx_with, paragraph

TEXT = "关于召开会议的通知\n各市（州）机关事务管理局要认真传达学习全省会议精神，结合实际研究贯彻措施，明确责任分工。\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600

needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice to make the file")


@pytest.mark.parametrize("reader", [read_doc, read_rtf])
def test_without_the_programs_the_message_says_what_to_install(
    reader: programs.OldReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    with pytest.raises(UnreadableDocumentError, match="没有能读") as caught:
        reader(OLE, "旧.doc", Limits())
    assert "LibreOffice" in caught.value.remedy
    assert caught.value.is_passing


def converted(content: bytes, suffix: str, folder: Path) -> Path:
    """Make an old document of a new one."""
    (folder / "旧.docx").write_bytes(content)
    form = {".doc": "doc:MS Word 97", ".wps": "doc:MS Word 97", ".rtf": "rtf"}[suffix]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", form, "--outdir", str(folder), str(folder / "旧.docx")]
    subprocess.run(command, check=True, capture_output=True)
    made = folder / f"旧.{form.partition(':')[0]}"
    return made.rename(folder / f"文件{suffix}")


@needs_office
@pytest.mark.slow
@pytest.mark.parametrize("suffix", [".doc", ".wps", ".rtf"])
def test_an_old_document_is_read_through_what_is_installed(suffix: str, tmp_path: Path) -> None:
    document = read_path(converted(docx_of(TEXT), suffix, tmp_path), Settings())
    isolation.stop_reader()
    assert [line for line in document.text.splitlines() if line.strip()] == TEXT.splitlines()
    assert document.provenance.media_type in {"application/msword", "application/rtf"}
    assert document.provenance.because


@needs_office
@pytest.mark.slow
def test_the_table_of_an_old_document_is_read_row_by_row(tmp_path: Path) -> None:
    cells = "".join(f"<w:tc><w:tcPr/>{paragraph(text)}</w:tc>" for text in ("单位", "任务"))
    grid = "<w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>"
    content = docx_with(paragraph("前") + f"<w:tbl>{grid}<w:tr>{cells}</w:tr></w:tbl>" + paragraph("后"))
    document = read_path(converted(content, ".doc", tmp_path), Settings())
    isolation.stop_reader()
    assert "单位　　任务" in document.text.splitlines()

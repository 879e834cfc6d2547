"""The table of readers: one form of file, one reader from bytes to text."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from graphkit.read.docx import read_docx
from graphkit.read.forms import Form
from graphkit.read.html import read_html, read_mhtml
from graphkit.read.pdf import read_pdf
from graphkit.read.plain_text import read_text
from graphkit.read.programs import read_doc, read_rtf
from graphkit.read.reading import Limits, Reading

Reader = Callable[[bytes, str, Limits], Reading]

READERS: Mapping[Form, Reader] = {
    Form.TEXT: read_text,
    Form.HTML: read_html,
    Form.MHTML: read_mhtml,
    Form.PDF: read_pdf,
    Form.DOCX: read_docx,
    Form.DOC: read_doc,
    Form.RTF: read_rtf,
}

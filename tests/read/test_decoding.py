"""Bytes to text: the encoding is told by how the text reads, and no byte is passed over."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.errors import UnreadableDocumentError
from graphkit.read.decoding import decode
from tests.material import SAMPLES, material

TEXT = "各市（州）机关事务管理局要认真传达学习全省会议精神。\r\n二、2021年3月5日前报送。\n"
NAMES = "彭俊杰\n邓丽娜\n吴迪\n郝帅\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "gb18030", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [TEXT, TEXT * 50, "四川省机关事务管理局"])
def test_a_text_comes_back_to_the_character(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), "-").text == text


def test_a_list_of_names_in_gb18030_is_read_although_no_word_of_it_is_frequent() -> None:
    decoded = decode(NAMES.encode("gb18030"), "-")
    assert (decoded.text, decoded.encoding) == (NAMES, "gb18030")


def test_each_sample_in_each_encoding_is_told_apart() -> None:
    texts = [path.read_text("utf-8") for path in sorted(SAMPLES.glob("*.txt")) if path.stem != "damaged"]
    for text in texts:
        for encoding in ("gb18030", "utf-16-le", "utf-16-be"):
            assert decode(text.encode(encoding), "-")[:2] == (text, encoding)


def test_each_bulletin_of_the_corpus_in_gb18030_is_read_as_it_was() -> None:
    texts = [path.read_text("utf-8") for path in sorted(material("corpus").glob("*.txt"))]
    assert [text[:20] for text in texts if decode(text.encode("gb18030"), "-").text != text] == []


@given(st.text(alphabet="甲乙各市要学习会议精神。，\n 2021𠮷", min_size=1))
def test_whatever_is_utf_8_is_read_as_utf_8(text: str) -> None:
    if text.strip():
        assert decode(text.encode(), "-").text == text


@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_whole_or_refused(content: bytes) -> None:
    try:
        decoded = decode(content, "-")
    except UnreadableDocumentError:
        return
    marks = {"utf-8": ("utf-8", "utf-8-sig"), "big5": ("big5hkscs",)}
    names = marks.get(decoded.encoding, (decoded.encoding, decoded.encoding[:6]))
    assert any(content == decoded.text.encode(name) for name in names) or content[:2] in {b"\xff\xfe", b"\xfe\xff"}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "空"),
        (TEXT.encode() + TEXT.encode("gb18030"), "第 1 行是 UTF-8"),
        (TEXT.encode("gb18030") + TEXT.encode(), "第 3 行是 UTF-8"),
        (TEXT.encode()[:-5], "截断"),
        (TEXT.encode() + b"\x07", "控制字符"),
        (b"\xff" * 64, "编码不明"),
    ],
)
def test_what_cannot_be_decoded_is_told(content: bytes, told: str) -> None:
    with pytest.raises(UnreadableDocumentError, match=told):
        decode(content, "-")


def test_characters_lost_before_are_told_and_kept() -> None:
    from graphkit.read.plain_text import read_text
    from graphkit.read.reading import Limits

    reading = read_text("损失\ufffd一处".encode(), "-", Limits())
    assert reading.text == "损失\ufffd一处"
    assert "1 处字符" in reading.notes[0]

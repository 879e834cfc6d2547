"""Bytes of unknown encoding in, their text and the reason for the choice out; no byte is ever passed over."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from graphkit.errors import UnreadableDocumentError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_HAN = re.compile("[㐀-鿿\uf900-\ufaff]")
# The 250 most frequent characters of official documents cover two thirds of their text; wrong decodings hit them by
# chance only. Counted over the bulletins, notices and news that the rules were written on; traditional forms beside.
_FREQUENT = re.compile(
    "[的和业省人工国政中一林行建作全部会法发生务管大家化有民定展实地理要进主动设用关新在公年市等保区成制加规项各产推以合门不资局准位"
    "事强力重为高安任委单信第改提是开办原员目级分十标方体条机三对长电服府施网能经本护应企环平草四了出同通二我境监案治自态收量时度持质"
    "技五议院件共社上及增范入性个造文育立面系处日与完点可于厅费物好基策月学期科九决革组防责水城利效程代现核西查相下创专深构落到集据其"
    "统源备认息们领报表求明所得情结当导确检济常批意联心场活税职支解司前内步升放审优调依计品总按这投价配整档台者参域续过党题照森号划数"
    "業國務會發實進動設關產資準為開員級標機長電網經護應環監態時質議範處與點廳費於學決組責專構據統備認們領報結當導確檢濟聯場職審優調"
    "計總這價檔參續過黨題號劃數來後個無體間從對]"
)
_PLAUSIBLE = 0.15
_PARTS = 4_096
_FEW, _NEARLY_ALL, _FIRST_LEVEL = 4, 0.95, range(0xB0, 0xD8)
_MIXED = 12
_AGAIN = "请重新取得完整文件 / get the whole file again"
_RESAVE = "请另存为 UTF-8 / save it as UTF-8"
_UNICODE_16 = ("utf-16-le", "utf-16-be")


class Decoded(NamedTuple):
    """A text, the encoding it was in, and why that one."""

    text: str
    encoding: str
    because: str


def decode(content: bytes, source: str) -> Decoded:
    """Decode by byte order mark, else strict UTF-8, else by the one decoding that reads as Chinese.

    GB18030, Big5 and UTF-16 without a mark accept each other's bytes, so the text decides: each
    strict decoding is scored by the share of frequent characters. Raises UnreadableDocumentError
    for empty, binary and mixed content, and where nothing reads as Chinese.
    """
    if not content.strip(b"\x00\t\n\x0b\x0c\r "):
        raise UnreadableDocumentError(source, "文件为空 / empty file", remedy=_AGAIN)
    for mark, name, codec in _BOMS:
        if content.startswith(mark):
            return _checked(Decoded(_strict(content, codec, source), name, "字节序标记 / byte order mark"), source)
    if b"\x00" in content:
        return _checked(_wide(content) or Decoded(_strict(content, "utf-8", source), "utf-8", ""), source)
    try:
        return _checked(Decoded(content.decode("utf-8"), "utf-8", "严格 UTF-8 / strict UTF-8"), source)
    except UnicodeDecodeError as error:
        return _checked(_by_plausibility(content, error.start, source), source)


def _wide(content: bytes) -> Decoded | None:
    """Decode UTF-16 without a mark, told by its zero bytes and by how it reads."""
    scored = sorted(((_score(content, codec), codec) for codec in _UNICODE_16), reverse=True)
    best, codec = scored[0]
    if best < _PLAUSIBLE and not _is_spaced_ascii(content):
        return None
    if best < _PLAUSIBLE:
        codec = "utf-16-le" if content[1:2] == b"\x00" else "utf-16-be"
    return Decoded(content.decode(codec), codec, "无标记，按文字判断 / no mark, told by how it reads")


def _is_spaced_ascii(content: bytes) -> bool:
    """Tell whether every other byte is zero, as in UTF-16 of Latin text."""
    return len(content) % 2 == 0 and (not any(content[1::2]) or not any(content[::2]))


def _by_plausibility(content: bytes, place: int, source: str) -> Decoded:
    """Choose among GB18030, Big5 and UTF-16; refuse mixtures and what reads as none of them."""
    _refuse_cut(content, place, source)
    scored = sorted(((_score(content, codec), codec) for codec in ("gb18030", "big5hkscs", *_UNICODE_16)), reverse=True)
    (best, codec), (second, _) = scored[:2]
    if codec in {"gb18030", "big5hkscs"} or best < _PLAUSIBLE:
        _refuse_mixed(content, place, source)
    if best < _PLAUSIBLE and _is_of_first_level(content):
        because = "都是一级常用汉字 / all of the first level of GB 2312"
        return Decoded(content.decode("gb18030"), "gb18030", because)
    if best < _PLAUSIBLE:
        reason = f"编码不明，字节 {place} 处非 UTF-8 / unknown encoding, no UTF-8 at byte {place}"
        raise UnreadableDocumentError(source, reason, remedy=_RESAVE)
    because = f"常用字占 {best:.0%}，次选 {second:.0%} / frequent characters {best:.0%}, next best {second:.0%}"
    return Decoded(content.decode(codec), "big5" if codec == "big5hkscs" else codec, because)


def _score(content: bytes, codec: str) -> float:
    """Give the share of frequent characters among the Han characters of a strict decoding, 0 where it fails.

    Characters that no Chinese text has (private use, other scripts in number) count as Han.
    """
    try:
        text = content.decode(codec)
    except UnicodeDecodeError:
        return 0.0
    han = len(_HAN.findall(text))
    strange = sum(1 for character in text[: _PARTS * 4] if _is_strange(character))
    return len(_FREQUENT.findall(text)) / (han + strange) if han else 0.0


def _is_of_first_level(content: bytes) -> bool:
    """Tell whether a text reads as GB18030 of the 3,755 common characters only, as a list of names may.

    Wrong decodings of other bytes scatter over the rare ones too.
    """
    try:
        han = _HAN.findall(content.decode("gb18030"))
    except UnicodeDecodeError:
        return False
    leads = [one.encode("gb18030")[0] for one in han]
    return len(han) >= _FEW and sum(lead in _FIRST_LEVEL for lead in leads) > len(leads) * _NEARLY_ALL


def _is_strange(character: str) -> bool:
    code = ord(character)
    return 0xE000 <= code < 0xF8FF or 0x0250 <= code < 0x2000 or 0xA000 <= code < 0xE000 or 0 < code < 9


def _refuse_cut(content: bytes, place: int, source: str) -> None:
    """Refuse UTF-8 that ends in the middle of a character: the file was cut."""
    if place >= len(content) - 3 and content[:place].strip() and not content[:place].isascii():
        reason = f"UTF-8 文件在字节 {place} 处被截断 / UTF-8 text, cut at byte {place}"
        raise UnreadableDocumentError(source, reason, remedy=_AGAIN)


def _refuse_mixed(content: bytes, place: int, source: str) -> None:
    """Refuse a file of which some lines are UTF-8 and others are not."""
    for number, line in enumerate(content.split(b"\n"), 1):
        wide = sum(byte >= 0x80 for byte in line[:_PARTS])
        if wide < _MIXED:
            continue
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            continue
        reason = (
            f"两种编码混在一起：第 {number} 行是 UTF-8，字节 {place} 处不是 / "
            f"mixed encodings: line {number} is UTF-8, byte {place} is not"
        )
        raise UnreadableDocumentError(source, reason, remedy="请分开另存为 UTF-8 / save the parts apart as UTF-8")


def _strict(content: bytes, encoding: str, source: str) -> str:
    """Decode or refuse, naming the byte at which it failed."""
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        reason = f"字节 {error.start} 处无法解码 / cannot be decoded at byte {error.start}"
        raise UnreadableDocumentError(source, reason, remedy=_RESAVE) from error


def _checked(decoded: Decoded, source: str) -> Decoded:
    """Refuse text with control characters: a binary file or damage."""
    control = _CONTROL.search(decoded.text)
    if control is not None:
        at = control.start()
        reason = f"第 {at} 个字符是控制字符，疑为二进制文件 / control character at char {at}, perhaps a binary file"
        raise UnreadableDocumentError(source, reason, remedy=_RESAVE)
    return decoded

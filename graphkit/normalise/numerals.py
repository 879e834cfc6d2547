"""Chinese and Arabic numerals in, exact numbers out."""

from __future__ import annotations

import re
from decimal import Decimal, localcontext
from functools import lru_cache

_WIDTH = str.maketrans("０１２３４５６７８９，．", "0123456789,.")
_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_DIGITS |= {character: value for value, character in enumerate("壹贰叁肆伍陆柒捌玖", start=1)}
_DIGIT = f"[{''.join(character for character, value in _DIGITS.items() if value)}]"
_ZERO = "[零〇○]"
_POWERS = {"十": 1, "百": 2, "千": 3, "拾": 1, "佰": 2, "仟": 3}
# 兆 as in the reading of large numbers (万亿), not the prefix mega.
_SCALES = {"兆": 12, "亿": 8, "万": 4}
_POSITIONAL = re.compile(f"[{''.join(_DIGITS)}]+")
_ARABIC = re.compile(r"([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(\.[0-9]+)?([十百千]?)")
# Below 万, each power at most once and falling; 零 only before a lower power, 一百五 is 150.
_SECTION = re.compile(
    rf"(?:(?P<thousands>{_DIGIT}?)[千仟])?(?:{_ZERO}?(?P<hundreds>{_DIGIT}?)[百佰])?(?:{_ZERO}?(?P<tens>{_DIGIT}?)[十拾])?"
    rf"(?P<gap>{_ZERO}?)(?P<ones>{_DIGIT}?)"
)
_TWENTIES = str.maketrans({"廿": "二十", "卅": "三十"})
_LIMIT = 40
_PRECISION = 80


@lru_cache(maxsize=4096)
def numeral_value(written: str) -> Decimal | None:
    """Give the value of a numeral (3100, 28.2万, 1,234, 十八, 二〇二一, 一亿二千万), None if it is none.

    Digits alone read by place, 兆 is 万亿. A last digit without its power takes the next lower one
    (一百五 150, 两万五 25000). Longer than 40 characters is no numeral of a text.
    """
    text = written.strip().translate(_WIDTH).translate(_TWENTIES)
    if not text or len(text) > _LIMIT:
        return None
    with localcontext() as context:
        context.prec = _PRECISION
        value = _scaled(text, _SCALES)
        if value is None:
            return None
        return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def _scaled(text: str, scales: dict[str, int]) -> Decimal | None:
    """Read COUNT 亿 REST, then what is smaller; each scale at most once, 万亿 as one."""
    for scale, power in scales.items():
        count, found, rest = text.rpartition(scale)
        if not found:
            continue
        lower = {word: size for word, size in scales.items() if size < power}
        head = _scaled(count, lower)
        tail = _rest(rest, lower, power)
        if head is None or tail is None or (rest and head != head.to_integral_value()):
            return None
        return head.scaleb(power) + tail
    return _section(text)


def _rest(text: str, lower: dict[str, int], power: int) -> Decimal | None:
    """Read what follows a scale: nothing, one bare digit (两万五), or a number below the scale."""
    if not text:
        return Decimal(0)
    if _DIGITS.get(text):
        return Decimal(_DIGITS[text]).scaleb(power - 1)
    if len(text) > 1 and re.match(_ZERO, text):
        text = text[1:]
    value = _scaled(text, lower)
    return value if value is not None and value < Decimal(1).scaleb(power) else None


def _section(text: str) -> Decimal | None:
    """Read a number without 万 and above."""
    arabic = _ARABIC.fullmatch(text)
    if arabic is not None:
        whole, fraction, power = arabic.groups()
        return Decimal(whole.replace(",", "") + (fraction or "")).scaleb(_POWERS.get(power, 0))
    if _POSITIONAL.fullmatch(text):
        return Decimal("".join(str(_DIGITS[character]) for character in text))
    section = _SECTION.fullmatch(text)
    return _sum(text, section) if section is not None and text else None


def _sum(text: str, section: re.Match[str]) -> Decimal | None:
    """Add up thousands, hundreds, tens and ones."""
    powers = [_POWERS[character] for character in text if character in _POWERS]
    ones = _DIGITS.get(section["ones"], 0)
    if section["gap"] and not ones:
        return None
    if ones and not section["gap"] and powers[-1] > 1:
        ones *= 10 ** (powers[-1] - 1)
    total = ones
    for name, power in (("thousands", 3), ("hundreds", 2), ("tens", 1)):
        if power in powers:
            total += _DIGITS.get(section[name], 1) * 10**power
    return Decimal(total)

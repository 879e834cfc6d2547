"""A query that cannot be read and the parser's complaint in, one line for people out."""

from __future__ import annotations

import re
from collections.abc import Collection

from graphkit.query.guard import prefixed_names
from graphkit.terms import PREFIXES

_PLACE = re.compile(r"error at (\d+):(\d+)")
_SHOWN = 20


def syntax_line(text: str, complaint: str, declared: Collection[str] = PREFIXES) -> str:
    """Give the first place of the error, with the prefix that nobody declared or what stands there."""
    found = _PLACE.search(complaint)
    if found is None:
        return f"查询有误 / query failed: {' '.join(complaint.split())}"
    line, column = int(found[1]), int(found[2])
    if "Duplicated variable name" in complaint:
        return "查询有误：SELECT 中同一个变量写了两次 / query failed: SELECT names one variable twice"
    if "contains a variable that is unbound" in complaint:
        zh, en = "SELECT 中有变量既没有分组也没有汇总", "SELECT has a variable that is neither grouped nor aggregated"
        return f"查询有误：{zh} / query failed: {en}"
    if "IRI parsing failed" in complaint:
        return "查询有误：IRI 请写完整，如 <https://…> / query failed: write IRIs in full, as in <https://…>"
    place = f"第 {line} 行第 {column} 字 / at line {line}, character {column}"
    own = set(re.findall(r"(?i)\bprefix\s+([\w.-]*):", text))
    unknown = next((one for one in prefixed_names(text) if one not in {*declared, *own, "_"}), None)
    if unknown is not None:
        wanted = f"PREFIX {unknown}: <…>"
        told = f"前缀 {unknown}: 未声明，请写 {wanted} / prefix {unknown}: is not declared, write {wanted}"
        return f"查询有误：{told}: {place}"
    lines = text.split("\n")
    rest = lines[line - 1][column - 1 :].strip()[:_SHOWN] if line <= len(lines) else ""
    there = (f"“{rest}”处读不通", f"cannot be read from “{rest}”") if rest else ("没有写完", "it ends too early")
    return f"查询有误：{there[0]} / query failed: {there[1]}: {place}"

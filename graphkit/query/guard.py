"""What a query may not do: its text goes in, a refusal is raised or nothing happens.

The scan knows comments, strings, IRIs, variables and prefixed names, so a word in quotes is only a
word. It is made for a parser that takes keywords without white space between them
(`1SERVICE<…>` runs), so it errs towards refusing.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from graphkit.errors import GraphkitError
from graphkit.terms import GK

MAXIMUM_BYTES = 64 * 1024
"""Longest query, as UTF-8."""

MAXIMUM_NESTING = 200
"""Deepest brackets; the engine's parser overflows its stack somewhere past 3,000."""

UPDATE_FORMS = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD"})

_TOKEN = re.compile(
    r"""
      (?P<comment>\#[^\r\n]*)
    | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    | (?P<string>\"{3}(?:(?:\"|\"\")?(?:[^"\\]|\\.))*\"{3}
               | '{3}(?:(?:'|'')?(?:[^'\\]|\\.))*'{3}
               | "(?:[^"\\\r\n]|\\.)*"
               | '(?:[^'\\\r\n]|\\.)*')
    | (?P<variable>[?$]\w+)
    | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    | (?P<name>(?P<prefix>[^\W\d][\w.-]*)?:(?:[\w:.-]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%])*)
    | (?P<word>[^\W\d]\w*)
    | (?P<open>[({\[])
    | (?P<close>[)}\]])
    | (?P<other>\d+|\S)
    """,
    re.VERBOSE | re.DOTALL,
)
# `?a<x:y#>` is a comparison and a comment where an expression stands, an IRI elsewhere; `//` settles it.
_SURE_IRI = re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]*://|[^'#]*>$)")
_ASCII_ESCAPE = re.compile(r"\\(?:u00[0-7]|U000000[0-7])[0-9A-Fa-f]")


class QueryRefusedError(GraphkitError):
    """Raised when a query asks for what no query here may do."""

    def __init__(self, reason_zh: str, reason: str) -> None:
        """Keep the reason in both languages."""
        super().__init__(f"查询被拒绝：{reason_zh} / query refused: {reason}")
        self.reason_zh = reason_zh
        self.reason = reason


class _Token(NamedTuple):
    kind: str
    text: str
    prefix: str = ""


def check_query(text: str) -> None:
    """Raise QueryRefusedError when a query is too large, nests too deep, writes, loads or reaches other hosts."""
    if len(text.encode("utf-8", "surrogatepass")) > MAXIMUM_BYTES:
        raise QueryRefusedError("超过 64 KB", "longer than 64 KB")
    if _ASCII_ESCAPE.search(text):
        reason = "write ASCII characters themselves, not as \\u escapes"
        raise QueryRefusedError("ASCII 字符请直接书写，不用 \\u 转义", reason)
    tokens = _tokens_in(text)
    _check_nesting(tokens)
    for token in tokens:
        _check_token(token)


def check_sources(text: str, *, base: str) -> None:
    """Raise QueryRefusedError when FROM names anything but a graph under `base` or `urn:`."""
    tokens = _tokens_in(text)
    prefixes = {"gkr:": base}
    for place, token in enumerate(tokens):
        following = tokens[place + 1 : place + 3]
        if token.kind != "word" or not following:
            continue
        word = token.text.upper()
        if word == "PREFIX" and [part.kind for part in following] == ["name", "iri"]:
            prefixes[following[0].text] = following[1].text[1:-1]
        if word == "FROM":
            named = following[0].text.upper() == "NAMED" and len(following) > 1
            _check_source(following[1] if named else following[0], prefixes, base)


def prefixed_names(text: str) -> list[str]:
    """Give the prefixes of a query's names, in their order."""
    return [token.prefix for token in _tokens_in(text) if token.kind == "name"]


def gk_terms(text: str) -> list[str]:
    """Give the names of the terms of the ontology that a query asks for, by prefix or in full, in their order."""
    found = []
    for token in _tokens_in(text):
        if token.kind == "name" and token.prefix == "gk":
            found.append(token.text.removeprefix("gk:").rstrip("."))
        elif token.kind == "iri" and token.text.startswith(f"<{GK}"):
            found.append(token.text[len(GK) + 1 : -1])
    return [one for one in found if one]


def _tokens_in(text: str) -> list[_Token]:
    tokens = (_Token(str(found.lastgroup), found[0], found["prefix"] or "") for found in _TOKEN.finditer(text))
    return [token for token in tokens if token.kind != "comment"]


def _check_nesting(tokens: list[_Token]) -> None:
    depth = 0
    for token in tokens:
        depth += (token.kind == "open") - (token.kind == "close")
        if depth > MAXIMUM_NESTING:
            raise QueryRefusedError("括号嵌套超过 200 层", "brackets nest deeper than 200")


def _check_token(token: _Token) -> None:
    if token.kind == "iri" and not _SURE_IRI.match(token.text):
        raise QueryRefusedError(f"{token.text} 请写完整的 IRI", f"write the IRI {token.text} in full, with scheme://")
    word = (token.text if token.kind == "word" else token.prefix).upper()
    if "SERVICE" in word:
        raise QueryRefusedError("不允许 SERVICE（不访问其他主机）", "SERVICE reaches other hosts")
    if token.kind == "word" and word in UPDATE_FORMS:
        raise QueryRefusedError(f"不允许 {word}（数据集只读）", f"{word} would write or load; the dataset is read only")


def _check_source(source: _Token, prefixes: dict[str, str], base: str) -> None:
    if source.kind == "name":
        prefix, _, local = source.text.partition(":")
        iri = prefixes.get(f"{prefix}:", "") + local
    else:
        iri = source.text.strip("<>")
    if not iri.startswith((base, "urn:")):
        raise QueryRefusedError(
            f"FROM 只能使用数据集内的图，不能是 {iri}", f"FROM may only name graphs of the dataset, not {iri}"
        )

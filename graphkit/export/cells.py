"""RDF terms as people read them: a term goes in, one short line of safe text comes out."""

from __future__ import annotations

import unicodedata

from graphkit.model.tables import Term
from graphkit.terms import PREFIXES

_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_KEPT = frozenset("\u200c\u200d")


def cell_text(term: Term | None) -> str:
    """Give the words of a literal, or an IRI by its prefix; nothing for an unbound variable."""
    if term is None:
        return ""
    match term.kind:
        case "iri":
            return compact_iri(term.value)
        case "blank":
            return f"_:{term.value}"
        case "literal":
            return term.value


def compact_iri(iri: str) -> str:
    """Give `gk:heldBy` for an IRI in a known prefix, the IRI itself for any other."""
    best = max(
        (prefix for prefix, start in PREFIXES.items() if iri.startswith(start)),
        key=lambda prefix: len(PREFIXES[prefix]),
        default=None,
    )
    if best is None:
        return iri
    return f"{best}:{iri[len(PREFIXES[best]) :]}"


def visible(text: str) -> str:
    """Give `text` on one line with control and direction characters made visible.

    Documents may hold anything; a terminal must not obey it.
    """
    return "".join(_visible_character(character) for character in text)


def _visible_character(character: str) -> str:
    if character in "\n\r\t":
        return {"\n": "⏎", "\r": "", "\t": " "}[character]
    if unicodedata.category(character) in _UNSAFE and character not in _KEPT:
        return f"\\u{ord(character):04x}"
    return character


def width(text: str) -> int:
    """Count terminal columns: two for wide and full-width characters (UAX 11), none for combining ones."""
    return sum(_columns(character) for character in text)


def pad(text: str, columns: int) -> str:
    """Fill `text` with spaces up to so many terminal columns."""
    return text + " " * (columns - width(text))


def wrap(text: str, columns: int) -> list[str]:
    """Break `text` into lines of at most so many terminal columns, between any two characters."""
    lines, line, used = [], "", 0
    for character in text:
        more = _columns(character)
        if line and used + more > columns:
            lines.append(line)
            line, used = "", 0
        line += character
        used += more
    return [*lines, line]


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1

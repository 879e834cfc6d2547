"""Keys in, IRIs out: the one place where IRIs are minted (vocabulary.md, IRIs)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from graphkit import terms
from graphkit.model.text import Span

GraphName = Literal["derived", "reference", "asserted", "links", "rejected"]

# What RFC 3987 lets stand in a path segment (iunreserved, sub-delims, ":", "@"), less white space and
# the invisible format characters (bidi controls, joiners, byte order marks).
_WRITTEN = re.compile(
    "[A-Za-z0-9\\-._~!$&'()*+,;=:@"
    "\u00a1-\u00ac\u00ae-\u061b\u061d-\u167f\u1681-\u180d\u180f-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u2fff\u3001-\ud7ff"
    "\uf900-\ufdcf\ufdf0-\ufefe\uff00-\uffef"
    + "".join(f"{chr(plane << 16)}-{chr((plane << 16) + 0xFFFD)}" for plane in range(1, 14))
    + "\U000e1000-\U000efffd]"
)
_DIGITS = 16
_REMEMBERED = 65_536


def mint(segments: Sequence[str], base: str = terms.BASE) -> str:
    """Give the IRI of a key: its segments percent-encoded where they must be, joined by `/`.

    Different keys give different IRIs. A segment that is `.` or `..` is encoded, since resolvers
    would drop it.
    """
    if not segments:
        message = "a key needs at least one segment"
        raise ValueError(message)
    return base + "/".join(_encoded(segment) for segment in segments)


def reading_iri(text_sha256: str, rule: str, span: Span, base: str = terms.BASE) -> str:
    """Give the IRI of a reading: one passage read by one rule (RFC 5147 fragment)."""
    return f"{mint(('text', text_sha256[:_DIGITS], rule), base)}#char={span.start},{span.end}"


def passage_iri(text_sha256: str, span: Span, base: str = terms.BASE) -> str:
    """Give the IRI of a passage that a reading relies on."""
    return f"{mint(('text', text_sha256[:_DIGITS]), base)}#char={span.start},{span.end}"


def graph_iri(name: GraphName, base: str = terms.BASE) -> str:
    """Give the IRI of a graph that is no reading."""
    return mint(("graph", name), base)


def topic_iri(name: str, base: str = terms.BASE) -> str:
    """Give the IRI of a topic."""
    return mint(("topic", name), base)


def region_iri(code: str, base: str = terms.BASE) -> str:
    """Give the IRI of an administrative division by its GB/T 2260 code."""
    return mint(("region", code), base)


def part_iri(
    document: Sequence[str],
    part: Literal["article", "response", "point", "target"],
    order: int,
    base: str = terms.BASE,
) -> str:
    """Give the IRI of a part of a document by its order."""
    return mint((*document, part, str(order)), base)


def post_iri(agency: Sequence[str], title: str, base: str = terms.BASE) -> str:
    """Give the IRI of a post by the key of its agency and its title."""
    home = agency[1:] if agency[0] == "agency" else agency
    return mint(("post", *home, title), base)


@lru_cache(maxsize=_REMEMBERED)
def _encoded(segment: str) -> str:
    if segment in {".", ".."}:
        return segment.replace(".", "%2E")
    return "".join(character if _WRITTEN.match(character) else _percent_encoded(character) for character in segment)


def _percent_encoded(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "surrogatepass"))

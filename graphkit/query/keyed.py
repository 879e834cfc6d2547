"""The full name of an office in, the IRI that our own reading of the name gives it out.

Documents may only have the short form (甲局); region, system, function and level make the same key of both.
"""

from __future__ import annotations

from graphkit.rdf.iris import mint


def iri_by_key(name: str, base: str) -> str | None:
    """Give the IRI of the office that this name is the whole name of, None where it is no such name."""
    from graphkit.read import document_of
    from graphkit.resolve.annotate import annotate

    read = annotate(document_of(name))
    whole = {one.entity for one in read.mentions if (one.start, one.end) == (0, len(read.document.matched))}
    keys = {thing.key for thing in read.entities.values() if thing.id in whole and thing.region_code is not None}
    offices = [key for key in keys if key[0] == "agency"]
    return mint(offices[0], base) if len(offices) == 1 else None

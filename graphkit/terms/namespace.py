"""Prefixes, and what makes IRIs of the names of their terms."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

GK = "https://w3id.org/graphkit/ns#"
BASE = "https://w3id.org/graphkit/id/"

PREFIXES: dict[str, str] = {
    "gk": GK,
    "gkr": BASE,
    "org": "http://www.w3.org/ns/org#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "eli": "http://data.europa.eu/eli/ontology#",
    "time": "http://www.w3.org/2006/time#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "schema": "https://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "void": "http://rdfs.org/ns/void#",
    "dcat": "http://www.w3.org/ns/dcat#",
}


class Namespace:
    """The terms of one prefix: each annotated name of a subclass becomes the IRI of that name.

    Instances have no dictionary, so a term cannot be set by mistake.
    """

    __slots__ = ()
    names: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls, *, prefix: str) -> None:
        """Give every annotated name its IRI."""
        super().__init_subclass__()
        cls.names = tuple(cls.__annotations__)
        for name in cls.names:
            # `class_`: where the name is a word of Python
            setattr(cls, name, PREFIXES[prefix] + name.removesuffix("_"))

    def __iter__(self) -> Iterator[str]:
        """Iterate over the IRIs, in the order of declaration."""
        return (str(getattr(self, name)) for name in self.names)

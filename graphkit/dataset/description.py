"""A finished generation in, a description of it for catalogues out: VoID, DCAT and PROV in Turtle, without a clock.

The time of a build is told by the copy that lies beside the run record. What the dataset is licensed under is for
its owner to say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from urllib.parse import quote

from graphkit.dataset.manifest import DESCRIPTION, Manifest, Tally
from graphkit.model.tables import Statement, Term
from graphkit.rdf.engine import write_turtle
from graphkit.rdf.literals import integer, iri, label, text
from graphkit.terms import PREFIXES, dcat, dcterms, prov, rdf, schema, void, xsd

_LICENCE = (
    "# 许可由数据集的所有者写明，如 / The licence is for the owner to state, like:\n"
    "# <…> dcterms:license <https://creativecommons.org/licenses/by/4.0/> .\n"
)
_USED = ("dcat", "dcterms", "gk", "prov", "rdf", "schema", "void", "xsd")
_MEDIA = "https://www.iana.org/assignments/media-types/"
MEDIA_TYPES = {
    "nq": "application/n-quads",
    "trig": "application/trig",
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "jsonld": "application/ld+json",
    "rdf": "application/rdf+xml",
}


@dataclass(frozen=True, slots=True)
class Described:
    """What a description is made of: the manifest, the counts of the default graph, the hashes of the texts, in order.

    `first` and `last` are the days between which the documents were issued, "" where no date is known.
    """

    manifest: Manifest
    tally: Tally
    texts: Iterable[str]
    first: str
    last: str


def write_description(generation: Path, described: Described) -> None:
    """Write the description of a generation."""
    prefixes = {name: PREFIXES[name] for name in _USED}
    with (generation / DESCRIPTION).open("wb") as file:
        file.write(_LICENCE.encode())
        write_turtle(_statements(described), prefixes, file)


def dataset_iri(manifest: Manifest) -> str:
    """Give the IRI of a dataset as it is in one generation: equal ones have equal IRIs."""
    return f"{manifest.base}dataset/{manifest.sha256[:16]}"


def build_iri(manifest: Manifest) -> str:
    """Give the IRI of the build that made a generation: of the same inputs it is the same one."""
    return f"{manifest.base}build/{manifest.inputs[:16]}"


def times_of(manifest: Manifest, started: str, ended: str) -> str:
    """Give the times of a build as Turtle, to follow its description."""
    return (
        f'\n<{build_iri(manifest)}> prov:startedAtTime "{started}"^^xsd:dateTime ;\n'
        f'\tprov:endedAtTime "{ended}"^^xsd:dateTime .\n'
    )


def dump_of(manifest: Manifest, file: Path, form: str, sha256: str) -> str:
    """Give what is to be said of a file that holds a whole dataset, as Turtle, to follow its description."""
    name = quote(file.name)
    return (
        f"\n<{dataset_iri(manifest)}> void:dataDump <{name}> ;\n\tdcat:distribution <{name}> .\n"
        f"<{name}> a dcat:Distribution ;\n\tdcat:downloadURL <{name}> ;\n"
        f"\tdcat:mediaType <{_MEDIA}{MEDIA_TYPES[form]}> ;\n"
        f'\tdcat:byteSize "{file.stat().st_size}"^^xsd:nonNegativeInteger ;\n'
        f'\tdcterms:identifier "sha256:{sha256}" .\n'
    )


def _statements(described: Described) -> Iterator[Statement]:
    manifest, dataset = described.manifest, dataset_iri(described.manifest)
    yield from _said(dataset, _about(described))
    if described.first:
        period = f"{dataset}#period"
        days = ((dcat.startDate, described.first), (dcat.endDate, described.last))
        yield from _said(period, [(rdf.type, iri(dcterms.PeriodOfTime))])
        yield from _said(period, [(one, Term("literal", day, xsd.date)) for one, day in days])
    yield from _parts(dataset, "class", described.tally.classes)
    yield from _parts(dataset, "property", described.tally.properties)
    yield from _provenance(manifest, described.texts)


def _about(described: Described) -> Iterator[tuple[str, Term]]:
    manifest, tally = described.manifest, described.tally
    day = manifest.as_of.day if manifest.as_of is not None else ""
    yield from ((rdf.type, iri(one)) for one in (void.Dataset, dcat.Dataset, prov.Entity))
    yield dcterms.title, label(f"政府简报知识图谱：{manifest.documents} 篇文件" + (f"（截至 {day}）" if day else ""))
    until = f", issued until {day}" if day else ""
    title = f"Knowledge graph of government bulletins: {manifest.documents} documents{until}"
    yield dcterms.title, Term("literal", title, None, "en")
    yield dcterms.identifier, text(f"sha256:{manifest.sha256}")
    if described.first:
        yield dcterms.temporal, iri(f"{dataset_iri(manifest)}#period")
    yield void.uriSpace, text(manifest.base)
    yield from ((void.vocabulary, iri(PREFIXES[one])) for one in ("gk", "org", "skos", "dcterms", "prov"))
    yield void.triples, integer(tally.triples)
    yield void.distinctSubjects, integer(tally.subjects)
    yield void.classes, integer(len(tally.classes))
    yield void.properties, integer(len(tally.properties))
    yield prov.wasGeneratedBy, iri(build_iri(manifest))


def _parts(dataset: str, kind: str, counts: Counter[str]) -> Iterator[Statement]:
    """State how many things there are of each class, or triples with each property."""
    partition, of, number = {
        "class": (void.classPartition, void.class_, void.entities),
        "property": (void.propertyPartition, void.property, void.triples),
    }[kind]
    parts = {f"{dataset}#{kind}-{_short(term)}": term for term in sorted(counts)}
    yield from _said(dataset, ((partition, iri(part)) for part in parts))
    for part, term in parts.items():
        yield from _said(part, [(of, iri(term)), (number, integer(counts[term]))])


def _provenance(manifest: Manifest, texts: Iterable[str]) -> Iterator[Statement]:
    """State the build, the program, the tables and the texts that it used, by their hashes."""
    base, versions, build = manifest.base, manifest.versions, build_iri(manifest)
    program = f"{base}software/graphkit/{versions['extractor']}"
    lexicon = f"{base}lexicon/{quote(versions['lexicon'])}"
    yield from _said(build, [(rdf.type, iri(prov.Activity)), (prov.wasAssociatedWith, iri(program))])
    used = chain([lexicon], (_source(one, base) for one in texts))
    yield from _said(build, ((prov.used, iri(one)) for one in used))
    yield from _said(
        program,
        [
            (rdf.type, iri(prov.SoftwareAgent)),
            (dcterms.title, text("graphkit")),
            (schema.softwareVersion, text(versions["graphkit"])),
            (dcterms.identifier, text(f"code:{versions['extractor']}")),
        ],
    )
    yield from _said(
        lexicon, [(rdf.type, iri(prov.Entity)), (dcterms.identifier, text(f"tables:{versions['lexicon']}"))]
    )
    for one in texts:
        yield from _said(
            _source(one, base), [(rdf.type, iri(prov.Entity)), (dcterms.identifier, text(f"sha256:{one}"))]
        )


def _source(text_sha256: str, base: str) -> str:
    return f"{base}text/{text_sha256[:16]}"


def _said(subject: str, told: Iterable[tuple[str, Term]]) -> Iterator[Statement]:
    return (Statement(subject, predicate, value, None) for predicate, value in told)


def _short(term: str) -> str:
    """Give a term's prefix and name, fit for the end of an IRI."""
    for prefix, start in PREFIXES.items():
        if term.startswith(start):
            return f"{prefix}-{quote(term.removeprefix(start), safe='')}"
    return quote(term, safe="")

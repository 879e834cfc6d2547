"""Options of a run, and the packaged data."""

from __future__ import annotations

import pytest

from graphkit.errors import BaseIriError
from graphkit.settings import Settings, resource


@pytest.mark.parametrize(
    "base", ["", "example.org/", "https://example.org", "https://exa mple.org/", "https://e.org/<"]
)
def test_a_base_that_cannot_begin_an_iri_is_refused(base: str) -> None:
    with pytest.raises(BaseIriError):
        Settings(base=base)


@pytest.mark.parametrize("base", ["https://example.org/id/", "urn:graphkit:/", "https://例子.中国/id#"])
def test_a_base_that_ends_in_slash_or_hash_is_taken(base: str) -> None:
    assert Settings(base=base).base == base


@pytest.mark.parametrize("name", ["gazetteers/regions.tsv", "ontology/shapes.ttl"])
def test_data_and_ontology_are_found(name: str) -> None:
    assert resource(name).is_file()

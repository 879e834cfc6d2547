"""Names as people type them in, a wish for a picture out; a name of several things is never guessed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from graphkit.dataset import Dataset
from graphkit.errors import GraphkitError, SeveralMeantError
from graphkit.query.names import Candidate, candidates_for, classes_of
from graphkit.query.suggesting import nearest_names, offered
from graphkit.terms import BASE, gk
from graphkit.view.folding import Folded
from graphkit.view.labels import plain
from graphkit.view.scene import Wish
from graphkit.view.views import VIEWS, links_of

TARGETS = frozenset({gk.Meeting, gk.Policy, gk.Campaign})
"""What can be taken up."""
UNIVERSES = frozenset({gk.Region, gk.AgencyGroup, gk.Document})
"""What offices can be counted in: see `Dataset.coverage`."""
LISTED = 20
"""Candidates named in a message before the rest is counted."""


class UnknownInViewError(GraphkitError):
    """Raised when nothing that can be drawn has a name."""

    def __init__(self, name: str, view: str, near: tuple[str, ...] = ()) -> None:
        """Keep the name and the view that was searched; `near` names are offered."""
        zh, en = (
            offered(near)
            if near
            else (f"，试试 graphkit show {name} 或视图 all", f"; try graphkit show {name}, or the view all")
        )
        super().__init__(f"图中没有“{name}”（视图 {view}）{zh} / nothing in the view {view} is called {name}{en}")
        self.name = name
        self.view = view


class AmbiguousInViewError(SeveralMeantError):
    """Raised when a name may mean several things; none is chosen."""

    def __init__(self, name: str, candidates: tuple[Candidate, ...]) -> None:
        """Keep the name and what it may mean."""
        labels = [one.label for one in candidates]
        listed = "；".join(
            plain(one.label) + (f" {_shortened(one.iri)}" if labels.count(one.label) > 1 else "")
            for one in candidates[:LISTED]
        )
        zh, en = ("请给标识", "give the IRI of one") if len({*labels}) == 1 else ("请写全名", "name one")
        rest = f"；… 另有 {len(candidates) - LISTED} 个 more" if len(candidates) > LISTED else ""
        super().__init__(
            f"“{name}”可以是 {len(candidates)} 个实体，{zh} / may mean {len(candidates)} things, {en}: {listed}{rest}"
        )
        self.name = name
        self.candidates = candidates


def _shortened(iri: str) -> str:
    """Give an IRI as it may be typed: gkr:person/…."""
    return f"gkr:{iri.removeprefix(BASE)}" if iri.startswith(BASE) else f"<{iri}>"


def wish_for(
    dataset: Dataset,
    folded: Folded,
    *,
    view: str | None = None,
    focus: str | None = None,
    depth: int = 1,
    path: tuple[str, str] | None = None,
    longer: int = 0,
) -> Wish:
    """Give the wish for a view by its name and for things by theirs.

    Without a view, responses are drawn, and everything around a focus or along a path. Raises
    UnknownInViewError and AmbiguousInViewError.
    """
    chosen = view or ("all" if focus or path else "responses")
    if chosen == "document":
        return Wish(chosen, document=thing_named(dataset, focus or "", frozenset({gk.Document}), chosen))
    if focus:
        return Wish(chosen, focus=_found(dataset, folded, focus, chosen), depth=depth)
    if path:
        start, end = (_found(dataset, folded, one, chosen) for one in path)
        return Wish(chosen, path=(start, end), longer=longer)
    return Wish(chosen)


def thing_named(dataset: Dataset, name: str, classes: frozenset[str], view: str) -> str:
    """Give the one thing of some classes that a name may mean; raise as `wish_for` does."""
    return _one_of(dataset, name, view, lambda iri: bool(classes & {*classes_of(dataset, iri)}))


def _found(dataset: Dataset, folded: Folded, name: str, view: str) -> str:
    """Give the one thing of a view that a name may mean."""
    drawn = {end for link in links_of(VIEWS[view], folded) for end in (link.source, link.target)}
    return _one_of(dataset, name, view, drawn.__contains__, standing=folded.standing)


def _one_of(
    dataset: Dataset,
    name: str,
    view: str,
    is_wanted: Callable[[str], bool],
    *,
    standing: Mapping[str, str] | None = None,
) -> str:
    """Give the one thing that a name may mean; several that one is `standing` for are that one."""
    named = candidates_for(dataset, name)
    first = {iri: (standing or {}).get(iri, iri) for iri in (one.iri for one in named)}
    known = [*{first[one.iri]: replace(one, iri=first[one.iri]) for one in named}.values()]
    candidates = [one for one in known if is_wanted(one.iri)]
    exact = [one for one in candidates if one.label == name]
    if len(exact) == 1:
        return exact[0].iri
    if not candidates:
        raise UnknownInViewError(name, view, () if known else nearest_names(dataset, name, is_wanted))
    if len(candidates) > 1:
        raise AmbiguousInViewError(name, tuple(candidates))
    return candidates[0].iri

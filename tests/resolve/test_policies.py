"""Policies found by name or key, in order of first mention."""

from __future__ import annotations

from graphkit.extract.scene import Draft
from graphkit.resolve.policies import Policies


def _policies(*names: str) -> tuple[Policies, list[Draft]]:
    policies, drafts = (
        Policies(lambda name: name.strip("《》")),
        [Draft(f"e{at}", "Policy", [name]) for at, name in enumerate(names)],
    )
    for draft in drafts:
        policies.add(draft)
    return policies, drafts


def test_the_first_of_a_name_is_found_and_before_it_none_of_its_key() -> None:
    policies, (marked, bare, _) = _policies("《某办法》", "某办法", "某规定")
    assert policies.named("某办法") is bare
    assert policies.named("《某办法") is marked
    assert policies.named("某条例") is None


def test_a_name_given_later_finds_the_policy_that_stands_first() -> None:
    policies, (first, second) = _policies("甲", "乙")
    policies.add_name(first, "乙")
    assert policies.named("乙") is first
    assert list(policies) == [first, second]


def test_a_policy_that_is_taken_out_is_found_as_the_one_that_has_its_names() -> None:
    policies, (first, second) = _policies("甲", "乙")
    first.add_name("乙")
    policies.remove(second, into=first)
    assert policies.named("乙") is first
    assert second not in policies
    policies.add_name(second, "丙")
    assert policies.named("丙") is None

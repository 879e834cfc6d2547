"""Scores of perturbed gold files, compared with the reference scorer and with figures worked out by hand."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from graphkit.evaluate.gold import Gold, GoldEntity, GoldFact, GoldMention, read_gold
from graphkit.evaluate.scores import b_cubed, score

GOLD = Path(__file__).parents[3] / "shared" / "gold"
GOLD_FILES = sorted(GOLD.glob("*.gold.json"))

needs_gold = pytest.mark.skipif(not GOLD_FILES, reason="../shared/gold is absent")


def perturbed(gold: Gold, seed: int) -> Gold:
    """Give `gold` with mentions moved, merged and lost, names cut, and facts turned and lost."""
    chance = random.Random(seed)
    keys = list(gold.entities)
    entities = {
        key: GoldEntity(type=entity.type, names=entity.names[: max(1, len(entity.names) - chance.randrange(2))])
        for key, entity in gold.entities.items()
    }
    mentions = [turned for mention in gold.mentions for turned in turned_mentions(mention, keys, chance)]
    facts = [turned for fact in gold.facts for turned in turned_facts(fact, keys, chance)]
    chance.shuffle(facts)
    return gold.model_copy(update={"mentions": tuple(mentions), "entities": entities, "facts": tuple(facts)})


def turned_mentions(mention: GoldMention, keys: list[str], chance: random.Random) -> list[GoldMention]:
    """Give no, one or two mentions for one."""
    return chance.choice(
        [
            [],
            [mention.model_copy(update={"end": mention.end + 1})],
            [mention.model_copy(update={"entity": chance.choice(keys)})],
            [mention.model_copy(update={"type": chance.choice(["Agency", "Policy"])})],
            [mention, mention],
            *[[mention]] * 6,
        ]
    )


def turned_facts(fact: GoldFact, keys: list[str], chance: random.Random) -> list[GoldFact]:
    """Give no or one fact for one."""
    subject, predicate, obj = fact
    return chance.choice(
        [
            [],
            [(chance.choice(keys), predicate, obj)],
            [(subject, chance.choice(["issues", "heldBy", "notOnTheList"]), obj)],
            [(subject, predicate, f"《{obj}》 ")],
            *[[fact]] * 6,
        ]
    )


@needs_gold
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_scores_are_the_figures_of_the_reference_scorer(tmp_path: Path, seed: int) -> None:
    arguments: list[str] = []
    pairs = []
    for number, path in enumerate(GOLD_FILES):
        gold = read_gold(path)
        predicted = perturbed(gold, seed * 100 + number)
        copy = tmp_path / path.name
        copy.write_text(predicted.model_dump_json(), encoding="utf-8")
        arguments += [str(path), str(copy)]
        pairs.append((gold, predicted))
    reference = subprocess.run(
        [sys.executable, str(GOLD / "score.py"), "--json", *arguments], check=True, capture_output=True, text=True
    )
    assert score(pairs).model_dump() == json.loads(reference.stdout)
    assert 0.5 < score(pairs).facts["ALL"].f1 < 1


@needs_gold
@pytest.mark.parametrize("path", GOLD_FILES, ids=lambda path: path.name.split(".")[0])
def test_each_document_alone_scores_as_the_reference_scorer_says(tmp_path: Path, path: Path) -> None:
    gold = read_gold(path)
    predicted = perturbed(gold, 7)
    copy = tmp_path / path.name
    copy.write_text(predicted.model_dump_json(), encoding="utf-8")
    reference = subprocess.run(
        [sys.executable, str(GOLD / "score.py"), "--json", str(path), str(copy)],
        check=True,
        capture_output=True,
        text=True,
    )
    assert score([(gold, predicted)]).model_dump() == json.loads(reference.stdout)


@needs_gold
def test_gold_against_itself_is_perfect() -> None:
    scores = score((gold, gold) for gold in map(read_gold, GOLD_FILES))
    assert (scores.mentions_strict["ALL"].f1, scores.facts["ALL"].f1, scores.b_cubed) == (1.0, 1.0, 1.0)


def agency(start: int, end: int, entity: str) -> GoldMention:
    return GoldMention(start=start, end=end, type="Agency", text="", entity=entity)


def gold_of_facts(*facts: tuple[str, str, str], names: dict[str, tuple[str, ...]]) -> Gold:
    entities = {key: GoldEntity(type="Agency", names=group) for key, group in names.items()}
    return Gold(mentions=(), entities=entities, facts=facts)


def test_a_shifted_mention_counts_for_overlap_only() -> None:
    gold = Gold(mentions=(agency(0, 3, "a"),), entities={}, facts=())
    predicted = Gold(mentions=(agency(1, 3, "a"),), entities={}, facts=())
    scores = score([(gold, predicted)])
    assert scores.mentions_strict["Agency"].f1 == 0.0
    assert scores.mentions_overlap["Agency"].f1 == 1.0


def test_one_predicted_mention_serves_one_gold_mention() -> None:
    gold = Gold(mentions=(agency(0, 3, "a"), agency(3, 6, "b")), entities={}, facts=())
    predicted = Gold(mentions=(agency(0, 6, "a"),), entities={}, facts=())
    figures = score([(gold, predicted)]).mentions_overlap["Agency"]
    assert (figures.p, figures.r) == (1.0, 0.5)


def test_entities_lumped_together_lower_b_cubed_precision() -> None:
    labels = [((0, "a"), (0, "x")), ((0, "a"), (0, "x")), ((0, "b"), (0, "x")), ((0, "c"), (0, "y"))]
    # precision (4/3 + 1/3 + 1) / 4 = 2/3, recall 1
    assert b_cubed(labels) == pytest.approx(0.8)


def test_a_party_secretary_agrees_however_the_body_is_written() -> None:
    gold = gold_of_facts(("p", "holdsPost", "党组书记@省局"), names={"p": ("郭春英",), "a": ("省局", "我局")})
    predicted = gold_of_facts(("q", "holdsPost", "书记@我局党组"), names={"q": ("郭 春英",), "b": ("我局党组",)})
    assert score([(gold, predicted)]).facts["holdsPost"].f1 == 1.0


def test_a_heading_agrees_without_its_ordinal_and_leading_verb() -> None:
    gold = gold_of_facts(("m", "setsTask", "1|强化管理"), names={"m": ("会议",)})
    predicted = gold_of_facts(("m", "setsTask", "2|是要强化“管理”"), names={"m": ("会议",)})
    assert score([(gold, predicted)]).facts["setsTask"].f1 == 1.0


def test_predicates_off_the_closed_list_do_not_count() -> None:
    gold = gold_of_facts(("m", "heldOn", "2021-02-26"), names={"m": ("会议",)})
    predicted = gold_of_facts(("m", "heldOn", "2021-02-26"), ("m", "likes", "x"), names={"m": ("会议",)})
    assert score([(gold, predicted)]).facts["ALL"].p == 1.0


def test_evident_facts_are_reported_apart() -> None:
    gold = gold_of_facts(("a", "jurisdiction", "b"), names={"a": ("成都局",), "b": ("成都市",)})
    scores = score([(gold, gold)])
    assert (scores.facts["ALL"].gold, scores.evident_facts["jurisdiction"].gold) == (0, 1)


def test_nothing_at_all_scores_zero_without_failing() -> None:
    empty = Gold(mentions=(), entities={}, facts=())
    assert score([(empty, empty)]).facts["ALL"].f1 == 0.0

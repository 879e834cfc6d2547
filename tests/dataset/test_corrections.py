"""What people reject leaves the default graph and stays listed; what they accept or change is asserted."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote

import pytest

from graphkit.dataset import Dataset, open_dataset
from graphkit.dataset.check import check_dataset, check_quotes
from graphkit.dataset.judgement_files import append_judgements
from graphkit.model.judgements import Action, Correction, Judgement, PairJudgement, Verdict, place_of
from graphkit.query.pairs import possible_pairs, side_of
from graphkit.settings import Settings
from graphkit.terms import BASE, gk, org, rdf, rdfs, skos
from graphkit.workflow import BuildReport, build
from tests.handmade import ENTITIES, TEXT, annotation_at, document_of
from tests.material import SAMPLES

OFFICE = BASE + "/".join(ENTITIES["office"].key)
MEETING = BASE + "/".join(ENTITIES["meeting"].key)
ASSERTED, REJECTED, DERIVED = (f"{BASE}graph/{name}" for name in ("asserted", "rejected", "derived"))
HASH = document_of(TEXT).sha256
READING = re.compile(r"text/([0-9a-f]{16})/([^#]+)#char=(\d+),(\d+)$")


def correction(action: Action, words: str, rule: str, *, new: str = "", **named: str) -> Correction:
    start = TEXT.index(words)
    place = place_of(HASH, start, start + len(words))
    return Correction(action=action, place=place, words=words, rule=rule, new=new, who="张三", why="核对过", **named)


RESPONSE = ("成都局传达学习全省会议精神", "response")


def built(folder: Path, judgements: Iterable[Judgement], text: str = TEXT) -> tuple[Dataset, BuildReport]:
    """Build the handmade bulletin with judgements, each in a table of its own; nothing may be wrong with it."""
    source = folder / "简报.txt"
    source.write_text(text, "utf-8")
    for number, one in enumerate(judgements):
        append_judgements(folder / "judgements" / f"{number}.tsv", [one])
    settings = Settings(dataset=folder / "out", judgements=folder / "judgements")
    report = build([source], settings, annotate_path=annotation_at)
    dataset = open_dataset(folder / "out")
    assert check_dataset(dataset) == []
    return dataset, report


def facts(dataset: Dataset, graph: str | None = None) -> set[tuple[str, str, str]]:
    return {(one.subject, one.predicate, one.object.value) for one in dataset.statements() if one.graph == graph}


def listed(dataset: Dataset) -> dict[str, str]:
    """Map the predicate of each rejected statement to its value."""
    parts: dict[str, dict[str, str]] = {}
    for one in dataset.statements():
        if one.graph == REJECTED:
            parts.setdefault(one.subject, {})[one.predicate] = one.object.value
    return {each[rdf.predicate]: each[rdf.object] for each in parts.values()}


def test_a_rejected_reading_leaves_the_default_graph_and_stays_listed(tmp_path: Path) -> None:
    dataset, report = built(tmp_path, [correction("reject", *RESPONSE)])
    assert report.unused == ()
    assert (OFFICE, gk.respondedTo, MEETING) not in facts(dataset)
    assert listed(dataset)[gk.respondedTo] == MEETING
    words = {one.object.value for one in dataset.statements() if one.graph == REJECTED}
    assert {"成都局传达学习全省会议精神", "张三", "核对过", gk.Rejected} <= words
    everywhere = {(one.subject, one.predicate) for one in dataset.statements()}
    assert (OFFICE, gk.respondedTo) not in everywhere


def test_the_quote_of_a_rejected_reading_is_checked_too(tmp_path: Path) -> None:
    dataset, _ = built(tmp_path, [correction("reject", *RESPONSE)])
    found = {one.value for one in check_quotes(dataset, lambda _: TEXT.replace("传达学习", "学习传达"))}
    assert "成都局传达学习全省会议精神" in found


def test_a_reading_without_statements_is_not_described_any_more(tmp_path: Path) -> None:
    dataset, _ = built(tmp_path, [correction("reject", *RESPONSE)])
    quotes = {one.object.value for one in dataset.statements() if one.predicate == gk.quote}
    assert "成都局传达学习全省会议精神" not in quotes
    assert "成都局要再次学习全省会议精神" in quotes


def test_what_cannot_stand_without_a_rejected_statement_goes_with_it(tmp_path: Path) -> None:
    dataset, _ = built(tmp_path, [correction("reject", *RESPONSE, predicate="gk:respondsTo")])
    assert {rdf.type, gk.respondent, gk.respondsTo} <= set(listed(dataset))
    responses = {
        subject for subject, predicate, value in facts(dataset) if value == gk.Response and predicate == rdf.type
    }
    assert len(responses) == 1
    assert (OFFICE, gk.respondedTo, MEETING) not in facts(dataset)


@pytest.mark.parametrize("predicate", ["gk:respondedTo", "gk:respondsTo", "gk:respondent", "rdf:type"])
def test_with_one_part_of_a_response_the_whole_response_goes(tmp_path: Path, predicate: str) -> None:
    dataset, report = built(tmp_path, [correction("reject", *RESPONSE, predicate=predicate)])
    assert report.unused == ()
    assert {rdf.type, gk.respondent, gk.respondsTo, gk.respondedTo} <= set(listed(dataset))
    assert (OFFICE, gk.respondedTo, MEETING) not in facts(dataset)


def test_a_statement_that_another_reading_has_stays(tmp_path: Path) -> None:
    name = correction("reject", "成都局", "name", predicate="skos:altLabel")
    dataset, _ = built(tmp_path, [name])
    assert (OFFICE, skos.altLabel, "成都局") in facts(dataset)
    assert listed(dataset) == {skos.altLabel: "成都局"}


def test_a_thing_of_which_no_mention_is_left_goes_with_its_facts(tmp_path: Path) -> None:
    places = [match.start() for match in re.finditer("成都局", TEXT)]
    mentions = [
        Correction(action="reject", place=place_of(HASH, start, start + 3), words="成都局", rule="name")
        for start in places
    ]
    dataset, _ = built(tmp_path, mentions)
    assert not any(OFFICE in {one.subject, one.object.value} for one in dataset.statements() if one.graph != REJECTED)
    assert not any(gk.Response == value for _, _, value in facts(dataset))


def test_what_is_accepted_is_asserted_too(tmp_path: Path) -> None:
    dataset, _ = built(tmp_path, [correction("accept", *RESPONSE, predicate="gk:respondedTo")])
    assert facts(dataset, ASSERTED) == {(OFFICE, gk.respondedTo, MEETING)}
    assert (OFFICE, gk.respondedTo, MEETING) in facts(dataset)


def test_a_thing_of_another_class_keeps_what_things_of_its_sort_have(tmp_path: Path) -> None:
    dataset, _ = built(tmp_path, [correction("retype", "成都局", "name", new="Agency")])
    classes = {value for subject, predicate, value in facts(dataset) if (subject, predicate) == (OFFICE, rdf.type)}
    assert classes == {gk.Agency, org.Organization}
    assert (OFFICE, gk.respondedTo, MEETING) in facts(dataset)
    assert listed(dataset) == {rdf.type: gk.RegionalOffice}


def test_a_thing_of_another_sort_loses_what_was_read_of_the_former_one(tmp_path: Path) -> None:
    dataset, _ = built(tmp_path, [correction("retype", "全省会议", "name", new="gk:Work")])
    about = {predicate for subject, predicate, _ in facts(dataset) if subject == MEETING}
    assert about == {rdf.type, skos.altLabel, skos.prefLabel, rdfs.label}
    assert gk.heldOn in listed(dataset)
    assert not any(value == gk.Response for _, _, value in facts(dataset))


def test_a_thing_gets_the_name_that_people_give_it(tmp_path: Path) -> None:
    dataset, _ = built(tmp_path, [correction("reword", "全省会议", "name", new="甲省机关事务工作会议")])
    named = {(MEETING, name, "甲省机关事务工作会议") for name in (skos.prefLabel, rdfs.label)}
    assert named == facts(dataset, ASSERTED)
    assert (MEETING, skos.altLabel, "全省会议") in facts(dataset)


def test_a_value_is_put_in_other_words_and_the_former_one_listed(tmp_path: Path) -> None:
    held = "2月26日，甲省机关事务管理局召开全省会议"
    dataset, _ = built(tmp_path, [correction("reword", held, "holding", predicate="gk:heldOn", new="2021-02-27")])
    days = {one.object for one in dataset.statements() if one.predicate == gk.heldOn and one.graph is None}
    assert {(day.value, (day.datatype or "").rpartition("#")[2]) for day in days} == {("2021-02-27", "date")}
    assert listed(dataset) == {gk.heldOn: "2021-02-26"}


@pytest.mark.parametrize(
    ("one", "told"),
    [
        (correction("reject", *RESPONSE).model_copy(update={"place": place_of("0" * 16, 1, 2)}), "不在数据集中"),
        (
            correction("reject", *RESPONSE).model_copy(update={"words": "成都局传达"}),
            "此处现为“成都局传达学习全省会议精神”",
        ),
        (correction("reject", "成都局", "response"), "没有这样的陈述"),
        (correction("reject", *RESPONSE, value="meeting/别的会议"), "没有这样的陈述"),
        (correction("retype", "成都局", "name", new="Region"), "不能改成"),
        (
            correction(
                "reword", "2月26日，甲省机关事务管理局召开全省会议", "holding", predicate="gk:heldOn", new="昨天"
            ),
            "写法不合",
        ),
    ],
)
def test_a_correction_that_cannot_be_followed_is_told_and_changes_nothing(
    tmp_path: Path, one: Correction, told: str
) -> None:
    dataset, report = built(tmp_path, [one])
    (unused,) = report.unused
    assert unused.place == f"{tmp_path / 'judgements' / '0.tsv'}:2"
    assert told in unused.reason
    assert facts(dataset, REJECTED) | facts(dataset, ASSERTED) == set()


def test_removing_the_line_undoes_a_correction(tmp_path: Path) -> None:
    before = built(tmp_path, [])[0].manifest
    changed = built(tmp_path, [correction("reject", *RESPONSE)])[0].manifest
    (tmp_path / "judgements/0.tsv").unlink()
    after = built(tmp_path, [])[0].manifest
    assert (before.sha256, after.generation) == (after.sha256, changed.generation + 1)
    assert changed.sha256 != before.sha256


def test_a_correction_goes_with_its_text(tmp_path: Path) -> None:
    built(tmp_path, [correction("reject", *RESPONSE)])
    _, report = built(tmp_path, [], text=TEXT + "\n")
    assert (report.read, report.judged, len(report.unused)) == (1, 0, 1)


def random_corrections(dataset: Dataset, seed: int, count: int) -> list[Correction]:
    """Judge readings of a dataset blindly, as nobody would."""
    random_ = random.Random(seed)
    quotes = {one.subject: one.object.value for one in dataset.statements() if one.predicate == gk.quote}
    classes = ("Agency", "AgencyGroup", "Person", "Meeting", "Campaign", "Work", "Plan", "Task", "Achievement")
    found = []
    for reading in random_.sample(sorted(quotes), count):
        place = READING.search(reading)
        assert place is not None
        action: Action = random_.choice(["accept", "reject", "reject", "reject", "retype", "reword"])
        new = {"retype": random_.choice(classes), "reword": "别的文字"}.get(action, "")
        found.append(
            Correction(
                action=action,
                place=place_of(place[1], int(place[3]), int(place[4])),
                words=quotes[reading],
                rule=unquote(place[2]),
                predicate=random_.choice(["", "gk:heading", "gk:text"]) if action == "reword" else "",
                new=new,
            )
        )
    return found


def pairs_judged(dataset: Dataset, seed: int) -> list[PairJudgement]:
    """Judge every pair that may be one thing, by where its things are named."""
    verdicts: list[Verdict] = ["same", "different", "unsure"]
    known: dict[str, str] = {}
    found = []
    for number, pair in enumerate(possible_pairs(dataset), seed):
        (a, a_words), (b, b_words) = (side_of(dataset, one, known).place(BASE) for one in (pair.a, pair.b))
        verdict = verdicts[number % len(verdicts)]
        found.append(PairJudgement(verdict=verdict, a=a, a_words=a_words, b=b, b_words=b_words))
    assert found
    return found


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_whatever_people_judge_nothing_is_wrong_and_the_order_of_lines_changes_no_byte(
    tmp_path: Path, seed: int
) -> None:
    out = Settings(dataset=tmp_path / "out", judgements=tmp_path / "one")
    build([SAMPLES], out)
    judged = random_corrections(open_dataset(out.dataset), seed, 60)
    pairs = pairs_judged(open_dataset(out.dataset), seed)
    append_judgements(tmp_path / "one/a.tsv", judged)
    append_judgements(tmp_path / "one/pairs.tsv", pairs)
    report = build([], out)
    assert report.judged > 30
    corrected = open_dataset(out.dataset)
    assert check_dataset(corrected) == []
    random.Random(seed).shuffle(judged)
    append_judgements(tmp_path / "two/b.tsv", judged[30:])
    append_judgements(tmp_path / "two/0.tsv", pairs[::-1])
    append_judgements(tmp_path / "two/a.tsv", [*judged[:30], judged[-1]])
    again = Settings(dataset=tmp_path / "again", judgements=tmp_path / "two", jobs=2)
    build(sorted(SAMPLES.glob("*.txt"), reverse=True), again)
    assert open_dataset(again.dataset).manifest.sha256 == corrected.manifest.sha256

"""Annotations made by hand, put into the form of gold files."""

from __future__ import annotations

import hashlib
import json
from decimal import Decimal
from pathlib import Path

import pytest

from graphkit.evaluate.form import gold_form, gold_of
from graphkit.evaluate.gold import Gold, UnreadableGoldError, read_gold
from graphkit.evaluate.misses import misses_in
from graphkit.model.entities import Annotation, Entity
from graphkit.model.facts import (
    Absence,
    Attendance,
    Conveyance,
    Cooperation,
    Distribution,
    DocumentDate,
    Drive,
    Evidence,
    Extent,
    Fact,
    Holding,
    Issuance,
    Jurisdiction,
    Masthead,
    Mention,
    Modality,
    Numbering,
    Part,
    Point,
    PolicyLink,
    PolicyState,
    PostHolding,
    Programme,
    Publication,
    Response,
    Signature,
    Subject,
    TargetFact,
    TextOf,
)
from graphkit.model.text import Document, OffsetMap, Span
from graphkit.model.values import PartialDate, Quantity
from graphkit.read import document_of
from graphkit.resolve.annotate import annotate

TEXT = "2021 年度，省\n局召开会议。2021年，各局学习。"
#       0123456 789 0 ...
MATCHED = "2021年度，省局召开会议。2021年，各局学习。"

DOCUMENT = Document(
    text=TEXT,
    sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
    matched=MATCHED,
    offsets=OffsetMap([(0, 0), (4, 5), (8, 10)]),
    sections=(),
    articles=(),
)


def said(modality: Modality = Modality.REPORTED) -> tuple[Evidence, ...]:
    return (Evidence(span=Span(start=0, end=4), quote="2021", rule="r", modality=modality),)


def entity(key: str, kind: str, *names: str) -> Entity:
    return Entity.model_validate({"id": key, "kind": kind, "key": (key,), "label": names[0], "names": names})


ENTITIES = {
    thing.id: thing
    for thing in (
        entity("e1", "Agency", "四川省 机关事务管理局", "省\n局"),
        entity("e2", "Meeting", "会议"),
        entity("e3", "AgencyGroup", "各局"),
        entity("e4", "Policy", "办法"),
        entity("e5", "Person", "郭春英"),
        entity("e6", "Region", "四川省"),
        entity("e7", "Campaign", "活动"),
        entity("e8", "Agency", "从不出现局"),
    )
}


def annotation(*facts: Fact, mentions: tuple[Mention, ...] = ()) -> Annotation:
    return Annotation(
        document=DOCUMENT,
        document_key=("document", "x"),
        home="e1",
        document_date="2021-03-22",
        mentions=mentions,
        entities=ENTITIES,
        facts=facts,
    )


def facts_of(*facts: Fact) -> list[tuple[str, str, str]]:
    return list(gold_of(annotation(*facts)).facts)


def test_mentions_stand_at_raw_offsets_with_the_raw_slice() -> None:
    mention = Mention(start=7, end=9, kind="Agency", surface="省局", rule="r", entity="e1")
    gold = gold_of(annotation(mentions=(mention,)))
    assert [(m.start, m.end, m.text, m.entity) for m in gold.mentions] == [(8, 11, "省\n局", "e1")]
    assert gold.entities["e1"].names == ("四川省机关事务管理局", "省局")


def test_dates_of_one_value_share_an_entity_and_others_do_not() -> None:
    year = Mention(start=0, end=6, kind="Date", surface="2021年度", rule="r")
    again = Mention(start=14, end=19, kind="Date", surface="2021年", rule="r")
    target = Mention(start=0, end=2, kind="Target", surface="20", rule="r")
    gold = gold_of(annotation(mentions=(again, year, target)))
    dates = {mention.entity for mention in gold.mentions if mention.type == "Date"}
    assert len(dates) == 1
    assert gold.entities[dates.pop() or ""].names == ("2021年度", "2021年")
    assert len({mention.entity for mention in gold.mentions}) == 2


def test_groups_of_agencies_are_of_type_agency() -> None:
    gold = gold_of(annotation(Conveyance(evidence=said(), conveyor="e3", conveyed="e2")))
    assert gold.entities["e3"].type == "Agency"


def test_entities_that_nothing_uses_are_left_out() -> None:
    gold = gold_of(annotation(Issuance(evidence=said(), issuer="e1", policy="e4")))
    assert set(gold.entities) == {"e1", "e4"}


def test_the_home_is_named_and_the_form_is_plain_json() -> None:
    form = gold_form(annotation())
    assert form["home"] == "四川省 机关事务管理局"
    assert json.loads(json.dumps(form, ensure_ascii=False)) == form


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        (Publication(evidence=said(), publisher="e1"), [("DOC", "publisher", "e1")]),
        (DocumentDate(evidence=said(), date=PartialDate(year=2021, month=3)), [("DOC", "documentDate", "2021-03")]),
        (Distribution(evidence=said(), relation="copiedTo", recipient="e3"), [("DOC", "copiedTo", "e3")]),
        (
            Holding(
                evidence=said(),
                meeting="e2",
                on=PartialDate(year=2021, month=4, day=16),
                until=PartialDate(year=2021, month=4, day=18),
                by="e1",
                region="e6",
            ),
            [("e2", "heldOn", "2021-04-16"), ("e2", "heldBy", "e1"), ("e2", "heldIn", "e6")],
        ),
        (Attendance(evidence=said(), meeting="e2", person="e5", role="chairedBy"), [("e2", "chairedBy", "e5")]),
        (
            Conveyance(evidence=said(Modality.DEMANDED), conveyor="e3", conveyed="e2"),
            [("e3", "conveys", "e2")],
        ),
        (Response(evidence=said(), id="r1", respondent="e1", target="e2"), [("e1", "respondedTo", "e2")]),
        (Response(evidence=said(Modality.DEMANDED), id="r1", respondent="e1", target="e2"), []),
        (Response(evidence=said(), id="r1", respondent="e3", target="e2"), []),
        (Issuance(evidence=said(), issuer="e1", policy="e4"), [("e1", "issues", "e4")]),
        (Issuance(evidence=said(Modality.INTENDED), issuer="e1", policy="e4"), []),
        (PolicyState(evidence=said(), policy="e4", status="Planned"), [("e4", "status", "Planned")]),
        (Signature(evidence=said(), policy="e4", date=PartialDate(year=2021)), [("e4", "issuedOn", "2021")]),
        (
            Numbering(evidence=said(), policy="e4", number="川办发〔2021〕5号"),
            [("e4", "documentNumber", "川办发〔2021〕5号")],
        ),
        (PolicyLink(evidence=said(), source="e4", relation="repeals", target="e4"), [("e4", "repeals", "e4")]),
        (
            PostHolding(evidence=said(), person="e5", title="局长", agency="e1"),
            [("e5", "holdsPost", "局长@四川省机关事务管理局")],
        ),
        (Part(evidence=said(), unit="e3", parent="e1"), [("e3", "subOrganizationOf", "e1")]),
        (Jurisdiction(evidence=said(), agency="e1", region="e6"), [("e1", "jurisdiction", "e6")]),
        (Drive(evidence=said(), agency="e1", relation="launches", campaign="e7"), [("e1", "launches", "e7")]),
        (Cooperation(evidence=said(), agency="e1", partner="e8"), [("e1", "cooperatesWith", "e8")]),
        (Absence(evidence=said(), agency="e1", target="e8"), [("e1", "didNotRespondTo", "e8")]),
        (Masthead(evidence=said(), field="copies", value=30), []),
        (Subject(evidence=said(), article=1, entity="e2"), []),
        (Extent(evidence=said(), policy="e4", chapters=6), []),
        (Programme(evidence=said(), lister="e1", policy="e4"), []),
        (TextOf(evidence=said(), policy="e4"), []),
    ],
)
def test_each_kind_of_fact_has_its_gold_predicates(fact: Fact, expected: list[tuple[str, str, str]]) -> None:
    assert facts_of(fact) == expected


def point(**changes: object) -> Point:
    fields: dict[str, object] = {
        "evidence": said(),
        "owner": "e2",
        "point": "Task",
        "order": 1,
        "ordinal": 3,
        "heading": "加强管理",
        "text": "加强管理。",
    }
    return Point.model_validate(fields | changes)


def test_enumerated_points_are_tasks_or_achievements_of_their_owner() -> None:
    assert facts_of(point()) == [("e2", "setsTask", "3|加强管理")]
    assert facts_of(point(point="Achievement")) == [("e2", "reportsAchievement", "3|加强管理")]


def test_points_of_a_response_belong_to_its_respondent() -> None:
    response = Response(evidence=said(Modality.DEMANDED), id="r1", respondent="e1", target="e2")
    assert facts_of(response, point(owner="r1")) == [("e1", "setsTask", "3|加强管理")]


def test_points_not_counted_provisions_and_points_of_campaigns_are_left_out() -> None:
    assert facts_of(point(ordinal=None), point(point="Provision"), point(owner="e7")) == []


def test_targets_name_the_heading_of_their_point() -> None:
    amounts = (Quantity(number=Decimal("3E+3"), unit="家"), Quantity(number=Decimal("28.2"), unit="万个"))
    targets = tuple(TargetFact(quantity=amount, evidence=said()[0]) for amount in amounts)
    assert facts_of(point(targets=targets))[1:] == [
        ("加强管理", "hasTarget", "3000 家"),
        ("加强管理", "hasTarget", "28.2 万个"),
    ]


def test_a_fact_read_twice_stands_once() -> None:
    assert len(facts_of(point(), point())) == 1


def test_misses_are_named_in_words_and_limited() -> None:
    gold = gold_of(
        annotation(
            Issuance(evidence=said(), issuer="e1", policy="e4"),
            PolicyState(evidence=said(), policy="e4", status="Issued"),
            mentions=(Mention(start=7, end=9, kind="Agency", surface="省局", rule="r", entity="e1"),),
        )
    )
    nothing = Gold(mentions=(), entities={}, facts=())
    assert [tuple(miss) for miss in misses_in(gold, nothing, limit=1)] == [
        ("missed mention", "Agency 省\n局 char=8,11"),
        ("missed fact", "四川省机关事务管理局 issues 办法"),
    ]
    assert [miss.kind for miss in misses_in(nothing, gold, limit=9)] == ["false mention", "false fact", "false fact"]


def test_a_file_without_the_gold_form_is_refused_with_its_name(tmp_path: Path) -> None:
    path = tmp_path / "x.gold.json"
    with pytest.raises(UnreadableGoldError, match=r"x\.gold\.json"):
        read_gold(path)
    path.write_text('{"mentions": []}', encoding="utf-8")
    with pytest.raises(UnreadableGoldError, match="entities"):
        read_gold(path)


def test_fields_that_annotators_add_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "x.gold.json"
    path.write_text('{"mentions": [], "entities": {}, "facts": [["a", "issues", 5]], "note": "x"}', encoding="utf-8")
    assert read_gold(path).facts == (("a", "issues", "5"),)


def test_a_newspaper_is_a_work_of_the_gold() -> None:
    paper = Mention(start=0, end=4, kind="Agency", surface="甲州日报", rule="r", entity="e9")
    read = annotation(Publication(evidence=said(), publisher="e9"), mentions=(paper,))
    read = read.model_copy(update={"entities": ENTITIES | {"e9": entity("e9", "Agency", "甲州日报")}})
    gold = gold_of(read)
    assert (gold.mentions[0].type, gold.entities["e9"].type, gold.facts) == (
        "Work",
        "Work",
        (("DOC", "publisher", "e9"),),
    )


def test_a_speech_that_no_word_calls_so_is_no_fact_of_the_gold() -> None:
    def spoke(rule: str) -> Attendance:
        evidence = (Evidence(span=Span(start=0, end=4), quote="2021", rule=rule),)
        return Attendance(evidence=evidence, meeting="e2", person="e5", role="addressedBy")

    assert facts_of(spoke("attendance")) == [("e2", "addressedBy", "e5")]
    assert facts_of(spoke("speech")) == []
    assert list(gold_of(annotation(spoke("speech")), with_implied=True).facts) == [("e2", "addressedBy", "e5")]


def test_what_only_a_post_or_a_session_spells_is_left_to_be_concluded() -> None:
    text = "省十二届人大五次会议闭幕。江西省林业局党组书记王林传达了会议精神。\n"
    annotation = annotate(document_of(text))
    plain, whole = gold_of(annotation), gold_of(annotation, with_implied=True)
    evident = {"subOrganizationOf", "jurisdiction"}
    assert [fact for fact in plain.facts if fact[1] == "subOrganizationOf"] == []
    assert [fact[1] for fact in whole.facts if fact[1] == "subOrganizationOf"] == ["subOrganizationOf"]
    assert {fact[1] for fact in whole.facts} >= evident


def test_titles_and_numbers_stand_in_the_script_of_the_text() -> None:
    text = "國務院辦公廳關於做好春耕工作的通知\n國辦發〔2013〕30號\n國務院副總理周大海出席會議。\n"
    facts = {(p, o) for _, p, o in gold_of(annotate(document_of(text))).facts}
    assert ("documentNumber", "國辦發〔2013〕30號") in facts
    assert any(p == "holdsPost" and o.startswith("副總理@") for p, o in facts)

"""What is stated of one document."""

from __future__ import annotations

import pytest

from graphkit.errors import QuoteMismatchError, UnknownThingError
from graphkit.model.facts import Conveyance, Fact, Holding, Mention, Modality, Point, Response
from graphkit.model.tables import Statement, Term
from graphkit.rdf.engine import nquads_of
from graphkit.rdf.statements import DocumentStatements, state
from graphkit.terms import BASE, GK, dcterms, foaf, gk, org, rdf, skos, xsd
from tests.gold_annotation import GOLD, annotation_of
from tests.hand_annotation import ANNOTATION, DOCUMENT, RELAYED, TASK, TEXT, WILL_STUDY, mention, passage

HOME = BASE + "agency/510000/政府/机关事务/局"
OFFICE = BASE + "agency/510100/政府/机关事务/局"
MEETING = BASE + "meeting/2021-02-26/省局/全省会议"
PLAN = BASE + "policy/省局/工作要点/2021"
OTHER = BASE + "policy/川办发〔2021〕5号"
PAPER = BASE + "document/省局/简报/2021/2"
ARTICLE = PAPER + "/article/1"
GROUP = BASE + "group/省局/各市州"
CAMPAIGN = BASE + "campaign/省局/创建"
PERSON = BASE + "person/省局/王某"
REGION = BASE + "region/510100"
POINT = PAPER + "/point/1"
DERIVED = BASE + "graph/derived"


@pytest.fixture(scope="module")
def stated() -> DocumentStatements:
    return state(ANNOTATION)


def iri(value: str) -> Term:
    return Term("iri", value)


def zh(value: str) -> Term:
    return Term("literal", value, None, "zh")


def typed(value: str, datatype: str = xsd.string) -> Term:
    return Term("literal", value, datatype)


def reading(rule: str, words: str) -> str:
    start = TEXT.index(words)
    return f"{BASE}text/{DOCUMENT.sha256[:16]}/{rule}#char={start},{start + len(words)}"


EXPECTED = [
    (PAPER, dcterms.publisher, iri(HOME), "masthead", "四川省机关事务管理局"),
    (PAPER, dcterms.issued, typed("2021-03", xsd.gYearMonth), "masthead-date", "2021年"),
    (PAPER, gk.series, typed("四川省机关事务管理局简报"), "masthead", "四川省机关事务管理局简报"),
    (PAPER, gk.issueYear, typed("2021", xsd.integer), "masthead", "2021年第2期"),
    (PAPER, dcterms.title, zh("简报标题"), "masthead", "四川省机关事务管理局简报"),
    (PAPER, gk.copiedTo, iri(GROUP), "footer", "省局"),
    (PAPER, gk.textOf, iri(OTHER), "text-of", "工作要点"),
    (ARTICLE, rdf.type, iri(gk.Article), "layout", "全省会议在成都召开"),
    (ARTICLE, dcterms.title, zh("全省会议在成都召开"), "layout", "全省会议在成都召开"),
    (ARTICLE, dcterms.isPartOf, iri(PAPER), "layout", "全省会议在成都召开"),
    (ARTICLE, gk.order, typed("1", xsd.integer), "layout", "全省会议在成都召开"),
    (ARTICLE, gk.column, typed("省局动态"), "layout", "全省会议在成都召开"),
    (ARTICLE, gk.reports, iri(MEETING), "subject", "全省会议在成都召开"),
    (ARTICLE, gk.mentions, iri(MEETING), "name", "全省会议"),
    (ARTICLE, gk.mentions, iri(HOME), "name", "省局"),
    (HOME, rdf.type, iri(gk.Agency), "name", "省局"),
    (HOME, skos.altLabel, zh("省局"), "name", "省局"),
    (OFFICE, rdf.type, iri(gk.RegionalOffice), "name", "成都局"),
    (MEETING, gk.heldOn, typed("2021-02-26", xsd.date), "holding", "2月26日，省局在成都召开全省会议"),
    (MEETING, gk.heldUntil, typed("2021-02-27", xsd.date), "holding", "2月26日，省局在成都召开全省会议"),
    (MEETING, gk.heldBy, iri(HOME), "holding", "2月26日，省局在成都召开全省会议"),
    (MEETING, gk.heldIn, iri(REGION), "holding", "2月26日，省局在成都召开全省会议"),
    (MEETING, gk.venue, typed("锦江宾馆"), "holding", "2月26日，省局在成都召开全省会议"),
    (MEETING, gk.meetingKind, iri(gk.WorkMeeting), "holding", "2月26日，省局在成都召开全省会议"),
    (MEETING, gk.addressedBy, iri(PERSON), "attendance", "王某出席并讲话"),
    (GROUP, gk.conveys, iri(MEETING), "conveyance", RELAYED),
    (PAPER + "/response/1", rdf.type, iri(gk.Response), "response", RELAYED),
    (PAPER + "/response/1", gk.respondent, iri(OFFICE), "response", RELAYED),
    (PAPER + "/response/1", gk.respondsTo, iri(MEETING), "response", RELAYED),
    (PAPER + "/response/1", gk.theme, typed("三个建设"), "response", RELAYED),
    (OFFICE, gk.respondedTo, iri(MEETING), "response", RELAYED),
    (OFFICE, gk.issues, iri(PLAN), "issuance", "印发《工作要点》"),
    (PLAN, gk.status, iri(gk.Issued), "issuance", "印发《工作要点》"),
    (PLAN, dcterms.issued, typed("2021", xsd.gYear), "signature", "2021年"),
    (OTHER, gk.documentNumber, typed("川办发〔2021〕5号"), "number", "工作要点"),
    (OTHER, gk.chapters, typed("6", xsd.integer), "extent", "工作要点"),
    (OTHER, gk.clauses, typed("18", xsd.integer), "extent", "工作要点"),
    (PLAN, gk.basedOn, iri(OTHER), "basis", "工作要点"),
    (HOME, gk.lists, iri(OTHER), "programme", "工作要点"),
    (PERSON, org.holds, iri(BASE + "post/510000/政府/机关事务/局/局长"), "post", "王某"),
    (BASE + "post/510000/政府/机关事务/局/局长", org.postIn, iri(HOME), "post", "王某"),
    (BASE + "post/510000/政府/机关事务/局/局长", rdf.type, iri(org.Post), "post", "王某"),
    (OFFICE, org.subOrganizationOf, iri(HOME), "part", "成都局"),
    (OFFICE, gk.jurisdiction, iri(REGION), "jurisdiction", "成都局"),
    (OFFICE, gk.launches, iri(CAMPAIGN), "drive", TASK),
    (HOME, gk.cooperatesWith, iri(OFFICE), "cooperation", "省局"),
    (MEETING, gk.sets, iri(POINT), "points", TASK),
    (POINT, rdf.type, iri(gk.Task), "points", TASK),
    (POINT, gk.ordinal, typed("1", xsd.integer), "points", TASK),
    (POINT, gk.heading, typed("创建节约型机关3100家以上"), "points", TASK),
    (POINT, gk.text, typed(TASK), "points", TASK),
    (POINT, gk.topic, iri(BASE + "topic/公共机构节能"), "points", TASK),
    (POINT, gk.carries, iri(CAMPAIGN), "points", TASK),
    (POINT, gk.assignedTo, iri(OFFICE), "points", TASK),
    (POINT, gk.periodStart, typed("2021", xsd.gYear), "points", TASK),
    (POINT, gk.periodEnd, typed("2021-12-31", xsd.date), "points", TASK),
    (POINT, gk.hasTarget, iri(PAPER + "/target/1"), "target", "3100家以上"),
    (PAPER + "/target/1", gk.quantity, typed("3100", xsd.decimal), "target", "3100家以上"),
    (PAPER + "/target/1", gk.unit, typed("家"), "target", "3100家以上"),
    (PAPER + "/target/1", gk.comparator, typed("≥"), "target", "3100家以上"),
    (PAPER + "/target/2", gk.comparator, typed("range"), "target", "3100"),
    (PAPER + "/target/2", gk.quantityMax, typed("1", xsd.decimal), "target", "3100"),
    (PLAN, gk.provides, iri(PAPER + "/point/2"), "points", "传达学习"),
    (PLAN, gk.reportsAchievement, iri(PAPER + "/point/3"), "points", "精神"),
]


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda one: f"{one[1]} of {one[3]}")
def test_each_fact_stands_in_the_default_graph_and_in_its_reading(
    stated: DocumentStatements, expected: tuple[str, str, Term, str, str]
) -> None:
    subject, predicate, value, rule, words = expected
    assert Statement(subject, predicate, value, None) in stated.statements
    assert Statement(subject, predicate, value, reading(rule, words)) in stated.statements


def test_statements_are_sorted_and_unique(stated: DocumentStatements) -> None:
    lines = nquads_of(stated.statements)
    assert len(lines) == len(stated.statements) == len(set(stated.statements))


def test_every_fact_of_the_default_graph_stands_in_another_graph_too(stated: DocumentStatements) -> None:
    elsewhere = {one[:3] for one in stated.statements if one.graph is not None}
    about = {gk.quote, gk.rule, gk.confidence, gk.modality, gk.reliesOn, dcterms.isPartOf}
    alone = {one for one in stated.statements if one.graph is None and one[:3] not in elsewhere}
    assert {one.predicate for one in alone} == about
    assert all("#char=" in one.subject for one in alone)


def test_a_reading_says_what_it_quotes_where_it_stands_and_what_it_relies_on(stated: DocumentStatements) -> None:
    words = "2月26日，省局在成都召开全省会议"
    about = {(one.predicate, one.object) for one in stated.statements if one.subject == reading("holding", words)}
    year = f"{BASE}text/{DOCUMENT.sha256[:16]}#char={TEXT.index('2021年')},{TEXT.index('2021年') + 5}"
    assert about == {
        (gk.quote, typed(words)),
        (dcterms.isPartOf, iri(ARTICLE)),
        (gk.rule, typed("holding")),
        (gk.confidence, typed("0.9", xsd.decimal)),
        (gk.modality, iri(gk.Reported)),
        (gk.reliesOn, iri(year)),
    }


def test_a_reading_outside_the_articles_is_part_of_the_document(stated: DocumentStatements) -> None:
    head = reading("masthead", "四川省机关事务管理局")
    assert Statement(head, dcterms.isPartOf, iri(PAPER), None) in stated.statements


def test_only_a_reported_response_of_an_agency_has_the_short_form(stated: DocumentStatements) -> None:
    short = {one for one in stated.statements if one.predicate == gk.respondedTo and one.graph is None}
    assert {(one.subject, one.object.value) for one in short} == {(OFFICE, MEETING)}
    intended = reading("response", WILL_STUDY)
    assert Statement(PAPER + "/response/2", gk.respondsTo, iri(CAMPAIGN), intended) in stated.statements


def test_a_policy_that_is_only_intended_is_not_issued(stated: DocumentStatements) -> None:
    assert not [one for one in stated.statements if one.predicate == gk.issues and one.object.value == OTHER]


def test_classes_above_are_derived(stated: DocumentStatements) -> None:
    classes = {
        (OFFICE, gk.Agency),
        (OFFICE, org.Organization),
        (PLAN, gk.Policy),
        (PERSON, foaf.Person),
        (POINT, gk.Point),
        (PAPER, gk.Document),
        (PAPER, gk.Bulletin),
        (ARTICLE, foaf.Document),
    }
    derived = {(one.subject, one.object.value) for one in stated.statements if one.graph == DERIVED}
    assert classes <= derived


def test_an_agency_has_kind_and_function_derived(stated: DocumentStatements) -> None:
    assert Statement(HOME, gk.kind, iri(gk.GovernmentDepartment), DERIVED) in stated.statements
    assert Statement(HOME, gk.function, typed("机关事务"), DERIVED) in stated.statements


def test_a_thing_without_a_name_has_its_class_where_a_fact_about_it_was_read(stated: DocumentStatements) -> None:
    classes = {one.graph for one in stated.statements if one.subject == GROUP and one.predicate == rdf.type}
    assert reading("footer", "省局") in classes


def test_an_entity_that_nothing_names_is_not_stated(stated: DocumentStatements) -> None:
    assert not [one for one in stated.statements if one.subject == BASE + "work/画说安全"]


def test_every_thing_has_a_proposed_label(stated: DocumentStatements) -> None:
    typed_things = {one.subject for one in stated.statements if one.predicate == rdf.type}
    labels = {proposal.iri: proposal.label for proposal in stated.labels}
    assert typed_things <= set(labels)
    assert labels[PAPER] == "四川省机关事务管理局简报2021年第2期"
    assert labels[PAPER + "/response/1"] == "成都局响应全省会议"
    assert labels[PAPER + "/point/2"] == "严禁浪费"
    assert labels[PAPER + "/target/1"] == "3100家以上"


def test_regions_and_topics_used_are_told(stated: DocumentStatements) -> None:
    assert stated.regions == ("510100",)
    assert stated.topics == ("公共机构节能",)


def test_completed_names_are_other_names(stated: DocumentStatements) -> None:
    entities = dict(ANNOTATION.entities)
    entities["e2"] = entities["e2"].model_copy(update={"names": ("成都市机关事务管理局", "成都局")})
    again = state(ANNOTATION.model_copy(update={"entities": entities}))
    added = set(again.statements) - set(stated.statements)
    completed = zh("成都市机关事务管理局")
    assert added == {Statement(OFFICE, skos.altLabel, completed, graph) for graph in (None, DERIVED)}


def test_a_passage_read_as_demanded_and_as_done_is_two_readings() -> None:
    done = passage(RELAYED, "response")
    demanded = passage(RELAYED, "response", Modality.DEMANDED)
    facts: tuple[Fact, ...] = (
        Response(id="r1", respondent="e2", target="e4", evidence=done),
        Response(id="r2", respondent="e2", target="e7", evidence=demanded),
    )
    stated = state(ANNOTATION.model_copy(update={"facts": facts}))
    modalities = {one.subject: one.object.value for one in stated.statements if one.predicate == gk.modality}
    assert modalities[reading("response", RELAYED)] == gk.Reported
    assert modalities[reading("response.demanded", RELAYED)] == gk.Demanded
    assert len(modalities) == len([one for one in stated.statements if one.predicate == gk.modality])


def test_a_fact_read_twice_stands_in_both_readings_and_once_in_the_default_graph() -> None:
    twice = (*passage(RELAYED, "conveyance"), *passage(WILL_STUDY, "conveyance"))
    stated = state(ANNOTATION.model_copy(update={"facts": (Conveyance(conveyor="e2", conveyed="e4", evidence=twice),)}))
    found = [one.graph for one in stated.statements if one.predicate == gk.conveys]
    assert sorted(found, key=str) == sorted(
        [None, reading("conveyance", RELAYED), reading("conveyance", WILL_STUDY)], key=str
    )


def test_a_quote_that_is_not_the_slice_is_refused() -> None:
    false = (passage(RELAYED, "response")[0].model_copy(update={"quote": "成都局没有学习"}),)
    facts: tuple[Fact, ...] = (Response(id="r1", respondent="e2", target="e4", evidence=false),)
    with pytest.raises(QuoteMismatchError):
        state(ANNOTATION.model_copy(update={"facts": facts}))


@pytest.mark.parametrize(
    "fact",
    [
        Conveyance(conveyor="e99", conveyed="e4", evidence=passage(RELAYED, "conveyance")),
        Holding(meeting="e4", form="茶话会", evidence=passage(RELAYED, "holding")),
        Point(owner="r9", point="Task", order=1, ordinal=1, heading="甲", text="甲", evidence=passage(TASK, "points")),
    ],
)
def test_a_name_that_is_not_defined_is_told(fact: Fact) -> None:
    with pytest.raises(UnknownThingError):
        state(ANNOTATION.model_copy(update={"facts": (fact,)}))


def test_a_mention_of_an_entity_that_is_not_defined_is_told() -> None:
    with pytest.raises(UnknownThingError):
        state(ANNOTATION.model_copy(update={"mentions": (mention("成都局", "e99", "Agency"),)}))


def test_a_document_mentions_what_none_of_its_articles_does() -> None:
    def told_by_the_document(*mentions: Mention) -> set[str]:
        stated = state(ANNOTATION.model_copy(update={"mentions": mentions})).statements
        return {one.object.value for one in stated if one.predicate == gk.mentions and one.subject == PAPER}

    home = next(one for one in ANNOTATION.mentions if one.entity and one.surface == "四川省机关事务管理局")
    again = next(one for one in ANNOTATION.mentions if one.entity == home.entity and one.surface == "省局")
    assert told_by_the_document(home) == {HOME}
    assert told_by_the_document(home, again) == set()


def test_another_base_changes_every_iri_of_a_thing_and_no_term() -> None:
    moved = state(ANNOTATION, "https://example.org/kg/")
    assert not [one for one in moved.statements if BASE in f"{one.subject}{one.object.value}{one.graph}"]
    assert {one.predicate for one in moved.statements} == {one.predicate for one in state(ANNOTATION).statements}


def test_the_gold_of_the_seed_can_be_stated() -> None:
    path = GOLD / "sichuan-jiguan-shiwu-2021-02.gold.json"
    if not path.exists():
        pytest.skip("needs ../shared/gold, which is not beside this checkout")
    stated = state(annotation_of(path))
    responded = [one for one in stated.statements if one.predicate == gk.respondedTo and one.graph is None]
    assert len(responded) == 7
    assert all(one.predicate.startswith((GK, "http")) for one in stated.statements)

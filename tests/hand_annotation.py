"""One small bulletin with a fact of every kind, annotated by hand."""

from __future__ import annotations

from decimal import Decimal

from pydantic import TypeAdapter

from graphkit.model.entities import Annotation, Entity
from graphkit.model.facts import (
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
    TopicSign,
    cite,
)
from graphkit.model.text import Article, Span
from graphkit.model.values import PartialDate, Quantity
from tests.gold_annotation import document_of

TEXT = """四川省机关事务管理局简报
2021年第2期
全省会议在成都召开
2月26日，省局在成都召开全省会议，王某出席并讲话。会议要求，一要创建节约型机关3100家以上。
成都局传达学习全省会议精神，印发《工作要点》。
成都局将再次学习全省会议精神。
"""

_ENTITIES = (
    Entity(
        id="e1",
        kind="Agency",
        key=("agency", "510000", "政府", "机关事务", "局"),
        label="四川省机关事务管理局",
        label_rank=2,
        names=("四川省机关事务管理局", "省局"),
        function="机关事务",
        agency_kind="政府",
    ),
    Entity(
        id="e2",
        kind="Agency",
        subclass="RegionalOffice",
        key=("agency", "510100", "政府", "机关事务", "局"),
        label="成都局",
        names=("成都局",),
    ),
    Entity(id="e3", kind="Region", key=("region", "510100"), label="成都市", names=("成都",), region_code="510100"),
    Entity(
        id="e4",
        kind="Meeting",
        key=("meeting", "2021-02-26", "省局", "全省会议"),
        label="全省会议",
        names=("全省会议",),
    ),
    Entity(
        id="e5",
        kind="Policy",
        subclass="Plan",
        key=("policy", "省局", "工作要点", "2021"),
        label="工作要点",
        names=("工作要点",),
    ),
    Entity(id="e6", kind="Person", key=("person", "省局", "王某"), label="王某", names=("王某",)),
    Entity(
        id="e7", kind="Campaign", key=("campaign", "省局", "创建"), label="节约型机关创建", names=("节约型机关创建",)
    ),
    Entity(id="e8", kind="AgencyGroup", key=("group", "省局", "各市州"), label="各市（州）", names=("各市（州）",)),
    Entity(id="e9", kind="Policy", key=("policy", "川办发〔2021〕5号"), label="总办法", names=("总办法",)),
    Entity(id="e10", kind="Work", key=("work", "画说安全"), label="画说安全", names=("画说安全",)),
)

DOCUMENT = document_of(TEXT).model_copy(
    update={
        "articles": (
            Article(
                order=1,
                title="全省会议在成都召开",
                title_start=TEXT.index("全省会议在"),
                title_end=TEXT.index("全省会议在") + 9,
                start=TEXT.index("全省会议在"),
                end=len(TEXT),
                column="省局动态",
            ),
        )
    }
)


def passage(words: str, rule: str, modality: Modality = Modality.REPORTED, *, relies_on: str = "") -> tuple[Evidence]:
    """Cite the first place where the words stand."""
    start = TEXT.index(words)
    further = (Span(start=TEXT.index(relies_on), end=TEXT.index(relies_on) + len(relies_on)),) if relies_on else ()
    article = 1 if start >= DOCUMENT.articles[0].start else 0
    evidence = cite(DOCUMENT, start, start + len(words), rule, article=article, modality=modality, relies_on=further)
    return (evidence,)


def mention(words: str, entity: str, kind: str) -> Mention:
    """Mention an entity where the words first stand."""
    start = TEXT.index(words)
    return TypeAdapter(Mention).validate_python(
        {
            "start": start,
            "end": start + len(words),
            "kind": kind,
            "surface": words,
            "rule": "name",
            "entity": entity,
        }
    )


HELD = "2月26日，省局在成都召开全省会议"
RELAYED = "成都局传达学习全省会议精神"
WILL_STUDY = "成都局将再次学习全省会议精神"
TASK = "一要创建节约型机关3100家以上"

FACTS: tuple[Fact, ...] = (
    Publication(publisher="e1", evidence=passage("四川省机关事务管理局", "masthead")),
    DocumentDate(date=PartialDate(year=2021, month=3), evidence=passage("2021年", "masthead-date")),
    Masthead(
        field="series", value="四川省机关事务管理局简报", evidence=passage("四川省机关事务管理局简报", "masthead")
    ),
    Masthead(field="issueYear", value=2021, evidence=passage("2021年第2期", "masthead")),
    Masthead(field="issueNumber", value=2, evidence=passage("2021年第2期", "masthead")),
    Masthead(field="title", value="简报标题", evidence=passage("四川省机关事务管理局简报", "masthead")),
    Distribution(relation="copiedTo", recipient="e8", evidence=passage("省局", "footer")),
    Subject(article=1, entity="e4", evidence=passage("全省会议在成都召开", "subject")),
    Holding(
        meeting="e4",
        on=PartialDate(year=2021, month=2, day=26, written="2月26日"),
        until=PartialDate(year=2021, month=2, day=27),
        by="e1",
        region="e3",
        venue="锦江 宾馆",
        form="工作会议",
        evidence=passage(HELD, "holding", relies_on="2021年"),
    ),
    Attendance(meeting="e4", person="e6", role="addressedBy", evidence=passage("王某出席并讲话", "attendance")),
    Conveyance(conveyor="e8", conveyed="e4", evidence=passage(RELAYED, "conveyance")),
    Response(id="r1", respondent="e2", target="e4", theme="三个建设", evidence=passage(RELAYED, "response")),
    Response(id="r2", respondent="e2", target="e7", evidence=passage(WILL_STUDY, "response", Modality.INTENDED)),
    Response(id="r3", respondent="e8", target="e7", evidence=passage(RELAYED, "response")),
    Issuance(issuer="e2", policy="e5", evidence=passage("印发《工作要点》", "issuance")),
    Issuance(issuer="e2", policy="e9", evidence=passage(WILL_STUDY, "issuance", Modality.INTENDED)),
    PolicyState(policy="e5", status="Issued", evidence=passage("印发《工作要点》", "issuance")),
    Signature(policy="e5", date=PartialDate(year=2021), evidence=passage("2021年", "signature")),
    Numbering(policy="e9", number="川办发〔2021〕5号", evidence=passage("工作要点", "number")),
    Extent(policy="e9", chapters=6, clauses=18, evidence=passage("工作要点", "extent")),
    PolicyLink(source="e5", relation="basedOn", target="e9", evidence=passage("工作要点", "basis")),
    Programme(lister="e1", policy="e9", evidence=passage("工作要点", "programme")),
    TextOf(policy="e9", evidence=passage("工作要点", "text-of")),
    PostHolding(person="e6", title="局长", agency="e1", evidence=passage("王某", "post")),
    Part(unit="e2", parent="e1", evidence=passage("成都局", "part")),
    Jurisdiction(agency="e2", region="e3", evidence=passage("成都局", "jurisdiction")),
    Drive(agency="e2", relation="launches", campaign="e7", evidence=passage(TASK, "drive")),
    Cooperation(agency="e1", partner="e2", evidence=passage("省局", "cooperation")),
    Point(
        owner="e4",
        point="Task",
        order=1,
        ordinal=1,
        heading="创建节约型机关3100家以上",
        text=TASK,
        topics=(TopicSign(topic="公共机构节能", cue="节约型机关"),),
        targets=(
            TargetFact(
                quantity=Quantity(number=Decimal("3100.0"), unit="家", comparator="≥", written="3100家以上"),
                evidence=passage("3100家以上", "target")[0],
            ),
            TargetFact(
                quantity=Quantity(number=Decimal("0.50"), unit="", maximum=Decimal(1), written="50%—100%"),
                evidence=passage("3100", "target")[0],
            ),
        ),
        carries=("e7",),
        assigned_to=("e2",),
        period_start=PartialDate(year=2021),
        period_end=PartialDate(year=2021, month=12, day=31),
        evidence=passage(TASK, "points", Modality.DEMANDED),
    ),
    Point(
        owner="e5",
        point="Provision",
        order=2,
        ordinal=None,
        heading="",
        text="严禁浪费",
        evidence=passage("传达学习", "points"),
    ),
    Point(
        owner="e5",
        point="Achievement",
        order=3,
        ordinal=None,
        heading="成效",
        text="成效显著",
        evidence=passage("精神", "points"),
    ),
)

ANNOTATION = Annotation(
    document=DOCUMENT,
    document_key=("document", "省局", "简报", "2021", "2"),
    genre="Bulletin",
    home="e1",
    mentions=(
        mention("四川省机关事务管理局", "e1", "Agency"),
        mention("省局", "e1", "Agency"),
        mention("成都局", "e2", "Agency"),
        mention("成都", "e3", "Region"),
        mention("全省会议", "e4", "Meeting"),
        mention("王某", "e6", "Person"),
        mention("工作要点", "e5", "Policy"),
    ),
    entities={one.id: one for one in _ENTITIES},
    facts=FACTS,
)

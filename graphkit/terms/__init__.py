"""Every IRI and prefix the code uses: names go in as attributes, IRIs come out as plain strings.

`gk.heldBy` is `"https://w3id.org/graphkit/ns#heldBy"`; a name that is not declared here is an error for the
type checker and an AttributeError at run time. A test compares `gk` with `ontology/graphkit.ttl`.
"""
# ruff: noqa: N815 - attributes are spelled as the published terms are

from __future__ import annotations

from graphkit.terms.namespace import BASE as BASE
from graphkit.terms.namespace import GK as GK
from graphkit.terms.namespace import PREFIXES as PREFIXES
from graphkit.terms.namespace import Namespace as Namespace
from graphkit.terms.published import dcat as dcat
from graphkit.terms.published import dcterms as dcterms
from graphkit.terms.published import eli as eli
from graphkit.terms.published import foaf as foaf
from graphkit.terms.published import oa as oa
from graphkit.terms.published import org as org
from graphkit.terms.published import owl as owl
from graphkit.terms.published import prov as prov
from graphkit.terms.published import rdf as rdf
from graphkit.terms.published import rdfs as rdfs
from graphkit.terms.published import schema as schema
from graphkit.terms.published import sh as sh
from graphkit.terms.published import skos as skos
from graphkit.terms.published import void as void
from graphkit.terms.published import xsd as xsd


class _Gk(Namespace, prefix="gk"):
    __slots__ = ()

    # documents and their parts
    Document: str
    Bulletin: str
    Notice: str
    News: str
    Minutes: str
    Article: str
    Work: str
    # bodies, places, people
    Agency: str
    RegionalOffice: str
    AgencyGroup: str
    Region: str
    Person: str
    # what happens and what has force
    Meeting: str
    Response: str
    Campaign: str
    Policy: str
    Regulation: str
    Plan: str
    Opinion: str
    Circular: str
    Standard: str
    # points
    Point: str
    Task: str
    Achievement: str
    Provision: str
    Target: str
    # topics and readings
    Topic: str
    Reading: str

    # document → value, body, article
    series: str
    issueYear: str
    issueNumber: str
    totalIssue: str
    copies: str
    disclosure: str
    documentNumber: str
    sentTo: str
    copiedTo: str
    textOf: str
    order: str
    column: str
    reports: str
    mentions: str
    # meeting
    heldBy: str
    heldIn: str
    venue: str
    heldOn: str
    heldUntil: str
    notBefore: str
    notAfter: str
    meetingKind: str
    attendedBy: str
    chairedBy: str
    addressedBy: str
    conveys: str
    sets: str
    reportsAchievement: str
    # policy
    status: str
    provides: str
    issues: str
    basedOn: str
    amends: str
    repeals: str
    cites: str
    implements: str
    chapters: str
    clauses: str
    effectiveFrom: str
    effectiveUntil: str
    validFor: str
    lists: str
    # point
    ordinal: str
    heading: str
    text: str
    assignedTo: str
    assistedBy: str
    topic: str
    hasTarget: str
    periodStart: str
    periodEnd: str
    carries: str
    quantity: str
    quantityMax: str
    unit: str
    comparator: str
    # response, agency, campaign
    respondent: str
    respondsTo: str
    theme: str
    respondedTo: str
    didNotRespondTo: str
    relievedOf: str
    launches: str
    carriesOut: str
    cooperatesWith: str
    kind: str
    jurisdiction: str
    function: str
    membersIn: str
    memberLevel: str
    # region, topic
    regionCode: str
    regionLevel: str
    within: str
    topicCue: str
    # reading
    quote: str
    rule: str
    confidence: str
    modality: str
    page: str
    reliesOn: str
    # identity
    possiblySame: str
    score: str
    reason: str
    verdict: str
    renamedTo: str
    mergedInto: str

    # schemes and their concepts
    Modalities: str
    Demanded: str
    Intended: str
    Reported: str
    PolicyStatuses: str
    Planned: str
    UnderResearch: str
    Draft: str
    Issued: str
    Revised: str
    Repealed: str
    AgencyKinds: str
    PartyCommittee: str
    PartyGroup: str
    Government: str
    PeoplesCongress: str
    ConsultativeConference: str
    SupervisionCommission: str
    Court: str
    Procuratorate: str
    MilitaryBody: str
    MassOrganization: str
    GovernmentDepartment: str
    InternalUnit: str
    LeadingGroup: str
    PublicInstitution: str
    University: str
    ResearchInstitute: str
    Company: str
    Association: str
    MeetingKinds: str
    Congress: str
    Plenum: str
    ExecutiveMeeting: str
    PartyGroupMeeting: str
    WorkMeeting: str
    SpecialMeeting: str
    Symposium: str
    StudySession: str
    Training: str
    VideoConference: str
    MobilisationMeeting: str
    PressConference: str
    Forum: str
    LinkReasons: str
    SameName: str
    AlikeName: str
    SamePlace: str
    NestedPlace: str
    OtherPlace: str
    SameBody: str
    OtherBody: str
    SameFunction: str
    SameDate: str
    NearDate: str
    NoDate: str
    OtherYear: str
    Verdicts: str
    Same: str
    Different: str
    Unsure: str
    Rejected: str
    Retyped: str
    Reworded: str
    Topics: str


gk = _Gk()

# The Chinese skos:prefLabel of each concept of the two schemes, and the concept.
AGENCY_KINDS: dict[str, str] = {
    "党委": gk.PartyCommittee,
    "党组": gk.PartyGroup,
    "政府": gk.Government,
    "人大": gk.PeoplesCongress,
    "政协": gk.ConsultativeConference,
    "监委": gk.SupervisionCommission,
    "法院": gk.Court,
    "检察院": gk.Procuratorate,
    "军队": gk.MilitaryBody,
    "群团": gk.MassOrganization,
    "政府部门": gk.GovernmentDepartment,
    "内设机构": gk.InternalUnit,
    "领导小组": gk.LeadingGroup,
    "事业单位": gk.PublicInstitution,
    "学校": gk.University,
    "研究机构": gk.ResearchInstitute,
    "企业": gk.Company,
    "社会组织": gk.Association,
}

MEETING_KINDS: dict[str, str] = {
    "代表大会": gk.Congress,
    "全会": gk.Plenum,
    "常务会议": gk.ExecutiveMeeting,
    "党组会": gk.PartyGroupMeeting,
    "工作会议": gk.WorkMeeting,
    "专题会议": gk.SpecialMeeting,
    "座谈会": gk.Symposium,
    "学习会": gk.StudySession,
    "培训": gk.Training,
    "电视电话会议": gk.VideoConference,
    "动员会": gk.MobilisationMeeting,
    "新闻发布会": gk.PressConference,
    "论坛": gk.Forum,
}

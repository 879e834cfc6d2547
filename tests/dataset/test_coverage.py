"""What groups are made of, and who of a universe took up a meeting."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from graphkit.dataset import Dataset, open_dataset
from graphkit.dataset.check import check_dataset
from graphkit.dataset.coverage import Group, Office, coverage_of, member_regions, membership_statements, told_of
from graphkit.dataset.covered import CoverageValue
from graphkit.errors import UnsettledNameError
from graphkit.model.tables import Statement, Table, Term
from graphkit.rdf.engine import nquads_of
from graphkit.rdf.iris import mint
from graphkit.settings import Settings
from graphkit.terms import BASE, gk, org
from graphkit.workflow import build

SAMPLES = Path(__file__).parents[2] / "data" / "samples"
SICHUAN = ("510000", "政府", "机关事务", "局")


def group_named(name: str, *home: str) -> tuple[str, tuple[str, ...], str] | None:
    groups, _ = coverage_of([mint(("group", *home, name))], BASE)
    return (groups[0].region, groups[0].levels, groups[0].function) if groups else None


@pytest.mark.parametrize(
    ("name", "home", "expected"),
    [
        ("各市（州）机关事务主管部门", SICHUAN, ("510000", ("prefecture",), "机关事务")),
        ("各州（市）林业和草原局", SICHUAN, ("510000", ("prefecture",), "林业草原")),
        ("各市(区)林业主管部门", SICHUAN, ("510000", ("prefecture",), "林业")),
        ("各市（州）", SICHUAN, ("510000", ("prefecture",), "机关事务")),
        ("全省各级机关事务主管部门", SICHUAN, ("510000", ("prefecture", "county"), "机关事务")),
        ("各市、县、区人民政府", SICHUAN, ("510000", ("prefecture", "county"), "政府")),
        ("各县（市、区）林业局", SICHUAN, ("510000", ("county",), "林业")),
        ("各县(市、区)林业局", ("350800", "政府", "工业和信息化", "局"), ("350800", ("county",), "林业")),
        ("各市（区）财政局", ("320500", "政府", "财政", "局"), ("320500", ("county",), "财政")),
        ("各省、自治区、直辖市人民政府", ("国务院",), ("100000", ("province",), "政府")),
        (
            "各省、自治区、直辖市林业厅（局）",
            ("100000", "政府", "林业草原", "局"),
            ("100000", ("province",), "林业"),
        ),
        ("各省、自治区、直辖市及新疆生产建设兵团市场监管局（厅、委）", (), ("100000", ("province",), "市场监管")),
    ],
)
def test_a_group_is_made_of_the_offices_that_its_name_and_home_tell(
    name: str, home: tuple[str, ...], expected: tuple[str, tuple[str, ...], str]
) -> None:
    assert group_named(name, *home) == expected


@pytest.mark.parametrize(
    ("name", "home"),
    [
        ("有关市（州）机关事务主管部门", SICHUAN),
        ("各有关市（州）机关事务主管部门", SICHUAN),
        ("各市（州）供电公司", SICHUAN),
        ("各市（州）林业公司", SICHUAN),
        ("各市（州）党委", SICHUAN),
        ("各省、自治区、直辖市社会信用体系建设牵头部门", ("发展改革委办公厅",)),
        ("局属各单位", SICHUAN),
        ("省直各部门", SICHUAN),
        ("各地林业主管部门", SICHUAN),
        ("各市（州）机关事务主管部门", ("国务院",)),
        ("各县林业局", ("510104", "政府", "林业草原", "局")),
        ("各省林业厅", SICHUAN),
        ("各市（州）", ("央视网",)),
    ],
)
def test_groups_of_a_part_or_of_other_bodies_or_without_a_place_are_left_alone(
    name: str, home: tuple[str, ...]
) -> None:
    assert group_named(name, *home) is None


IRIS = [
    mint(key)
    for key in (
        ("agency", "510100", "政府", "机关事务", "局"),
        ("agency", "510104", "政府", "机关事务", "局"),
        ("agency", "510800", "政府", "机关事务", "中心"),
        ("agency", "510100", "政府", "财政", "局"),
        ("agency", "510100", "政府", "政府"),
        ("agency", "610100", "政府", "机关事务", "局"),
        ("agency", "510100", "政府", "机关事务", "局", "局党组"),
        ("agency", "成都海关"),
        ("group", *SICHUAN, "各市（州）机关事务主管部门"),
        ("group", *SICHUAN, "各级机关事务主管部门"),
        ("group", *SICHUAN, "各市（州）人民政府"),
    )
]


def test_known_offices_of_the_function_and_the_level_are_members_and_others_are_not() -> None:
    groups, offices = coverage_of(IRIS, BASE)
    stated = set(membership_statements(groups, offices, BASE))
    members = {(one.subject, one.object.value) for one in stated if one.predicate == org.memberOf}
    prefectures, every, governments = (mint(("group", *SICHUAN, name)) for name in (
        "各市（州）机关事务主管部门", "各级机关事务主管部门", "各市（州）人民政府"
    ))  # fmt: skip
    assert members == {
        (IRIS[0], prefectures),
        (IRIS[2], prefectures),
        (IRIS[4], governments),
    }
    assert {one.graph for one in stated} == {None, BASE + "graph/derived"}
    levels = {one.object.value for one in stated if (one.subject, one.predicate) == (every, gk.memberLevel)}
    assert levels == {"prefecture", "county"}
    functions = {(one.subject, one.object.value) for one in stated if one.predicate == gk.function}
    assert functions == {(prefectures, "机关事务"), (every, "机关事务")}


def test_only_groups_that_texts_tell_something_of_are_asked_for_their_members() -> None:
    group, other = (mint(("group", *SICHUAN, name)) for name in ("各市（州）财政局", "各县财政局"))
    said = [
        Statement(group, gk.conveys, Term("iri", "urn:m"), "urn:reading"),
        Statement("urn:d", gk.sentTo, Term("iri", other), None),
        Statement("urn:d", gk.mentions, Term("iri", mint(("group", "甲"))), None),
        Statement(mint(("agency", "甲")), gk.conveys, Term("iri", "urn:m"), None),
    ]
    assert set(told_of(b"\n".join(nquads_of(said)), BASE)) == {group, other}


def test_the_order_of_iris_makes_no_difference() -> None:
    shuffled = [*IRIS, *IRIS]
    random.Random(7).shuffle(shuffled)
    assert coverage_of(shuffled, BASE) == coverage_of(IRIS, BASE)


def test_the_work_is_one_step_for_each_thing_and_each_membership() -> None:
    groups = [Group(f"{BASE}group/{n}", "510000", ("prefecture",), f"职能{n}") for n in range(500)]
    offices = [Office(f"{BASE}agency/{n}", "510100", f"职能{n}") for n in range(500)]
    assert len(list(membership_statements(groups, offices, BASE))) == 500 * (3 + 1) * 2


def test_the_reference_is_to_describe_the_divisions_of_a_group() -> None:
    groups = [Group("urn:a", "510000", ("prefecture",), "财政"), Group("urn:b", "530000", ("county",), "财政")]
    assert member_regions(groups) == {"510000", "510100", "530000"}


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    folder = tmp_path_factory.mktemp("samples") / "out"
    build([SAMPLES], Settings(dataset=folder))
    return open_dataset(folder)


def values(dataset: Dataset, target: str, universe: str = "") -> dict[str, str]:
    return {place.label: place.value for place in dataset.coverage(target, universe=universe).places}


def test_every_prefecture_of_the_province_has_one_of_four_values_and_its_passages(samples: Dataset) -> None:
    covered = samples.coverage("全省林业工作会议")
    assert (covered.universe_label, covered.function, len(covered.places)) == ("陕西省", "林业", 10)
    by_value = {value: {one.label for one in covered.places if one.value is value} for value in CoverageValue}
    assert by_value[CoverageValue.RESPONDED] == {"西安市", "宝鸡市", "汉中市", "安康市"}
    assert by_value[CoverageValue.STATED_ABSENT] == {"铜川市"}
    assert by_value[CoverageValue.COLLECTIVELY] == {"咸阳市", "渭南市", "延安市", "榆林市", "商洛市"}
    assert by_value[CoverageValue.NOT_REPORTED] == set()
    assert sum(covered.count(value) for value in CoverageValue) == 10
    assert all(one.evidence and one.evidence[0].quote for one in covered.places)
    assert (covered.documents, covered.telling) == (11, 2)


# As anyone may ask it: the region of the holder is the universe, an office acts itself or by a part of it.
IN_SPARQL = """SELECT DISTINCT ?label ?value {
  ?target skos:prefLabel ?name ; gk:heldBy ?holder FILTER(STR(?name) = "全省森林草原防火工作暨林长制推进会议")
  ?holder gk:jurisdiction ?top ; gk:function ?function .
  ?region gk:within ?top ; gk:regionLevel ?level ; skos:prefLabel ?label
  OPTIONAL { ?office gk:jurisdiction ?region ; gk:function ?function }
  BIND(BOUND(?office) && EXISTS { ?body org:subOrganizationOf* ?office . ?body gk:respondedTo ?target } AS ?own)
  BIND(BOUND(?office) && EXISTS { ?body org:subOrganizationOf* ?office . ?body gk:didNotRespondTo ?target } AS ?not)
  BIND(EXISTS { ?group gk:membersIn ?top ; gk:memberLevel ?level ; gk:conveys ?target } AS ?all)
  BIND(IF(?own, "responded", IF(?not, "stated absent", IF(?all, "covered collectively", "not reported"))) AS ?value)
}"""


def test_sparql_over_the_default_graph_gives_the_same_values(samples: Dataset) -> None:
    answer = samples.query(IN_SPARQL)
    assert isinstance(answer, Table)
    asked = {(label.value, value.value) for label, value in answer if label and value}
    assert asked == set(values(samples, "全省森林草原防火工作暨林长制推进会议").items())
    assert {value for _, value in asked} == {"responded", "stated absent", "covered collectively"}
    assert len(asked) == 16


def test_a_stated_absence_is_quoted_and_the_statement_about_the_group_stands_against_it(samples: Dataset) -> None:
    places = samples.coverage("全省林业工作会议").places
    (tongchuan,) = (one for one in places if one.label == "铜川市")
    assert [one.quote for one in tongchuan.evidence] == ["铜川市林业局尚未传达学习全省林业工作会议"]
    assert [one.quote for one in tongchuan.against] == ["各市（区）林业主管部门均已传达学习"]
    assert [one.label for one in tongchuan.offices] == ["铜川市林业局"]


def test_an_office_that_no_text_names_is_not_reported_where_no_group_is_told_of(samples: Dataset) -> None:
    found = values(samples, "全国林业和草原工作视频会议", "陕西省")
    assert set(found.values()) == {"not reported"}


def test_counties_of_a_city_that_no_text_names_are_counted_as_the_gazetteer_lists_them(samples: Dataset) -> None:
    found = values(samples, "全省林业工作会议", "西安市")
    assert (len(found), set(found.values())) == (13, {"not reported"})
    assert "长安区" in found


def test_without_a_universe_nobody_is_counted(samples: Dataset) -> None:
    covered = samples.coverage("全国林业和草原工作视频会议")
    assert (covered.universe, covered.universe_label, covered.places) == ("", "", ())
    assert covered.documents == 11


def test_a_universe_may_be_a_group_or_the_addressees_of_a_document(samples: Dataset) -> None:
    by_region = values(samples, "全省林业工作会议", "陕西省")
    assert values(samples, "全省林业工作会议", "各市（区）林业主管部门") == by_region
    notice = samples.search("陕林发〔2023〕45号", where="documents").sentences[0].document
    addressed = values(samples, "全省林业工作会议", notice)
    assert by_region.items() <= addressed.items()


def test_a_name_of_nothing_or_of_several_things_is_not_guessed(samples: Dataset) -> None:
    with pytest.raises(UnsettledNameError, match="没有找到"):
        samples.coverage("没有的会议")
    with pytest.raises(UnsettledNameError):
        samples.coverage("全省林业工作会议", universe="没有的地方")


def test_a_coverage_does_not_depend_on_the_order_of_building(samples: Dataset, tmp_path: Path) -> None:
    for path in sorted(SAMPLES.glob("*.txt"), reverse=True):
        build([path], Settings(dataset=tmp_path / "out"))
    again = open_dataset(tmp_path / "out")
    assert again.coverage("全省林业工作会议") == samples.coverage("全省林业工作会议")
    assert again.manifest.sha256 == samples.manifest.sha256
    assert again.manifest.index == samples.manifest.index


def test_the_samples_have_no_violation(samples: Dataset) -> None:
    assert check_dataset(samples) == []


BULLETIN = """安阳市学习动态
（第8期）
中共安阳市委宣传部
2024年9月12日

党的二十届三中全会召开后，各县（区）认真学习。现将做法刊发如下。
滑县：8月5日，县委召开常委会（扩大）会议，传达学习党的二十届三中全会精神。
龙安区尚未报送学习贯彻情况。
"""


def test_where_no_text_tells_who_held_it_the_universe_is_that_of_who_published_what_mentions_it(tmp_path: Path) -> None:
    (tmp_path / "bulletin.txt").write_text(BULLETIN, "utf-8")
    build([tmp_path / "bulletin.txt"], Settings(dataset=tmp_path / "outputs"))
    dataset = open_dataset(tmp_path / "outputs")
    found = dataset.coverage("党的二十届三中全会")
    assert found.universe_label == "安阳市"
    values = {place.label: place.value for place in found.places}
    assert values["滑县"] is CoverageValue.RESPONDED
    assert values["龙安区"] is CoverageValue.STATED_ABSENT
    assert values["林州市"] is CoverageValue.NOT_REPORTED

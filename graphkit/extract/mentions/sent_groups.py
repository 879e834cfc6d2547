"""Patterns of groups that one body sends to others, of systems told by their levels and of banks by short names."""

from __future__ import annotations

import re

_NUMBER = "第[一二三四五六七八九十0-9]{1,3}"
_SENDS = (
    "(?:中央|(?:[一-鿿]{2,4}(?:省|市|县|区|自治区|州|旗))?(?:自治区党|[省市县区州旗镇])委|[一-鿿]{2,6}集团党[委组])"
)
_DRIVE = (
    "(?:“[一-鿿、]{4,12}”|党史|党纪|党的群众路线|学习贯彻习近平新时代中国特色社会主义思想|政法队伍)?"
    "(?:主题教育|学习教育|教育实践活动|教育整顿)"
)
_GUIDES = "(?:驻点|巡回)?(?:指导组|督导组|督查组)"
# 县委“不忘初心、牢记使命”主题教育第二指导组, 省委党史学习教育第三巡回指导组: who guides an education drive.
GUIDING = re.compile(f"{_SENDS}{_DRIVE}(?:{_NUMBER})?{_GUIDES}|{_DRIVE}{_NUMBER}{_GUIDES}")
# 区纪委监委第七派驻纪检监察组: the number before 派驻.
STATIONED_BY_NUMBER = re.compile(
    f"(?:[省市县区州旗]纪委监委)?{_NUMBER}派驻纪检监察组|[省市县区州旗]纪委监委派出{_NUMBER}纪检监察组"
)
# 市人大常委会执法检查组, 市政协视察组: those of a congress or conference who look into a matter.
OF_DELEGATES = re.compile("[省市县区州旗](?:人大常委会|人大|政协)(?:调研|视察|执法检查|专题调研|督查)组")
# 全国各地检察机关, 省市两级法院: a system told by its places or levels.
SYSTEMS = re.compile(
    "(?:全国|全省|全市|全区)各地(?:各级)?(?:公安|检察|审判|监察|纪检监察|司法行政|税务)机关"
    "|[省市州][、和][市县区]两级[一-鿿]{2,6}部门"
    "|国务院[一-鿿]{2,6}(?:、[一-鿿]{2,6}){1,8}(?:等部门|主管部门)"
    "|(?:全[省市州区]|[部省市县区州乡镇]{2,3})?[两三四]级(?:(?:公安|检察|审判|纪检监察|监察|税务)机关|(?:人民)?(?:法院|检察院))(?![院长])"
)
# 第三次全国经济普查领导小组: the group of a census, by its number.
OF_CENSUS = re.compile(f"{_NUMBER}次全[国省市县][一-鿿]{{2,12}}普查(?:工作)?领导小组(?:办公室)?")
# 人行、工行、农行、信用联社负责人: banks by their short names in a list.
BANKS = re.compile(
    "(?<=、)(?:人行|工行|农行|中行|建行|交行|农发行|邮储银行|信用联社|农信社|农商行|农合行)(?=[、，。；]|等|(?:主要|相关|有关)?负责)"
)
# 健康青山行动推进办: the office of the health drive that every place has.
OF_HEALTH = re.compile("健康[一-鿿]{2,4}行动推进(?:委员会(?:办公室)?|办)(?!公)")

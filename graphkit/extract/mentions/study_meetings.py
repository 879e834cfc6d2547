"""A scan in, meetings whose names have a form of their own out: studies, anniversaries, standing committees."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.scan import Scan
from graphkit.model.facts import Mention

# A party committee's study session (集团党委理论学习中心组专题学习研讨会, 党组中心组学习（扩大）会议).
_STUDY_GROUP = re.compile(
    "(?:党[组委])?(?:理论)?(?:学习)?中心组(?:理论|专题|集中|集体)*学习(?:研讨|交流)?(?:（扩大）)?会议?(?!议)"
    "|(?:党[组委])?(?:理论)?(?:学习)?中心组(?:20[0-9]{2}年(?:度)?)?第[0-9一二三四五六七八九十]+次(?:（扩大）)?"
    "(?:理论|专题|集中|集体)*学习(?:研讨|交流)?(?:（扩大）)?(?:会(?:议)?)?(?!议)"
)
# The same without 会, told by its verb: 党委中心组（扩大）集体学习在某厅举行.
_STUDY_TOLD = re.compile(
    "(?:我?[省市县区校院局厅]党[组委])?(?:党[组委])?(?:理论)?(?:学习)?中心组(?:（扩大）)?(?:理论|专题|集中|集体)+学习(?=(?:在[^，。；]{2,16})?(?:举行|召开))"
    "|(?<=召开)(?:党[组委])?(?:理论)?(?:学习)?中心组(?:（扩大）)?(?:理论|专题|集中|集体)*学习(?=，)"
)
# The meetings of the education of 2023, whose name opens with verbs: …主题教育总结会议.
_THEME = re.compile(
    "(?:全[国省市县区])?学习贯彻习近平新时代中国特色社会主义思想主题教育[^，。；、（）]{0,10}?"
    "(?:会议|大会|(?:推进|部署|动员|总结)会(?!议)|读书班)"
)
# Officials study together, all of whom and of which opens the name: 省部级主要领导干部学习贯彻…精神专题研讨班.
_OFFICIALS = re.compile(
    "(?:[省部市厅局县处]{1,2}级|[省市县区州]管)[^，。；、的\n]{0,24}?(?:干部|同志)[^，。；、的\n]{0,12}?学习(?:宣传)?(?:贯彻)?(?:落实)?[^，。；\n]{0,50}?(?:研讨|读书|培训|轮训|学习)班"
)
# All of a place takes up what somebody said: 全省深入贯彻落实…重要讲话精神总结部署会.
_TAKEN_UP = re.compile(
    "全[国省市州县区旗](?:[一-鿿]{2,4}系统)?(?:深入|认真|全面)*(?:学习|宣传|贯彻|落实)+[^，。；、\n]{4,50}?(?:讲话|指示|批示|全会|大会|会议|回信|贺信|论述)(?:重要)?精神"
    "[^，。；、的和与及\n]{0,14}?(?:会议|大会|(?:推进|部署|动员|总结|座谈|报告|宣讲|培训|交流)会(?!议)|(?:研讨|培训|轮训|读书)班)"
)
# A day that is kept has its meeting's whole matter: 庆祝…成立70周年大会, 纪念…诞辰100周年座谈会.
_ANNIVERSARY = re.compile(
    "(?:庆祝|纪念)[^，。；、]{2,40}?周年(?:大会|座谈会|招待会|文艺晚会|暨[^，。；、会]{2,30}(?:大会|会议|座谈会))"
)
# The standing committee's own sitting, told by its verb: 主持召开县委常委会.
_STANDING = re.compile(
    "(?:(?:召开|举行|列席|参加)(?:了)?(?P<name>[省市州县区旗]委(?:第?[0-9一二三四五六七八九十]+次)?常委(?:会|（扩大）会)|第?[一二三四五六七八九十]+届第?[0-9一二三四五六七八九十]+次常委会)(?!会?议)|"
    "在(?P<at>[省市县区州旗](?:纪)?委常委会)(?=上))"
)
# A sitting of a society's board or congress, counted by term and number: 一届二次常务理事会, 三届四次职代会.
_NUMBER = "第?[一二三四五六七八九十]{1,3}"
_OF_BOARD = re.compile(
    f"{_NUMBER}届{_NUMBER}次(?:常务|全体)?(?:理事会|董事会|监事会|会员(?:代表)?大会|职代会|职工代表大会|执委会|全委会)(?:（扩大）)?(?:扩大)?(?:会议)?(?!议|成员|审议|工作报告)"
)


def find_meetings_by_form(scan: Scan) -> Iterator[Mention]:
    """Iterate over the meetings of study groups and education drives, of days that are kept, of committees."""
    for match in scan.matches(_THEME) if "主题教育" in scan.text else ():
        yield scan.mention(match.start(), match.end(), "Meeting", "meeting-study")
    for pattern in (_OFFICIALS, _TAKEN_UP):
        for match in scan.matches(pattern):
            yield scan.mention(match.start(), match.end(), "Meeting", "meeting-study")
    for match in scan.matches(_ANNIVERSARY):
        yield scan.mention(match.start(), match.end(), "Meeting", "meeting-anniversary")
    for match in scan.matches(_STUDY_GROUP):
        yield scan.mention(match.start(), match.end(), "Meeting", "meeting-study")
    for match in scan.matches(_STUDY_TOLD) if "中心组" in scan.text else ():
        yield scan.mention(match.start(), match.end(), "Meeting", "meeting-study")
    for match in scan.matches(_OF_BOARD):
        yield scan.mention(match.start(), match.end(), "Meeting", "meeting-session")
    for match in scan.matches(_STANDING):
        group = "name" if match["name"] else "at"
        yield scan.mention(match.start(group), match.end(group), "Meeting", "meeting-standing")

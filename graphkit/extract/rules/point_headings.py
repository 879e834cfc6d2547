"""A point's heading in, whether it only orders the text out: 总体要求, 参加人员; what is to be done stands under it."""

from __future__ import annotations

import re

from graphkit.extract.scene import Item, Scene

# Headings of GB/T 9704 documents that only order the text.
_STRUCTURAL = re.compile(
    "(?:20[0-9]{2}年|今年|明年|下半年|上半年)?(?:(?:下一步|下步|指导|政策|规划|编制|起草|指挥|行动|扶持|激励|会议|参会|报名|培训|学习|宣传|考试|检查|报送|工作|总体|主要|重点|基本|具体|有关|相关|其他|其它|组织|实施|保障|考核|申报|活动|时间|目标|整体|职责|责任|进度|组成|成员|工作|机构|领导|整改|支持|资助)*"
    "(?:要求|思路|目标|原则|任务|举措|措施|内容|步骤|安排|保障|组织|实施|事项|范围|对象|条件|程序|方式|方法|思想|依据|背景|意义|结构|体系|分工|计划|规定|说明|工作|形式|主题|时间|地点|流程|类型|情况|打算|思路|重点|职责|人员|机构|名单|规则|方向|标准|分解|结论|组织领导)"
    "(?:[及和与、]其?(?=.))?)+$"
)
_REPORT = re.compile(
    "(?:好的|主要|经验|典型)做法$|存在(?:的)?(?:主要|突出)?问题$|(?:总体|基本|有关|主要|完成|进展|开展|落实|执行)情况$|工作(?:回顾|总结)$|(?:主要|工作)?成效$"
)
_AHEAD = re.compile(
    "(?:下一?步|下一?阶段|今后|明年|下半年)[^，。]{0,12}(?:安排|打算|思路|计划|措施|举措|重点|意见|建议|要求)$"
)
_RUN_ON_LEAD = re.compile("指导思想|总体要求|基本原则|基本要求|总体思路|项目类型")
# A heading that opens with what is to be done is a task, whatever it ends in: 明确工作要求, 规范办事方式.
_VERBS = (
    "加强|加快|加大|强化|严格|规范|完善|健全|优化|细化|明确|落实|制定|建立|构建|做好|抓好|办好|突出|改进|改善|丰富|拓展|创新|提高|提升|把握|统一|压实|"
    "推进|推动|实施|开展|组织|确定|公开|简化|执行|掌握|紧扣|聚焦|坚持|树立|注重|深化|扩大|增加|减少|降低|调整|设定|分解|合理|科学|认真|切实|全面|准确|"
    "及时|严肃|严守|遵守|按照|根据|围绕|对照|对标|实现|完成|确保|保证|学习|宣传|征集|收集|报送|上报|提交|填报|审核|核实|清理|整改|充分|积极|持续|大力|"
    "进一步|深入|扎实|稳步|有序|统筹|编制|培育|打造|发展|支持|鼓励|引导|促进|转变|增强|夯实|筑牢|守住|盯紧|用好|管好|补齐|破解|保障(?!措施)"
)
# What a notice or an announcement tells of its own matter: 列席旁听人员, 封山禁火区域, 火情报警电话.
_MATTER = re.compile(
    f"(?!{_VERBS})[^，。；]{{0,10}}(?:内容|对象|时间|地点|范围|区域|人员|条件|材料|名额|期限|须知|名称|主题|渠道|依据|电话|方式|费用|联系人|日程|议程|规定|要求|事项|说明)"
    "(?:[及和与、](?:具体|时间|有关|相关)?(?:安排|要求|内容|地点|方式|时间|对象|范围))?$"
)
# What a paper tells as it is: 分组情况, 收入预算.
_AS_IT_IS = re.compile(
    f"(?!{_VERBS}|反馈|通报|汇报|报告|了解|摸清|核查|检查|督查|公布|跟踪|监测|分析|统计|调查|掌握|介绍|调度)[^，。；]{{2,8}}情况$|"
    "[^，。；]{0,12}(?:收入|支出|收支)(?:预算|决算)(?:总额)?$"
)
# A list that is attached: 优秀教师名单.
_LIST = re.compile(
    f"(?!{_VERBS}|公布|下发|印发|更新|核对|梳理)[^，。；]{{2,40}}(?:名单|一览表|汇总表|登记表|申请表|申报表|审批表|花名册|统计表|样表|模板)$"
)
# What is wrong, in a plan to put it right: 理论学习不深入的问题.
_WRONG = re.compile(
    f"(?!{_VERBS}|解决|针对|结合|正视|重视|直面|对于?|就|从|把|化解|着力|防止|防范|查找|整治|纠治|纠正)[^，。；]{{0,30}}(?:[不未缺欠弱]|薄弱|滞后|偏差|漏洞|虚化|松懈|存在|违规|违纪)[^，。；]{{0,16}}问题$"
)
_ON_MATTER = re.compile("关于[^，。；：]{2,24}$")
_REPLY = re.compile("(?:提案|建议|议案)[^，。；]{0,12}(?:答复|复函)(?:意见)?$")
# Of a part: 深化改革的总体要求, 甲县长牵头重点工作.
_OF_PART = re.compile(
    "(?:20[0-9]{2}年|今年|全年)[^，。；]{0,14}(?:主要|预期)+目标(?:任务)?$|(?!实现|完成|确保|力争)[^，。；]{0,10}预期目标$|(?!落实|贯彻|把握|按照|坚持).{2,}的(?:总体要求|总体目标|指导思想|基本原则)$|.{2,}牵头(?:的)?(?:重点)?(?:工作|事项|任务)$"
)
_PRINCIPLES = re.compile(
    "(?:指导思想|总体要求|总体思路|总体目标|工作目标|目标任务|主要目标|基本原则|工作原则|基本思路|工作思路|编制依据|适用范围)(?:[及和与、](?:目标|原则|要求|任务))?$"
)
# What an award was given: 先进集体, “某某杯”金杯单位, 一等奖.
_AWARD = re.compile(
    "[^，。；]{0,14}(?:(?:先进|优秀|优胜|达标|示范)(?:单位|集体|个人|工作者|企业|乡镇)|[金银铜][杯奖牌](?:单位|个人)?|(?:特|[一二三])等奖|优秀组织奖)$"
)
# What a place is or holds is no task: 甲市是国家历史文化名城, 乙区辖原市中区的五个乡.
_PLACE_IS = re.compile(
    "[一-鿿]{2,8}[省市县区州镇乡](?:是(?!否)|位于|地处|辖(?!区)|下辖|东[邻至接]|西[邻至接]|设立[一-鿿]{2,6}[市县区镇乡](?:[和、及]|$))"
)
# Who is to hold a post, what kind of body one is: 甲办公室由李明同志任主任, 甲办公室为市政府直属机构.
_OF_BODY = re.compile(
    "[^，。；]{4,30}由[一-鿿]{2,4}(?:同志)?(?:任|兼任|担任)[^，。；]{2,12}$|[^，。；]{4,30}为[^，。；]{2,12}(?:直属|派出|办事|议事协调)机构$|[^，。；]{4,30}办公室设在[^，。；]{2,12}$"
)
_MUST = re.compile("(?<![需只重主必不想首])要(?![求点闻素事么])")
_DOES = re.compile(f"{_VERBS}|[抓做搞守管补筑压盯备办用建选织带拧绷][好实细牢紧足优强稳严活准住密齐]")
_SUCCESS = re.compile("了|已|取得|成效|成绩|成果|显著|明显|不到位|有力$|有效$|有序$|完成$")
# What is told as it is: 建设甲是党中央交给我们的战略任务, 我省经济总量已突破1万亿元; praise in a reply.
_TOLD = re.compile(
    f"(?!{_VERBS})[^，。；：]{{2,30}}(?<![不只还都于但也就要正仍凡总])是(?![否非要])[^，。；：]{{2,40}}(?:任务|关键|基础|保障|途径|举措|选择|前提|根本|大事|责任|使命|体现)$|"
    f"(?!{_VERBS})[^，。；：]{{2,16}}已(?:经)?(?:突破|超过|成为|形成|进入|达到|具备|建成)|"
    "(?:您|你们?|贵|该|这|此)[^，。；：]{0,12}(?:建议|提案|意见|议案)[^，。；：]{0,12}(?:很好|非常|十分|中肯|有价值|有道理|切合)"
)
_NUMBERED_PAPER = re.compile(
    "[^，。；《》]{4,50}(?:规定|办法|条例|细则|规则|决定|通知|意见)(?:（(?:试行|暂行|修正)）)?（[^（）]*(?:令第?|〔)[^（）]*号[^（）]*）"
)
_NUMBER = re.compile("》?(?:[（(][^（）()]{2,40}[）)])?")
_LIMIT = 14


def only_orders(heading: str) -> bool:
    """Tell whether a heading of the outermost points only orders the text (总体要求, 主要任务, 参加人员)."""
    if heading.startswith(("免去", "任命")):
        return True  # a list of appointments sets no tasks
    if _OF_PART.match(heading) or (_AWARD.match(heading) and re.match(_VERBS, heading) is None):
        return True
    if len(heading) > _LIMIT:
        return _RUN_ON_LEAD.match(heading) is not None
    return any(
        found is not None
        for found in (
            _STRUCTURAL.match(heading),
            _REPORT.search(heading),
            _AHEAD.match(heading),
            _MATTER.match(heading),
            _AS_IT_IS.match(heading),
        )
    )


def tells_no_task(heading: str) -> bool:
    """Tell whether a heading, of whatever style, names a list that is attached, what is wrong, who holds a post."""
    return any(found.match(heading) is not None for found in (_LIST, _WRONG, _PLACE_IS, _OF_BODY, _TOLD))


def is_title(scene: Scene, item: Item, heading: str) -> bool:
    """Tell whether a point is nothing but the title of a paper (废止下列规章：一、某省信访规定（省政府令第114号）)."""
    if _NUMBERED_PAPER.fullmatch(heading):
        return True
    paper = scene.starting(item.start)
    if paper is None or paper.kind != "Policy":
        return False
    return _NUMBER.fullmatch(heading, min(paper.end - item.start, len(heading))) is not None


def answers_on(heading: str, title: str) -> bool:
    """Tell whether a heading only names what a reply comes to speak of (…提案的答复: 一、关于政策支持)."""
    return _ON_MATTER.match(heading) is not None and _REPLY.search(title) is not None


def urges(heading: str) -> bool:
    """Tell whether a heading is something to do: it demands with 要, or opens with a verb and tells no success."""
    return _MUST.search(heading) is not None or (_DOES.match(heading) is not None and _SUCCESS.search(heading) is None)


def tells_principles(heading: str) -> bool:
    """Tell whether a heading, of whatever style, opens what a paper aims at in general (1.指导思想, （二）基本原则)."""
    return _PRINCIPLES.match(heading) is not None

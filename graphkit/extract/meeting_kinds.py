"""A meeting's name in, its kind out (gk:MeetingKinds), None where the name does not tell."""

from __future__ import annotations

import re

# The first that fits the end of the name, or stands in it, gives the kind.
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("电视电话会议", re.compile("电视电话会议|视频会议?|视频调度会")),
    ("新闻发布会", re.compile("发布会|通气会")),
    ("培训", re.compile("培训(?:班|会)|研讨班|读书班|讲座")),
    ("论坛", re.compile("论坛|峰会|博览会|交易会|洽谈会")),
    ("代表大会", re.compile("代表大会|人大.{0,8}次会议|[届次].{0,8}次代表|(?:十[一二三四五六七八九]?|二十)大$")),
    ("全会", re.compile("全会$|全体(?:（扩大）)?会议$")),
    ("学习会", re.compile("学习（?扩大）?会议?|学习会|中心组")),
    ("党组会", re.compile("党[组委](?:（扩大）)?会议?$|党支部委员会|支委会")),
    ("常务会议", re.compile("常务会议?$|常委会会议$|办公会议?$|局务会议?$|主任会议$|主席会议$")),
    ("动员会", re.compile("动员(?:部署)?(?:大?会|会议)|誓师")),
    ("座谈会", re.compile("座谈会|研讨会|交流会|恳谈会")),
    ("专题会议", re.compile("专题会议?$|推进会|调度会|协调会|现场会|部署会|督办会|分析会|研判会")),
    ("工作会议", re.compile("工作会议?$|工作.{0,16}会议$")),
)


def kind_of(name: str) -> str | None:
    """Give the kind that a name tells."""
    return next((kind for kind, pattern in _KINDS if pattern.search(name)), None)

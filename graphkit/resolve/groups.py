"""The name of a group of bodies in, whether it is one and whose bodies they are out."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_GROUP = re.compile(
    "^(?:各|有关|设区的?市|全[省市州县区国](?!人)|地方|中管|省直各|省级机关|省属|市直各|机关各|局属各|部属|中央和国家机关各|本[省市县]各级|[我][省市]各级)|各(?:单位|部门|地区[^、，]|处|司局|直属|派出|级|科室|市|县|部委|民主党派|人民团体)|所属(?:高校|单位|企业)|(?:部门|企业)$|、自治区|有关(?:部委|部门|单位|机构)"
)
# The body that an open group belongs to: 国务院 + 各部委, 国家林业和草原局 + 各司局.
_WHOLE_OF_GROUP = re.compile(
    "(.{1,20}?[局厅委部院府会署社团司校心])(?:各|有关|所属|直属)(?=.)|(国务院|新疆生产建设兵团)(?=.{2,}部门)"
)
# Groups that each body has, in a list behind one that names the body: 国务院各部委、各直属机构.
_INNER = ("各直属", "各派出", "各内设", "各所属", "直属")


class Whole(NamedTuple):
    """The body that a group's name opens with; `is_sure` where nothing but a body can be meant."""

    name: str
    is_sure: bool


@lru_cache(maxsize=4096)
def is_group(name: str) -> bool:
    """Tell whether a name is that of several bodies; asked more than once of each."""
    return _GROUP.search(name) is not None


def is_inner_group(name: str) -> bool:
    """Tell whether a name is that of bodies which every body has below it: 各直属机构."""
    return name.startswith(_INNER)


def whole_of_group(name: str) -> Whole | None:
    """Give the body that a group's name opens with, None where it opens with none."""
    found = _WHOLE_OF_GROUP.match(name)
    if found is None:
        return None
    whole = found[1] or found[2]
    return Whole(whole, found[2] is not None) if not _GROUP.match(whole) else None

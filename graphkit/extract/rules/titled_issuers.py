"""A page's source and the title of the paper it shows in, whether the source can have issued the paper out."""

from __future__ import annotations

import re

from graphkit.extract.scene import Scene
from graphkit.model.facts import Mention

# The body that opens a title: 国务院办公厅 + 关于….
_ISSUER = re.compile(
    "(?P<name>[一-鿿（）]{2,30}?(?:委员会|办公[厅室]|[局厅委部院府会社署司处]|大学|学院|公司))(?:关于|印发|转发|批转)"
)
# What a longer body's name goes on with behind that of the one it is of: 某市人大 + 常委会.
_LONGER = re.compile("常务委员会|常委会|办公|党组|党委|[一-鿿]{2,8}(?:领导小组|委员会)")
_REGION = frozenset({"region"})


def can_issue(scene: Scene, own: Mention, source: Mention) -> bool:
    """Tell whether the body that a page names as its source can have issued the paper with this title.

    A page of one body may show another's paper: the title opens with that body or a place not its own.
    """
    names = [name for name in scene.draft(source).names if own.surface.startswith(name)]
    if names:
        return _LONGER.match(own.surface, len(max(names, key=len))) is None
    if _ISSUER.match(own.surface) is not None:
        return False
    place = scene.scan.units.longest_starting(own.start, _REGION)
    region = scene.draft(source).region
    codes = scene.scan.gazetteer.region_codes.get(place.value, ()) if place is not None else ()
    return not codes or region is None or region in codes

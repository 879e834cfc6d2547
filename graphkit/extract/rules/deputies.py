"""A deputy with a bare title in, the post in the only body whose head the text has told of out: 。副局长甲."""

from __future__ import annotations

import re

from graphkit.extract.rules.rosters import HeldPost
from graphkit.extract.scene import Scene
from graphkit.model.facts import Mention

# A deputy's bare title behind a mark: 。副局长甲.
_DEPUTY = re.compile("(?:^|(?<=[^一-鿿]))(?P<title>(?:常务)?副(?P<core>(?:局|厅|院|校|司|处|所|场|检察|庭)长))$")
_DEPUTY_REACH = 8


def posts_of_deputy(scene: Scene, person: Mention, told: list[HeldPost]) -> list[HeldPost]:
    """Read a bare deputy's title in a clause of its own, of the only body whose head the text has told of."""
    deputy = _DEPUTY.search(scene.text, max(0, person.start - _DEPUTY_REACH), person.start)
    heads_told = [post for post in told if deputy is not None and post.title == deputy["core"]]
    if deputy is None or len({post.agency for post in heads_told}) != 1:
        return []
    head = heads_told[0]
    line = scene.scan.document.raw_span(head.start, head.end)
    return [HeldPost(deputy["title"], head.agency, deputy.start("title"), person.start, (line,))]

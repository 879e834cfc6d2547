"""A response in, the bodies out that act in turn behind it in its sentence: 甲区召开会议传达…，乙局次日组建专班."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.context import modality_at, opens_clause
from graphkit.extract.rules.response import response_id
from graphkit.extract.scan import Sentence
from graphkit.extract.scene import Scene
from graphkit.extract.sittings import holders_of
from graphkit.model.facts import Modality, Response

PROMPTLY = re.compile(
    "(?:党组|党委|党支部|班子)?(?:(?:没有|没|不)等(?:文件|通知|不靠)[^，。；]{0,4}，)?(?:也|则|还|又|已|便)?(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:上午|下午|晚)?"
    "(?:次日|翌日|当夜|当天|当日|当晚|当即|随即|立即|迅速|连夜|同步|第一时间|紧接着|同日|第二天|隔天|马上|即刻|一早|率先|闻令而动|快速)"
    "(?:上午|下午|晚上|晚|凌晨|各自|分别|都|就|便|即|已|，|行动，|响应，)*"
    "(?:牵头|组织|抽调|组建|成立|制定|出台|印发|启动|开展|部署|召开|召集|排查|对照|对标|梳理|建立|下发|派出|派员|跟进|行动|分解|细化|传达|学习|研究|"
    "下沉|出动|上路|深入|清理|安排|赶赴|动员|对接|自查|落实)"
)
# …传达学习，乙局也作出了安排
_ALSO = re.compile(
    "(?:也|亦|同样)(?:已|已经|及时|迅速|相继)?(?:[作做]出?了?(?:相应|专门|具体)?(?:安排|部署|响应)|(?:进行|开展)了?(?:传达|学习|部署|安排))"
)
NOT_DONE = re.compile(
    "尚未|未能|还没|没有(?!等)|(?:^|[，。；：])(?:如果?|若|假如|倘若|凡|一旦|只有|除非|待)|要求|强调|必须"
)
_SUPPOSED = re.compile("(?:^|[，。；：])(?:如果?|若|假如|倘若|凡|一旦|只有|除非|待)")
_REACH = 80


def responses_in_turn(scene: Scene, sentence: Sentence, offset: int, target: str) -> Iterator[Response]:
    """Give the response of each body that opens a clause behind an offset and acts promptly."""
    holders = {*holders_of(scene, target, offset), scene.drafts[target].holder}
    for body in scene.within(offset, min(sentence.end, offset + _REACH), "Agency"):
        told = PROMPTLY.match(scene.text, body.end, sentence.end) or _ALSO.match(scene.text, body.end, sentence.end)
        if told is None or body.entity is None or body.entity in holders or not opens_clause(scene, sentence, body):
            continue
        is_told = modality_at(scene, body.end, told.end()) is Modality.REPORTED
        if scene.draft(body).kind == "Agency" and is_told and not _SUPPOSED.search(scene.text, offset, body.start):
            evidence = scene.cite(body.start, told.end(), "in-turn")
            named = response_id(body.entity, target)
            yield Response(id=named, respondent=body.entity, target=target, evidence=evidence)

"""A notice in, the measure that it carries out: who issues it, when it was signed, that the text is it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.rules.heads import publishers_of
from graphkit.extract.rules.issuance import DRAFT
from graphkit.extract.rules.lineage import PART_OF
from graphkit.extract.rules.policy_lists import last_of_lists
from graphkit.extract.rules.standing_titles import is_below_signature, standing_titles
from graphkit.extract.scan import Sentence
from graphkit.extract.scene import Scene
from graphkit.model.facts import Fact, Issuance, Mention, PolicyState, Signature, TextOf
from graphkit.model.text import SectionKind

# 《办法》已经局党组会议审议通过，现印发给你们; not 现转发给你们: what is passed on was issued by others.
_SENT = re.compile(
    "》?(?:（[^（）]{1,40}）)*[^。；]{0,80}?(?:现|特)?(?:予以?|正式)?(?:印发|印送|下发|发布|公布|颁布|发)(?:给)?(?:你们|你单位|各单位|实施|施行)?(?=，|。|；|$)"
)
_OWN_WORD = re.compile("现(?:将|予|正式)?|予以|已经|业经|特此|经")
# What a notice rests on is not what it sends out: 根据《…办法》，我局同意…，现予公布.
_GROUND = re.compile("(?:根据|依据|按照|依照|遵照)[^，。；《]{0,20}《?$")
# 为完成《甲》确定的任务，现将《乙》印发给你们: what is sent out is the second.
_ANOTHER = re.compile("(?<![、和及与（])《")
_PASSED_ON = re.compile("转发|转知|征求意见|征求你们")
# 审议通过《…》，修改完善后按程序印发: others are to send it out, later.
_TO_BE_SENT = re.compile(
    "(?:修改|完善|审定|审核|报批)[^。；]{0,12}?后|按程序|会议(?:审议|原则|同意|研究|讨论)|待[^。；]{2,20}后"
)
_WIDE = str.maketrans("()", "（）")
_SENDS = re.compile("(?<!转)(?:印发|下发|发布|颁发)《?[^《》]{4,80}》?(?:（[^（）]{1,20}）)?的(?:通知|公告|通告|决定)$")
_SENT_UNNAMED = re.compile("现(?:予以?|正式)?(?:印发|下发|发布|公布|颁发)(?:给)?")
_ARTICLE = re.compile("(?:^|\\n)第[一1]条|(?:^|\\n)第一章")
# A site or paper that a text is taken from sends nothing out.
MEDIA = re.compile("(?:网|报|社|台|频道|杂志|公众号)$")


def state_carried(scene: Scene) -> Iterator[Fact]:
    """State the issuance of each measure that a signed notice sends out with itself."""
    signers = _signers(scene)
    if SectionKind.SIGNATURE not in scene.scan.last_of_kind:
        signers = [m for m in publishers_of(scene) if scene.draft(m).kind == "Agency" and not MEDIA.search(m.surface)]
    if not signers:
        return
    dated = _day_of_signature(scene)
    value = scene.calendar.value(dated) if dated is not None else None
    for policy, end in (*_told(scene), *_of_title(scene)):
        evidence = scene.cite(policy.start, end, "carried")
        for signer in signers:
            yield Issuance(issuer=signer.entity or "", policy=policy.entity or "", evidence=evidence)
        yield PolicyState(policy=policy.entity or "", status="Issued", evidence=evidence)
        if dated is not None and value is not None and value.start.day is not None:
            signed = scene.cite(dated.start, dated.end, "carried")
            yield Signature(policy=policy.entity or "", date=value.start, evidence=signed)
        yield from _text_of(scene, policy)


def _told(scene: Scene) -> Iterator[tuple[Mention, int]]:
    """Iterate over the policies that sentences send out, and where their words end; each once."""
    seen: set[str] = set()
    lasts = last_of_lists(scene)
    for sentence, policy in scene.told("Policy"):
        if policy.entity is None or policy.entity in seen or policy.rule in {"title-own", "document-number"}:
            continue
        sent = _sent(scene, sentence, policy, lasts[policy.start])
        if sent is not None:
            seen.add(policy.entity)
            yield policy, sent.end()


def _of_title(scene: Scene) -> Iterator[tuple[Mention, int]]:
    """Iterate over what the own title sends out and the text does not name again (我们进行了修订，现印发给你们)."""
    title = scene.own_title
    if title is None or not _SENDS.search(title.surface) or not _SENT_UNNAMED.search(scene.text, title.end):
        return
    for start, policy in standing_titles(scene):
        named = scene.starting(start)
        if named is None or policy == title.entity or DRAFT.match(scene.text, named.end):
            continue
        told = {one.surface.translate(_WIDE) for one in scene.within(title.end, start, "Policy")}
        if named.surface.translate(_WIDE) in told:
            continue
        called = (f"发{mark}" for name in scene.drafts[policy].names for mark in (f"《{name}》", f"{name}的"))
        if any(one in title.surface for one in called) and is_below_signature(scene, start):
            yield named, named.end
            return


def _sent(scene: Scene, sentence: Sentence, policy: Mention, last: Mention) -> re.Match[str] | None:
    """Match the words by which a sentence sends a policy out: not one that it rests on, passes on, asks views of."""
    words = scene.text[sentence.start : sentence.end]
    if _GROUND.search(scene.text, sentence.start, policy.start) and "现将" not in words:
        return None
    if _TO_BE_SENT.search(words) and "现" not in words:
        return None
    is_whole = DRAFT.match(scene.text, policy.end) is None and PART_OF.match(scene.text, policy.end) is None
    if not is_whole or not _OWN_WORD.search(words) or _PASSED_ON.search(words):
        return None
    end = last.end if last.rule == "title-quoted" else policy.end
    sent = _SENT.match(scene.text, end, sentence.end)
    if sent is not None and _ANOTHER.search(sent[0]):
        return None
    if sent is None or "、" in scene.text[policy.end : policy.end + 3]:
        return sent
    return None if scene.within(end, sent.end(), "Policy") else sent


def _text_of(scene: Scene, policy: Mention) -> Iterator[Fact]:
    """State that the document's text is the measure, where its title stands again before the first article."""
    for mention in scene.mentions:
        if mention.entity == policy.entity and mention.start > policy.end:
            following = scene.text[mention.end : mention.end + 200]
            section = scene.scan.section_at(mention.start)
            if section is not None and section.start == mention.start and _ARTICLE.search(following):
                yield TextOf(policy=mention.entity or "", evidence=scene.cite(mention.start, mention.end, "carried"))
                return


def _day_of_signature(scene: Scene) -> Mention | None:
    """Give the day under the signature; where nobody signs, the document's."""
    dated = next((m for m in scene.mentions if m.kind == "Date" and _signs(scene, m)), None)
    own = scene.calendar.document
    return dated if dated is not None or own is None or _signers(scene) else own.mention


def _signs(scene: Scene, mention: Mention) -> bool:
    return scene.scan.is_in(mention.start, SectionKind.SIGNATURE)


def _signers(scene: Scene) -> list[Mention]:
    """Give the bodies that sign under the text, each once."""
    found: dict[str, Mention] = {}
    for mention in scene.mentions:
        if mention.kind == "Agency" and mention.entity is not None and _signs(scene, mention):
            found.setdefault(mention.entity, mention)
    return list(found.values())

"""Words of removal in, posts that a person holds no longer out: 免去甲的某局局长职务, 甲不再担任某局局长."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.context import modality_at
from graphkit.extract.rules.appointments import posts_listed
from graphkit.extract.rules.rosters import HeldPost
from graphkit.extract.scan import Sentence
from graphkit.extract.scene import Scene
from graphkit.model.facts import Fact, Mention, Modality, PostHolding

_OFFICE = re.compile("(?:的)?(?:职务|职)(?!责|能|工|业|权|称)")
# Before a name: 免去 + 甲的…职务; behind one of the same list: ；乙的…职务.
_TAKEN_FROM = re.compile("(?:同志)?的?")
_REMOVES = re.compile("(?:免去|免除|撤销|罢免|撤去)：?(?P<whose>[其他她](?:的|担任的)?)?")
# What begins something else of a list: 免去甲的…职务，任命乙为…，免去丙的…职务.
_ANOTHER = re.compile("免去|免除|撤销|罢免|任命|聘任|决定")
_CLAUSE = re.compile("[^，。；]*")
_LIST_LIMIT = 240
_HEAD_OF_LIST = re.compile("(?:^|\n)[^\n]{0,8}(?P<verb>任命|免去)：?(?=\n)")
# Behind a name: 甲不再担任…, 甲辞去…职务, 甲曾任….
_LEAVES = re.compile(
    "(?:同志)?(?:因[^，。；]{2,16}，)?(?:不再(?:兼任|担任|任)|辞去|卸任|免任|(?:此前|曾)(?:先后)?(?:担任|任)|历任)(?:了)?"
)


def state_removals(scene: Scene) -> Iterator[Fact]:
    """State the posts that persons were removed from or left."""
    for _, sentence, verb in scene.cues(_REMOVES):
        if modality_at(scene, sentence.start, verb.start()) is not Modality.REPORTED:
            continue
        if verb["whose"]:
            yield from _of_last_named(scene, sentence, verb)
        else:
            yield from _listed(scene, sentence, verb)
    for person in scene.mentions:
        if person.kind == "Person":
            yield from _left(scene, person)
    yield from _in_lines(scene)


def _listed(scene: Scene, sentence: Sentence, verb: re.Match[str]) -> Iterator[Fact]:
    """State the removals that one verb lists: 免去：甲的…职务；乙、丙的…职务."""
    section = scene.scan.section_at(verb.start())
    stop = min(sentence.end, verb.end() + _LIST_LIMIT) if section is None else max(sentence.end, section.end)
    at = verb.end()
    for office in _OFFICE.finditer(scene.text, at, min(stop, at + _LIST_LIMIT)):
        persons = scene.within(at, office.start(), "Person")
        if not persons or _ANOTHER.search(scene.text, at, office.start()):
            return
        start = _TAKEN_FROM.match(scene.text, persons[-1].end)
        begin = verb.start() if at == verb.end() else persons[0].start
        end = start.end() if start is not None else persons[-1].end
        yield from _removed(scene, persons, (begin, end), office)
        at = office.end()


def _in_lines(scene: Scene) -> Iterator[Fact]:
    """State the removals of a list by lines: 免去： / 甲（同志）的某局局长职务；."""
    heads = list(scene.scan.matches(_HEAD_OF_LIST))
    for person in scene.mentions if heads else ():
        section = scene.scan.section_at(person.start)
        over = [head["verb"] for head in heads if head.end() <= person.start]
        is_first = person.kind == "Person" and section is not None and section.start == person.start
        if section is None or not is_first or person.entity is None or over[-1:] != ["免去"]:
            continue
        office = _OFFICE.search(scene.text, person.end, section.end)
        persons = list(_with_following(scene, person))
        start = _TAKEN_FROM.match(scene.text, persons[-1].end)
        if office is not None and start is not None:
            yield from _removed(scene, persons, (person.start, start.end()), office)


def _with_following(scene: Scene, person: Mention) -> Iterator[Mention]:
    """Iterate over a person and those that 、 joins behind: 甲、乙的某法院审判员职务."""
    current: Mention | None = person
    while current is not None and current.kind == "Person" and current.entity is not None:
        yield current
        current = scene.starting(current.end + 1) if scene.text.startswith("、", current.end) else None


def _of_last_named(scene: Scene, sentence: Sentence, verb: re.Match[str]) -> Iterator[Fact]:
    """State what the person named last loses: 甲任某局局长，免去其某局副局长职务."""
    persons = scene.within(sentence.start, verb.start(), "Person")[-1:]
    office = _OFFICE.search(scene.text, verb.end(), sentence.end)
    if persons and office is not None:
        yield from _removed(scene, persons, (persons[0].start, verb.end()), office)


def _left(scene: Scene, person: Mention) -> Iterator[Fact]:
    """State what a person left: 甲不再担任某局局长（职务）, 甲辞去某局局长职务."""
    leaves = _LEAVES.match(scene.text, person.end)
    if leaves is None:
        return
    sentence = scene.scan.sentence_at(person.start)
    clause = _CLAUSE.match(scene.text, leaves.end(), sentence.end)
    end = clause.end() if clause is not None else sentence.end
    office = _OFFICE.search(scene.text, leaves.end(), end)
    end = office.start() if office is not None else end
    for post in posts_listed(scene, leaves.end(), end):
        for one in _with_joined(scene, person):
            yield _no_longer(scene, one, post, (one.start, max(end, post.end)))


def _with_joined(scene: Scene, person: Mention) -> Iterator[Mention]:
    """Iterate over a person and those that 、 joins to the name before it: 甲、乙辞去某省副省长职务."""
    current: Mention | None = person
    while current is not None and current.kind == "Person" and current.entity is not None:
        yield current
        current = scene.ending(current.start - 1) if scene.text[current.start - 1 : current.start] == "、" else None


def _removed(scene: Scene, persons: list[Mention], place: tuple[int, int], office: re.Match[str]) -> Iterator[Fact]:
    """State the posts listed from the second offset of a place on; they are cited from the first."""
    begin, start = place
    for post in posts_listed(scene, start, office.start()):
        for person in persons:
            yield _no_longer(scene, person, post, (begin, office.end()))


def _no_longer(scene: Scene, person: Mention, post: HeldPost, span: tuple[int, int]) -> PostHolding:
    assert person.entity is not None  # noqa: S101 - persons are resolved
    evidence = scene.cite(*span, "removal")
    return PostHolding(person=person.entity, title=post.title, agency=post.agency, relieved=True, evidence=evidence)

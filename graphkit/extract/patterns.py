"""The user's own pattern rules in (patterns.tsv of a lexicon), mentions and facts of their matches out.

Patterns are RE2's: no look-around and no back references, and time linear in the text whatever is written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, cast, get_args

from graphkit.errors import LexiconError
from graphkit.extract.lexicon import Lexicon
from graphkit.extract.scan import Scan
from graphkit.extract.scene import Scene
from graphkit.model.facts import (
    Absence,
    Conveyance,
    Cooperation,
    Drive,
    Evidence,
    Fact,
    Holding,
    Issuance,
    Jurisdiction,
    Mention,
    MentionKind,
    Part,
    Response,
)

if TYPE_CHECKING:
    import re2

_RULE = re.compile("[a-z][a-z0-9-]{0,30}")
_KINDS = frozenset(get_args(MentionKind))
PREFIX = "own-"
"""What the rule names of a lexicon's patterns begin with in readings."""

_MAKE: Mapping[str, Callable[[str, str, tuple[Evidence, ...]], Fact]] = {
    "respondedTo": lambda s, o, e: Response(id=f"r-{s}-{o}", respondent=s, target=o, evidence=e),
    "conveys": lambda s, o, e: Conveyance(conveyor=s, conveyed=o, evidence=e),
    "issues": lambda s, o, e: Issuance(issuer=s, policy=o, evidence=e),
    "didNotRespondTo": lambda s, o, e: Absence(agency=s, target=o, evidence=e),
    "launches": lambda s, o, e: Drive(agency=s, relation="launches", campaign=o, evidence=e),
    "carriesOut": lambda s, o, e: Drive(agency=s, relation="carriesOut", campaign=o, evidence=e),
    "cooperatesWith": lambda s, o, e: Cooperation(agency=s, partner=o, evidence=e),
    "subOrganizationOf": lambda s, o, e: Part(unit=s, parent=o, evidence=e),
    "jurisdiction": lambda s, o, e: Jurisdiction(agency=s, region=o, evidence=e),
    "heldBy": lambda s, o, e: Holding(meeting=s, by=o, evidence=e),
}
"""What a pattern with the groups `subject` and `object` can state."""


class PatternRule(NamedTuple):
    """One row of patterns.tsv: its name, the kind of mention or the property, the compiled pattern."""

    rule: str
    kind: str
    pattern: re2._Regexp


def find_by_patterns(scan: Scan) -> Iterator[Mention]:
    """Iterate over the matches of mention patterns; the group `name` is the mention, else the whole match."""
    for rule in pattern_rules(scan.gazetteer.lexicon):
        if rule.kind not in _KINDS:
            continue
        group = rule.pattern.groupindex.get("name", 0)
        for match in rule.pattern.finditer(scan.text):
            start, end = match.span(group)
            if end > start >= 0 and "\n" not in scan.text[start:end]:
                yield scan.mention(start, end, cast("MentionKind", rule.kind), rule.rule)


def state_by_patterns(scene: Scene) -> Iterator[Fact]:
    """State what each fact pattern says of the mentions in its groups `subject` and `object`."""
    for rule in pattern_rules(scene.scan.gazetteer.lexicon):
        make = _MAKE.get(rule.kind)
        if make is None:
            continue
        groups = [rule.pattern.groupindex[name] for name in ("subject", "object")]
        for match in rule.pattern.finditer(scene.text):
            subject, object_ = (_thing_in(scene, *match.span(group)) for group in groups)
            if subject is not None and object_ is not None and subject != object_:
                yield make(subject, object_, scene.cite(match.start(), match.end(), rule.rule))


def _thing_in(scene: Scene, start: int, end: int) -> str | None:
    """Give the thing of the first mention in a group."""
    found = [mention.entity for mention in scene.within(start, end) if mention.entity is not None]
    return found[0] if found else None


@cache
def pattern_rules(lexicon: Lexicon) -> tuple[PatternRule, ...]:
    """Compile the patterns of a lexicon.

    Raises LexiconError for a rule name that is no small Latin word, for a kind or property that
    there is none of, for a pattern that RE2 does not take, and for a fact pattern without its groups.
    """
    rows = list(lexicon.rows("patterns.tsv"))
    return tuple(_compiled(lexicon, number, row) for number, row in enumerate(rows, 2))


def _compiled(lexicon: Lexicon, number: int, row: Mapping[str, str]) -> PatternRule:
    import re2

    place = f"{lexicon.folder}/patterns.tsv:{number}"
    if not _RULE.fullmatch(row["rule"]):
        raise LexiconError(place, "规则名用小写字母、数字、- / a rule name is made of a-z, 0-9 and -")
    if row["kind"] not in _KINDS and row["kind"] not in _MAKE:
        raise LexiconError(place, f"类型应为 / the kind should be one of: {' '.join(sorted(_KINDS | _MAKE.keys()))}")
    try:
        options = re2.Options()
        options.log_errors = False
        pattern = re2.compile(row["pattern"], options=options)
    except re2.error as error:
        raise LexiconError(place, f"不是 RE2 正则表达式 / no RE2 pattern: {error}") from error
    if row["kind"] in _MAKE and not {"subject", "object"} <= set(pattern.groupindex):
        raise LexiconError(place, "缺少 (?P<subject>…) 和 (?P<object>…) / needs the groups subject and object")
    return PatternRule(PREFIX + row["rule"], row["kind"], pattern)

"""Lines of a member list in, the roles of the persons listed in the group out."""

from __future__ import annotations

import re
from typing import NamedTuple

from graphkit.extract.scene import Scene
from graphkit.model.facts import Mention
from graphkit.model.text import Section, Span

# A group that others' posts fill; no committee of the party or a league, of a congress, no commission of a government.
_GROUP_BODY = re.compile(
    "(?:领导小组|工作组|(?<![省市县区州旗党团察革康理务育])委员会|组委会|指挥部|专班|小组|联席会议)$"
)
# The title of a list of a group's members: 甲市书信文化活动组委会成员名单.
_LIST_OF_MEMBERS = re.compile(
    "(?:^|\n)(?:附件?[0-9]?[：\n]?)?(?P<body>[^，。；：《》\n]{2,40}?(?:领导小组|工作组|委员会|组委会|指挥部|专班|联席会议|小组))(?:组成)?(?:成员|人员)名单(?=\n|$)"
)
_ROSTER = re.compile(
    "(?P<role>(?:第一|常务)?副?(?:总?指挥|指挥长|组长|主任委员|主任|主席|成员|委员|秘书长|顾问|总?召集人|联络员|会长|理事长|理事))："
)
_LIST_NUMBER = re.compile("(?:[0-9]{1,3}[、.．]|（[0-9一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}、)")
_GROUP_IN_TITLE = re.compile(
    "(?:成立|设立|组建|调整|公布|更新)(?P<body>[^，。《》]{2,40}?(?:领导小组|工作组|委员会|指挥部|专班|联席会议|小组))(?:办公室)?(?:组成|成员|人员|的)"
)
_HEAD_LENGTH = 1200

# Posts that several hold at once, so that one title stands for all names of a list (副县长甲、乙、丙).
_SHARED = re.compile("(?:成员|委员|常委|顾问|专家|副[一-鿿]{1,4})$")
_MEMBERSHIP = re.compile("(?:党组成员|(?:党委|常委会?)委员|常委|班子成员)$")
_OF_REGION = re.compile("^自治区(?=(?:常务)?副?主席$)")


class HeldPost(NamedTuple):
    """A title, the agency it is held in, where the words begin and end, and a line elsewhere that they rely on."""

    title: str
    agency: str
    start: int
    end: int
    relies_on: tuple[Span, ...] = ()

    @property
    def name(self) -> str:
        """Give the title as its body calls it: 自治区主席 is 主席 of the region's government."""
        return _OF_REGION.sub("", self.title)


def shared_by_all(posts: list[HeldPost]) -> list[HeldPost]:
    """Give the posts that the further names of a list hold too: the last, and membership before it."""
    if not posts or not _SHARED.search(posts[-1].title):
        return []
    return [*(post for post in posts[:-1] if _MEMBERSHIP.search(post.title)), posts[-1]]


class Roster:
    """Follows the lines of a member list: the role that holds, and the body that the list is of."""

    def __init__(self, scene: Scene) -> None:
        """Begin with the group that the document sets up."""
        self.scene = scene
        self.role: str | None = None
        self.role_start = 0
        self.body = self._body()

    def _body(self) -> str | None:
        """Give the group whose members are listed, else that which the document sets up in its title or first words."""
        listed = next(self.scene.scan.matches(_LIST_OF_MEMBERS), None)
        if listed is not None:
            named = self.scene.ending(listed.end("body"))
            is_whole = named is not None and named.kind == "Agency" and named.start == listed.start("body")
            return named.entity if named is not None and is_whole else self._made(listed["body"])
        for mention in self.scene.mentions:
            if (
                mention.kind == "Agency"
                and mention.entity
                and mention.start < _HEAD_LENGTH
                and self.scene.draft(mention).kind == "Agency"
                and _GROUP_BODY.search(mention.surface)
            ):
                return mention.entity
        return self._body_of_title()

    def _body_of_title(self) -> str | None:
        """Give the group that the document's own title names (关于调整…指挥部组成人员的通知), made here."""
        own = self.scene.own_title
        named = _GROUP_IN_TITLE.search(own.surface) if own is not None else None
        if named is None:
            return None
        return self._made(named["body"])

    def _made(self, name: str) -> str:
        """Give a group that no mention names, of the body that speaks."""
        home = self.scene.drafts.get(self.scene.home) if self.scene.home is not None else None
        made = self.scene.implied("Agency", name)
        if home is not None and home.composed is not None:
            made.composed = (*home.composed, name)
        return made.id

    def enter(self, section: Section) -> None:
        """Take the role of a line that names one; a line of prose ends the list."""
        line = self.scene.text[section.start : section.end]
        self._enter_list(section)
        label = _ROSTER.match(line)
        if label is not None:
            self.role, self.role_start = label["role"], section.start
        elif "。" in line or len(line) > 80:
            self.role = None

    def _enter_list(self, section: Section) -> None:
        """Take the body whose list a heading opens (2、市绿化委员会)."""
        number = _LIST_NUMBER.match(self.scene.text, section.start, section.end)
        named = self.scene.starting(number.end()) if number is not None else None
        is_heading = named is not None and named.end == section.end and _GROUP_BODY.search(named.surface)
        if named is not None and is_heading and named.entity is not None:
            self.body, self.role = named.entity, None

    def _enter_label(self, person: Mention) -> None:
        """Take the role that stands last before a person in a line that runs on, or closes the line above it."""
        section = self.scene.scan.section_at(person.start)
        above = self.scene.scan.section_before(section) if section is not None else None
        start = above.start if above is not None else section.start if section is not None else person.start
        labels = list(_ROSTER.finditer(self.scene.text, start, person.start))
        if labels:
            self.role, self.role_start = labels[-1]["role"], labels[-1].start()

    def post_of(self, person: Mention) -> list[HeldPost]:
        """Give the role of a listed person in the group."""
        if person.rule == "person-run-on":
            self._enter_label(person)
        if self.role is None or self.body is None:
            return []
        line = self.scene.scan.document.raw_span(self.role_start, self.role_start + len(self.role))
        return [HeldPost(self.role, self.body, person.start, person.end, (line,))]

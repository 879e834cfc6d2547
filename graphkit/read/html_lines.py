"""A parsed page in, its lines and boxes out: what a reader would see, in order, and which element holds which lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from graphkit.read.reading import CELL_GAP

_HIDDEN = frozenset(
    "script style noscript template head iframe object embed svg canvas select option textarea button input map "
    "audio video datalist dialog -comment".split()
)
_CHROME_TAGS = frozenset({"nav", "footer", "aside", "menu"})
_BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr li main menu nav ol p pre section summary table tbody tfoot thead tr ul "
    "caption".split()
)
_BOXES = frozenset("article body center div form main section table tbody td tr ul ol header nav footer aside".split())
_CELLS = frozenset({"td", "th"})
_CHROME_NAME = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|crumbs?|footer|foot|copyright|share|bdsharebuttonbox|"
    r"sidebar|recommend|related|comments?|banner|toolbar|tools?|search|login|pager|pagination|qrcode|weixin|fontsize|location|"
    r"position|dqwz|prev-?next|ad|ads|advert|links?|friendlinks?|skip|topbar)(?:$|[\s_-])",
    re.IGNORECASE,
)
_CELL = "\t"
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACE = re.compile(r"[ \r\n\f\v\u200b\ufeff]+")


@dataclass(slots=True)
class Line:
    """One line of a page; `linked` counts its characters that stand in links; `tag` is h1, li, … ."""

    text: str
    linked: int
    tag: str


@dataclass(slots=True)
class Box:
    """An element that holds lines `[start, end)`; `is_chrome` tells that its name says it is no content."""

    start: int
    is_chrome: bool
    end: int = 0
    inner: list[Box] = field(default_factory=list)


class Lines:
    """Walks a page once, without recursion: pages may be nested thousands deep."""

    def __init__(self, body: LexborNode) -> None:
        """Gather the lines and boxes of an element."""
        self.lines: list[Line] = []
        self.body = Box(0, is_chrome=False)
        self._boxes = [self.body]
        self._open: list[tuple[LexborNode, bool]] = []
        self._pieces: list[str] = []
        self._linked = 0
        self._links = 0
        self._tags: list[str] = []
        self._walk(body)
        self._break()
        self.body.end = len(self.lines)

    def _walk(self, body: LexborNode) -> None:
        node = body.child
        while node is not None or self._open:
            if node is None:
                parent, is_box = self._open.pop()
                self._leave(parent, is_box=is_box)
                node = parent.next
                continue
            tag = node.tag or ""
            if tag == "-text":
                self._text(node.text_content or "")
            elif tag == "br":
                self._break()
            elif tag not in _HIDDEN and not self._is_unseen(node):
                is_box = self._enter(node, tag)
                if node.child is not None:
                    self._open.append((node, is_box))
                    node = node.child
                    continue
                self._leave(node, is_box=is_box)
            node = node.next

    def _enter(self, node: LexborNode, tag: str) -> bool:
        """Open an element; tell whether it is a box."""
        if tag in _BLOCKS:
            self._break()
            self._tags.append(tag)
        elif tag in _CELLS:
            self._pieces.append(_CELL)
        elif tag == "a":
            self._links += 1
        if tag not in _BOXES:
            return False
        box = Box(len(self.lines), is_chrome=tag in _CHROME_TAGS or _is_named_chrome(node))
        self._boxes[-1].inner.append(box)
        self._boxes.append(box)
        return True

    def _leave(self, node: LexborNode, *, is_box: bool) -> None:
        tag = node.tag or ""
        if tag in _BLOCKS:
            self._break()
            self._tags.pop()
        elif tag == "a":
            self._links -= 1
        if is_box:
            self._boxes.pop().end = len(self.lines)

    def _text(self, text: str) -> None:
        if text.strip():
            self._linked += len(text.strip()) if self._links else 0
        # A tab of the page is white space; ours keeps cells apart.
        self._pieces.append(text.replace(_CELL, " "))

    def _break(self) -> None:
        """End the line."""
        text = CELL_GAP.join(_folded(cell) for cell in "".join(self._pieces).split(_CELL)).strip(" \t　")
        if text:
            self.lines.append(Line(text, self._linked, self._tags[-1] if self._tags else ""))
        self._pieces.clear()
        self._linked = 0

    @staticmethod
    def _is_unseen(node: LexborNode) -> bool:
        attributes = node.attributes
        return "hidden" in attributes or bool(_UNSEEN.search(attributes.get("style") or ""))


def _folded(text: str) -> str:
    """Collapse white space as browsers do: no-break and wide blanks stay as many as they are."""
    return _SPACE.sub(" ", text).replace("\xa0", " ").strip(" 　")


def _is_named_chrome(node: LexborNode) -> bool:
    attributes = node.attributes
    return bool(_CHROME_NAME.search(f"{attributes.get('id') or ''} {attributes.get('class') or ''}"))

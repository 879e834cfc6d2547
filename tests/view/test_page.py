"""A page is one file with everything inside, obeys nobody but its own scripts, and is the same every time."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser

import pytest

from graphkit.network import Network
from graphkit.view.folding import fold
from graphkit.view.page import render_page
from graphkit.view.scene import Wish, scene_in
from tests.handmade_network import HOSTILE, TEXT, hostile_network, small_network, text_of


class Elements(HTMLParser):
    """The elements of a page with their attributes and texts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None], list[str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs), []))

    def handle_endtag(self, tag: str) -> None:
        self.found.append((f"/{tag}", {}, []))

    def handle_data(self, data: str) -> None:
        if self.found:
            self.found[-1][2].append(data)

    def texts(self, tag: str, **attributes: str) -> list[str]:
        return [
            "".join(text) for name, given, text in self.found if name == tag and attributes.items() <= given.items()
        ]


def page_of(network: Network, view: str = "all") -> str:
    return render_page(scene_in(fold(network), Wish(view), text_of))


@pytest.fixture(scope="module")
def page() -> str:
    return page_of(small_network())


def test_the_same_scene_gives_the_same_bytes(page: str) -> None:
    assert page_of(small_network()) == page


def test_nothing_is_loaded_from_anywhere(page: str) -> None:
    elements = Elements(page)
    assert [name for name, given, _ in elements.found if {"src", "href", "srcset", "action"} & set(given)] == []
    assert "cdn" not in re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL)


def test_the_policy_allows_just_the_scripts_and_the_style_of_the_page(page: str) -> None:
    elements = Elements(page)
    (policy,) = [given["content"] for name, given, _ in elements.found if given.get("http-equiv")]
    assert policy is not None
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    scripts = ["".join(text) for name, given, text in elements.found if name == "script" and "type" not in given]
    assert len(scripts) == 1
    for content in (*scripts, *elements.texts("style")):
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    assert "unsafe" not in policy
    assert policy.count("sha256-") == 2


def test_names_of_documents_stand_in_json_and_escaped_in_the_table() -> None:
    page = page_of(hostile_network(), "responses")
    elements = Elements(page)
    (content,) = elements.texts("script", id="scene")
    json.loads(content)
    assert "<" not in content
    outside = re.sub(r"<script\b.*?</script>|<style\b.*?</style>", "", page, flags=re.DOTALL)
    assert [name for name in HOSTILE if "<" in name and name in outside] == []
    assert "&lt;img src=x onerror=window.hacked=2&gt;" in outside
    tags = {name for name, _, _ in elements.found}
    assert not tags & {"img", "iframe", "svg", "object", "embed", "base", "link"}


def test_a_hostile_title_is_escaped_in_the_heading() -> None:
    network = hostile_network()
    page = render_page(scene_in(fold(network), Wish("responses", focus="h1"), text_of))
    assert '<h1 id="title">&lt;img src=x onerror=window.hacked=2&gt;的关系</h1>' in page
    assert "<title>&lt;img" in page


def test_the_page_says_utf_8_and_its_language(page: str) -> None:
    assert '<html lang="zh-CN" data-language="zh">' in page
    assert '<meta charset="utf-8">' in page
    assert "全省工作会议" in page
    english = render_page(scene_in(fold(small_network()), Wish("all"), text_of), language="en")
    assert '<html lang="en" data-language="en">' in english
    assert "<title>Everything</title>" in english


def test_readers_without_scripts_get_the_relations_with_their_sentences(page: str) -> None:
    (table,) = re.findall(r"<noscript>(.*?)</noscript>", page, flags=re.DOTALL)
    assert "<td>甲局</td><td>落实</td><td>全省工作会议</td><td>甲局传达学习会议精神</td>" in table
    assert "甲简报2021年第2期 · 2021-03-22" in table


def test_words_that_the_page_has_in_a_text_are_only_counted(page: str) -> None:
    scene = scene_in(fold(small_network()), Wish("all"), text_of)
    packed = json.loads(page.partition('id="scene">')[2].partition("</script>")[0])
    names, *rows = packed["passages"]
    counted = [dict(zip(names, row, strict=True)) for row in rows]
    assert [one["quote"] for one in counted] == [len(one.quote) for one in scene.passages]
    assert all(
        TEXT[one["start"] :][: one["quote"]] == full.quote for one, full in zip(counted, scene.passages, strict=True)
    )
    kept_nowhere = render_page(scene_in(fold(small_network()), Wish("all"), lambda _: None))
    assert f'"{scene.passages[0].quote}"' in kept_nowhere

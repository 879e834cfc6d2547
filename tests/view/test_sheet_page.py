"""A table or time axis is one file that loads nothing, obeys its own script only, and keeps texts in JSON."""

from __future__ import annotations

import base64
import hashlib
import json
import re

import pytest

from graphkit.view.bundle import modules_of
from graphkit.view.sheet_page import Sheet, render_sheet
from graphkit.view.sheets import SHEETS
from tests.handmade_network import HOSTILE
from tests.handmade_sheets import (
    hostile_chronicle,
    hostile_ledger,
    hostile_matrix,
    small_chronicle,
    small_ledger,
    small_matrix,
)
from tests.view.test_page import Elements

SMALL = [small_matrix(), small_chronicle(), small_ledger()]
ATTACKING = [hostile_matrix(), hostile_chronicle(), hostile_ledger()]


@pytest.mark.parametrize("name", SHEETS)
def test_every_sheet_has_its_scripts_and_none_of_another(name: str) -> None:
    folders = {module.split("/")[0] for module in modules_of(f"{name}/start.js")}
    assert folders == {name, "sheets", "explorer"}


@pytest.mark.parametrize("sheet", SMALL, ids=SHEETS)
def test_the_same_sheet_gives_the_same_bytes_and_loads_nothing(sheet: Sheet) -> None:
    page = render_sheet(sheet)
    assert render_sheet(sheet) == page
    assert "http" not in page.replace("http-equiv", "").replace("http://www.w3.org/2000/svg", "")
    elements = Elements(page)
    assert [name for name, given, _ in elements.found if {"src", "href", "srcset", "action"} & set(given)] == []


@pytest.mark.parametrize("sheet", SMALL, ids=SHEETS)
def test_the_policy_allows_just_the_script_and_the_style_of_the_page(sheet: Sheet) -> None:
    elements = Elements(render_sheet(sheet))
    (policy,) = [given["content"] for name, given, _ in elements.found if given.get("http-equiv")]
    assert policy is not None
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    assert policy.count("sha256-") == 2
    scripts = ["".join(text) for name, given, text in elements.found if name == "script" and "type" not in given]
    for content in (*scripts, *elements.texts("style")):
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy


@pytest.mark.parametrize("sheet", ATTACKING, ids=SHEETS)
def test_names_of_documents_stand_in_json_only(sheet: Sheet) -> None:
    page = render_sheet(sheet)
    elements = Elements(page)
    (content,) = elements.texts("script", id="scene")
    json.loads(content)
    assert "<" not in content
    outside = re.sub(r"<script\b.*?</script>|<style\b.*?</style>", "", page, flags=re.DOTALL)
    assert [name for name in HOSTILE if name.strip() and name in outside] == []
    assert not {name for name, _, _ in elements.found} & {"img", "iframe", "svg", "object", "embed", "base", "link"}


def test_the_page_says_its_language_and_title() -> None:
    page = render_sheet(small_matrix(), language="en")
    assert '<html lang="en" data-language="en"' in page
    assert "<title>Overview</title>" in page

"""What stands inside a page: our templates, styles and scripts go in, a policy that allows nothing else comes out."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from importlib.resources import files
from typing import Literal

from jinja2 import Environment, FileSystemLoader

Language = Literal["zh", "en", "auto"]
"""Languages of a page; auto leaves it to the browser."""
_ENDS_SCRIPT = re.compile(r"</(?=script)|<!--", re.IGNORECASE)


def environment_of(**names: object) -> Environment:
    """Give our templates, everything escaped, JSON in one order and without spaces; `names` are known in them."""
    environment = Environment(
        loader=FileSystemLoader(str(files("graphkit.view").joinpath("templates"))), autoescape=True
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True, "separators": (",", ":")}
    environment.globals |= names
    return environment


def policy_of(style: str, scripts: Iterable[str]) -> str:
    """Give a content security policy: nothing is loaded, and only these scripts and this style are obeyed."""
    allowed = " ".join(_hash(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def asset(name: str) -> str:
    """Give one of our files."""
    return files("graphkit.view").joinpath("assets", name).read_text(encoding="utf-8")


def inside_script(text: str) -> str:
    """Give a script that cannot end its element early: only strings and patterns can hold what would."""
    return _ENDS_SCRIPT.sub(lambda found: "<\\/" if found[0].startswith("</") else "<\\!--", text)


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"

"""Our scripts go in as ES modules, one script for a page comes out: each module once, in a function of its own."""

from __future__ import annotations

import re
from functools import cache

from graphkit.errors import GraphkitError
from graphkit.view.inlined import asset, inside_script

_IMPORT = re.compile(r'^import \{([^}]*)\} from "(\.{1,2}/[^"]+\.js)";$', re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*//[^\n]*\n|/\*\*(?:(?!\*/).)*\*/[ \t]*\n?", re.MULTILINE | re.DOTALL)
_INDENT = re.compile(r"^ +|(?<=\n)\n", re.MULTILINE)
"""White space at line starts, and empty lines: our scripts have no strings of several lines."""
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function\*? |const |class )([A-Za-z_$][\w$]*))", re.MULTILINE)
_OTHER = re.compile(r"^\s*(?:import|export)\b(?!\()", re.MULTILINE)


class ModuleFormError(GraphkitError):
    """Raised when a module imports or exports in a form that is not bundled."""

    def __init__(self, name: str, line: str) -> None:
        """Keep the module and its line."""
        super().__init__(f"模块 {name} 的写法不能合并 / module {name} has a form that cannot be bundled: {line}")
        self.name = name
        self.line = line


@cache
def bundled(entry: str) -> str:
    """Give the script of a page whose first module is `entry`, a name below assets such as `explorer/start.js`.

    Modules say `import { a, b as c } from "./other.js";` on one or several lines and `export` before functions,
    constants and classes; a module stands after all that it imports. Raises ModuleFormError.
    """
    ordered: dict[str, str] = {}
    _gather(entry, ordered, ())
    body = "\n".join(f"modules[{name!r}] = (() => {{\n{text}}})();" for name, text in ordered.items())
    return inside_script(f'(() => {{\n"use strict";\nconst modules = {{}};\n{body}\n}})();\n')


def modules_of(entry: str) -> tuple[str, ...]:
    """Give the names of the modules of a page, each after what it imports."""
    ordered: dict[str, str] = {}
    _gather(entry, ordered, ())
    return tuple(ordered)


def _gather(name: str, ordered: dict[str, str], above: tuple[str, ...]) -> None:
    if name in ordered:
        return
    if name in above:
        raise ModuleFormError(name, f"{' → '.join((*above, name))}")
    text = asset(name)
    for found in _IMPORT.finditer(text):
        _gather(_resolved(name, found[2]), ordered, (*above, name))
    ordered[name] = _wrapped(name, text)


def _resolved(name: str, relative: str) -> str:
    """Give the name of a module as seen from another: ./b.js from a/c.js is a/b.js."""
    parts = name.split("/")[:-1]
    for part in relative.split("/"):
        if part == "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def _wrapped(name: str, text: str) -> str:
    exported = _EXPORT.findall(text)
    body = _INDENT.sub("", _COMMENT.sub("", text))
    body = _IMPORT.sub(lambda found: f"const {{{_renamed(found[1])}}} = modules[{_resolved(name, found[2])!r}];", body)
    body = _EXPORT.sub("", body)
    if left := _OTHER.search(body):
        raise ModuleFormError(name, body[left.start() :].lstrip("\n").split("\n", 1)[0])
    return f"{body}return {{ {', '.join(exported)} }};\n"


def _renamed(names: str) -> str:
    return re.sub(r"\s+as\s+", ": ", names)

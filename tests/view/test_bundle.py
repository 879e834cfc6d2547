"""ES modules become one script: each once, after what it imports, in a function of its own."""

from __future__ import annotations

import pytest

from graphkit.view import bundle
from graphkit.view.bundle import ModuleFormError, bundled, modules_of

MODULES = {
    "page/start.js": (
        'import { told as tell } from "./words.js";\n'
        'import {\n  twice,\n} from "../sums/twice.js";\n\nexport const all = tell(twice(2));\n'
    ),
    "page/words.js": "export function told(text) {\n  return `</script> ${text}`;\n}\n",
    "sums/twice.js": 'import { told } from "../page/words.js";\nexport const twice = (n) => 2 * n + told("").length;\n',
}


@pytest.fixture
def assets(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    modules = dict(MODULES)
    monkeypatch.setattr(bundle, "asset", modules.__getitem__)
    bundled.cache_clear()
    return modules


@pytest.mark.usefixtures("assets")
def test_each_module_stands_once_after_what_it_imports() -> None:
    assert modules_of("page/start.js") == ("page/words.js", "sums/twice.js", "page/start.js")


@pytest.mark.usefixtures("assets")
def test_imports_become_constants_and_exports_what_a_module_returns() -> None:
    text = bundled("page/start.js")
    assert "const { told: tell } = modules['page/words.js'];" in text
    assert "return { told };" in text
    assert "return { all };" in text
    assert not any(line.startswith(("import", "export")) for line in text.splitlines())


@pytest.mark.usefixtures("assets")
def test_no_module_ends_the_script_element() -> None:
    assert "</script" not in bundled("page/start.js")


@pytest.mark.parametrize(
    "line", ["export default 1;", 'import words from "./words.js";', "export { told };", "export let a = 1;"]
)
def test_other_forms_are_refused_by_name(assets: dict[str, str], line: str) -> None:
    assets["page/start.js"] += f"{line}\n"
    with pytest.raises(ModuleFormError, match=r"page/start\.js"):
        bundled("page/start.js")


def test_modules_that_import_each_other_are_refused(assets: dict[str, str]) -> None:
    assets["page/words.js"] = 'import { all } from "./start.js";\n' + assets["page/words.js"]
    with pytest.raises(ModuleFormError, match=r"page/start.js → page/words.js → page/start.js"):
        bundled("page/start.js")

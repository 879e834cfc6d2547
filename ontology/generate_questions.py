"""Write docs/questions.md from the headers of the ready questions and the rows expected on the samples."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from graphkit.query.catalogue import Question, ready_questions  # noqa: E402 - after the path of a script
from graphkit.query.filters import FILTERS  # noqa: E402
from graphkit.terms import GK  # noqa: E402

TARGET = ROOT / "docs" / "questions.md"
EXPECTED = ROOT / "tests" / "query" / "expected"
ROWS = 3
LONGEST = 36

HEAD = """\
# 现成的问题 Ready questions

由 `ontology/questions/*.rq` 的说明生成（`ontology/generate_questions.py`），请勿手改。
/ Made from the headers of `ontology/questions/*.rq`; do not edit.

    graphkit ask                                    列出全部 / list them
    graphkit ask responses --help                   说明、参数、例子 / what it means and takes
    graphkit ask responses --meeting 林业工作会议   回答 / answer
    graphkit ask responses --cite                   每行一条可引用的原文 / one quotable line each
    graphkit ask responses -o 响应.xlsx             csv tsv json xml md xlsx parquet
    graphkit ask responses --sparql                 看 SPARQL，可直接交给 graphkit query / its SPARQL, to run or change

名称可以写全名、别名、一部分、略写（机关事务工作会议 → 全省机关事务工作暨……会议）或拼音（cdj、chengduju）；
取了什么会说明，对应几个时列出来请你选。表格一类（table、csv、md、xlsx）用中文表头，其余保留 SPARQL 的变量名和实体 IRI。
/ A name may be whole, an alias, a part, an abbreviation or pinyin; what it was taken for is told, and of several
you choose.
Formats for people have Chinese headings; the others keep the variables of the SPARQL and the IRIs of things.

"""


def question_part(question: Question) -> Iterator[str]:
    """Iterate over the lines of one question: what it asks, means, takes and answers."""
    yield f"## {question.name}：{question.title_zh}\n\n"
    yield f"*{question.title}*\n\n{question.about_zh}\n\n{question.about}\n\n"
    yield f"    graphkit ask {question.name} {question.example}\n\n"
    yield "| 参数 parameter | 类 class | |\n|---|---|---|\n"
    for one in question.parameters:
        classes = " ".join(f"`gk:{iri.removeprefix(GK)}`" for iri in one.classes)
        need = "（必须 required）" if one.is_required else ""
        yield f"| `--{one.name}` | {classes} | {one.label_zh} / {one.label}{need} |\n"
    for name in question.filters:
        classes = " ".join(f"`gk:{one}`" for one in FILTERS[name].classes)
        yield f"| `--{name}` | {classes} | {FILTERS[name].label_zh} / {FILTERS[name].label} |\n"
    yield "\n"
    yield from expected_part(question)


def expected_part(question: Question) -> Iterator[str]:
    """Iterate over the lines of a table of the first rows on data/samples."""
    lines = (EXPECTED / f"{question.name}.tsv").read_text(encoding="utf-8").splitlines()
    head = [name.removeprefix("?") for name in lines[0].split("\t")]
    yield f"在示例上的前 {min(ROWS, len(lines) - 1)} 行（共 {len(lines) - 1} 行） / first rows on the samples:\n\n"
    yield f"| {' | '.join(head)} |\n|{'---|' * len(head)}\n"
    for line in lines[1 : ROWS + 1]:
        yield f"| {' | '.join(cell_of(term) for term in line.split(chr(9)))} |\n"
    yield "\n"


def cell_of(term: str) -> str:
    """Give the words of a TSV term, cut where they are long."""
    words = term[1 : term.rfind('"')] if term.startswith('"') else term
    bare = words.replace("\\n", "").replace('\\"', '"').replace("|", "\\|").replace("*", "\\*")
    return bare if len(bare) <= LONGEST else f"{bare[:LONGEST]}…"


def render_page() -> str:
    """Give the whole page."""
    parts = "".join(line for question in ready_questions() for line in question_part(question))
    return HEAD + parts.rstrip() + "\n"


if __name__ == "__main__":
    TARGET.write_text(render_page(), encoding="utf-8", newline="\n")

"""`graphkit view`: a dataset and a wish go in, one HTML page to explore comes out."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphkit.cli.options import DEFAULT_DATASET, AsOfDate, DatasetFolder
from graphkit.cli.printing import remark

if TYPE_CHECKING:
    from graphkit.dataset import Dataset
    from graphkit.view.folding import Folded
    from graphkit.view.scene import Wish


class ViewName(StrEnum):
    """Views; a test compares them with `graphkit.view.views.VIEWS` and `graphkit.view.sheets.SHEETS`."""

    RESPONSES = "responses"
    POLICIES = "policies"
    AGENCIES = "agencies"
    ALL = "all"
    DOCUMENT = "document"
    DIFFERENCES = "differences"
    COVERAGE = "coverage"
    TIMELINE = "timeline"
    LEDGER = "ledger"


class PageLanguage(StrEnum):
    """Languages of a page; auto leaves it to the browser."""

    ZH = "zh"
    EN = "en"
    AUTO = "auto"


class Engine(StrEnum):
    """What draws a network: our explorer, or vis-network as pyvis brings it."""

    EXPLORER = "explorer"
    PYVIS = "pyvis"


SHEET_NAMES = frozenset({ViewName.COVERAGE, ViewName.TIMELINE, ViewName.LEDGER})
DEFAULT_PAGE = Path("view.html")
PAGES = (".html", ".htm")


Name = Annotated[
    ViewName | None,
    typer.Argument(
        metavar="VIEW",
        help="responses 落实 · policies 政策 · agencies 机构 · all 全部 · document 原文 · differences 差别 · "
        "coverage 一览表 · timeline 时间轴 · ledger 办理台账",
        show_default="responses；--focus、--path: all",
    ),
]
PageFile = Annotated[Path, typer.Option("--output", "-o", metavar="FILE.html", help="写入的网页 / The page to write.")]
Focus = Annotated[
    str | None,
    typer.Option("--focus", metavar="NAME", help="只看一个实体周围，或一份文件 / Only around one thing."),
]
Depth = Annotated[int, typer.Option("--depth", metavar="N", min=1, max=6, help="走几步 / Steps from it.")]


def _two_names(path: tuple[str, str] | None) -> tuple[str, str] | None:
    """Refuse an option's name in place of the second; told before what the option's value would be taken for."""
    if path is not None and any(one.startswith("-") for one in path):
        raise typer.BadParameter("请写两个名称：--path A B / write two names", param_hint="--path")
    return path


Ends = Annotated[
    tuple[str, str] | None,
    typer.Option(
        "--path", metavar="A B", help="两个实体之间的最短路径 / Shortest paths between two things.", callback=_two_names
    ),
]
Longer = Annotated[
    int,
    typer.Option(
        "--longer", metavar="N", min=0, max=2, help="路径可比最短的多几步 / Steps more than the shortest path has."
    ),
]
Against = Annotated[
    Path | None,
    typer.Option("--against", metavar="OLD", help="differences 的旧数据集或某一代 / The older side.", exists=True),
]
Within = Annotated[
    str | None,
    typer.Option("--within", metavar="NAME", help="coverage 的统计范围：地区、机构群体或文件 / Universe of coverage."),
]
Language = Annotated[
    PageLanguage, typer.Option("--lang", metavar="zh|en|auto", help="网页语言 / Language of the page.")
]
Drawing = Annotated[
    Engine, typer.Option("--engine", metavar="explorer|pyvis", help="画网络图的程序 / What draws a network.")
]
Opening = Annotated[bool, typer.Option("--open", help="写好后用浏览器打开 / Open it in a browser.")]


def view(
    name: Name = None,
    *,
    output: PageFile = DEFAULT_PAGE,
    focus: Focus = None,
    depth: Depth = 1,
    path: Ends = None,
    longer: Longer = 0,
    against: Against = None,
    within: Within = None,
    lang: Language = PageLanguage.AUTO,
    engine: Drawing = Engine.EXPLORER,
    open_it: Opening = False,
    dataset: DatasetFolder = DEFAULT_DATASET,
    as_of: AsOfDate = "",
) -> None:
    """画成网络图、响应一览表、时间轴或台账：一个网页，不联网也能打开。 / Draw a network, table or timeline: one page.

    点节点或线看事实和原文；名称可以是别名或一部分，对应几个实体时列出它们。
    / Click a node or a line for its facts and sentences; a name of several things gives their list.

    \b
    例 / Examples:
      graphkit view -o responses.html
      graphkit view policies -o policies.html --open
      graphkit view --as-of 2023 -o 2023.html
      graphkit view --focus 玉溪局 --depth 2 -o yuxi.html
      graphkit view --path 玉溪局 普洱局 -o path.html
      graphkit view --path 玉溪局 普洱局 --longer 1 -o paths.html
      graphkit view document --focus 简报2023年第4期 -o document.html
      graphkit view differences --against outputs/generations/gen-1 -o differences.html
      graphkit view coverage --within 四川省 -o coverage.html
      graphkit view timeline -o timeline.html
      graphkit view ledger -o ledger.html
    """  # noqa: D301 - \b keeps the lines of a paragraph
    _refuse(name, is_far=depth != 1, path=path, within=within, focus=focus, against=against)
    _refuse_ending(output)
    if longer and path is None:
        raise typer.BadParameter("只和 --path 一起用 / only with --path", param_hint="--longer")
    from graphkit.cli.as_of import open_as_of

    opened = open_as_of(dataset, as_of)
    if name in SHEET_NAMES:
        _write_sheet(name, output, focus=focus, within=within, lang=lang, opened=opened)
    else:
        from graphkit.view.finding import wish_for

        folded, older = _folded(opened, against)
        wish = wish_for(opened, folded, view=name, focus=focus, depth=depth, path=path, longer=longer)
        title = _write_network(opened, folded, wish, output, lang=lang, engine=engine, older=older)
        _say_names(wish, focus, path, title)
    if open_it:
        typer.launch(output.absolute().as_uri())


def _refuse(
    name: ViewName | None,
    *,
    is_far: bool,
    path: tuple[str, str] | None,
    within: str | None,
    focus: str | None,
    against: Path | None,
) -> None:
    """Refuse what a view cannot do, and say what it needs."""
    if name in {*SHEET_NAMES, ViewName.DOCUMENT} and (path is not None or is_far):
        hint = "--path" if path is not None else "--depth"
        raise typer.BadParameter(f"{name} 不是网络图 / {name} is no network", param_hint=hint)
    if within is not None and name is not ViewName.COVERAGE:
        raise typer.BadParameter("只用于 coverage / only for coverage", param_hint="--within")
    if focus is not None and path is not None:
        raise typer.BadParameter("--focus 和 --path 只能用一个 / use one of --focus and --path", param_hint="--path")
    if name is ViewName.LEDGER and focus is not None:
        raise typer.BadParameter("台账列出全部事项 / a ledger lists all items", param_hint="--focus")
    if name is ViewName.DOCUMENT and focus is None:
        raise typer.BadParameter("请写文件名：--focus 简报2023年第4期 / name the document", param_hint="--focus")
    if (name is ViewName.DIFFERENCES) != (against is not None):
        raise typer.BadParameter(
            "differences 需要 --against 旧数据集 / differences needs --against OLD, and only it", param_hint="--against"
        )


def _refuse_ending(output: Path) -> None:
    """Refuse a file that would not open as a page."""
    if output.suffix.lower() not in PAGES:
        message = (
            f"视图是网页，请用 {' '.join(PAGES)}；其他格式用 graphkit export / "
            f"a view is a page, name it {' '.join(PAGES)}; graphkit export writes other formats"
        )
        raise typer.BadParameter(message, param_hint="--output")


def _folded(opened: Dataset, against: Path | None) -> tuple[Folded, Dataset | None]:
    """Give what is drawn of a dataset, or of what differs between an older one and it."""
    from graphkit.dataset.opened import open_generation
    from graphkit.network import project_dataset
    from graphkit.view.differences import differing
    from graphkit.view.folding import fold

    if against is None:
        return fold(project_dataset(opened)), None
    older = open_generation(against)
    old, new = (fold(project_dataset(one), is_apart=True) for one in (older, opened))
    return differing(old, new), older


def _write_network(
    opened: Dataset,
    folded: Folded,
    wish: Wish,
    output: Path,
    *,
    lang: PageLanguage,
    engine: Engine,
    older: Dataset | None,
) -> str:
    """Write the page of a network, say what is in it, and give its title."""
    from graphkit.export.writing import write_whole
    from graphkit.view.drawing import render_pyvis
    from graphkit.view.page import render_page
    from graphkit.view.scene import file_of, scene_in

    def text_of(digits: str) -> str | None:
        return opened.text(digits) or (older.text(digits) if older else None)

    scene = scene_in(folded, wish, text_of, file_of=file_of(opened))
    render = render_page if engine is Engine.EXPLORER else render_pyvis
    write_whole(output, render(scene, language=lang.value))
    shown = sum(node.at_first for node in scene.nodes)
    changes = [sum(link.change == change for link in scene.links) for change in ("gained", "lost")]
    told = f"（新增 gained {changes[0]}，已无 lost {changes[1]}）" if older else ""
    remark(
        f"已写出 wrote {output}：{scene.title[0]}，节点 nodes {len(scene.nodes)}（先显示 shown {shown}），"
        f"线 links {len(scene.links)}{told}"
    )
    return scene.title[0]


def _write_sheet(
    name: ViewName | None, output: Path, *, focus: str | None, within: str | None, lang: PageLanguage, opened: Dataset
) -> None:
    """Write a table, a timeline or a ledger, and say what is in it."""
    from graphkit.export.writing import write_whole
    from graphkit.view.chronicle import chronicle_of
    from graphkit.view.finding import TARGETS, UNIVERSES, thing_named
    from graphkit.view.ledger import ledger_of
    from graphkit.view.matrix import cells_in, matrix_of
    from graphkit.view.sheet_page import Sheet, render_sheet

    target = thing_named(opened, focus, TARGETS, str(name)) if focus else ""
    sheet: Sheet
    if name is ViewName.TIMELINE:
        sheet = chronicle = chronicle_of(opened, focus=target)
        dated = sum(bool(event.when.start) for event in chronicle.events)
        counts = f"有日期 dated {dated}，未注明日期 undated {len(chronicle.events) - dated}"
    elif name is ViewName.LEDGER:
        sheet = ledger = ledger_of(opened)
        counts = f"事项 items {len(ledger.items)}，未见完成 open {sum(one.state == 'open' for one in ledger.items)}"
    else:
        universe = thing_named(opened, within, UNIVERSES, str(name)) if within else ""
        sheet = matrix = matrix_of(opened, universe=universe, focus=target)
        cells = list(cells_in(matrix))
        responded = sum(cell.value == "responded" for cell in cells)
        counts = f"会议和文件 targets {len(matrix.targets)}，格 cells {len(cells)}（已响应 responded {responded}）"
    write_whole(output, render_sheet(sheet, language=lang.value))
    remark(f"已写出 wrote {output}：{sheet.title[0]}，{counts}，统计文件 documents {sheet.documents}")


def _say_names(wish: Wish, focus: str | None, path: tuple[str, str] | None, title: str) -> None:
    """Say what names were taken to mean."""
    if (focus and focus not in title) or (path and not all(one in title for one in path)):
        meant = wish.focus or wish.document or " · ".join(wish.path or ())
        remark(f"按“{title}”理解 / understood as: {title}（{meant}）")

"""`graphkit view`: a dataset and a wish go in, one HTML page to explore comes out."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphkit.cli.options import DEFAULT_DATASET, AsOfDate, DatasetFolder
from graphkit.cli.printing import remark

if TYPE_CHECKING:
    from graphkit.view.scene import Wish


class ViewName(StrEnum):
    """Views; a test compares them with `graphkit.view.views.VIEWS` and `graphkit.view.sheets.SHEETS`."""

    RESPONSES = "responses"
    POLICIES = "policies"
    AGENCIES = "agencies"
    ALL = "all"
    COVERAGE = "coverage"
    TIMELINE = "timeline"


class PageLanguage(StrEnum):
    """Languages of a page; auto leaves it to the browser."""

    ZH = "zh"
    EN = "en"
    AUTO = "auto"


class Engine(StrEnum):
    """What draws a network: our explorer, or vis-network as pyvis brings it."""

    EXPLORER = "explorer"
    PYVIS = "pyvis"


DEFAULT_PAGE = Path("view.html")


def view(
    name: Annotated[
        ViewName | None,
        typer.Argument(
            metavar="VIEW",
            help="responses 落实 · policies 政策 · agencies 机构 · all 全部 · coverage 一览表 · timeline 时间轴",
            show_default="responses；--focus、--path: all",
        ),
    ] = None,
    *,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE.html", help="写入的网页 / The page to write.")
    ] = DEFAULT_PAGE,
    focus: Annotated[
        str | None,
        typer.Option("--focus", metavar="NAME", help="只看一个实体周围 / Only what is around one thing."),
    ] = None,
    depth: Annotated[int, typer.Option("--depth", metavar="N", min=1, max=6, help="走几步 / Steps from it.")] = 1,
    path: Annotated[
        tuple[str, str] | None,
        typer.Option("--path", metavar="A B", help="两个实体之间的最短路径 / Shortest paths between two things."),
    ] = None,
    within: Annotated[
        str | None,
        typer.Option(
            "--within", metavar="NAME", help="coverage 的统计范围：地区、机构群体或文件 / Universe of coverage."
        ),
    ] = None,
    lang: Annotated[
        PageLanguage, typer.Option("--lang", metavar="zh|en|auto", help="网页语言 / Language of the page.")
    ] = PageLanguage.ZH,
    engine: Annotated[
        Engine, typer.Option("--engine", help="画网络图的程序 / What draws the network.")
    ] = Engine.EXPLORER,
    open_it: Annotated[bool, typer.Option("--open", help="写好后用浏览器打开 / Open it in a browser.")] = False,
    dataset: DatasetFolder = DEFAULT_DATASET,
    as_of: AsOfDate = "",
) -> None:
    """画成网络图、响应一览表或时间轴：一个网页，不联网也能打开。 / Draw a network, table or timeline: one page.

    点节点或线看事实和原文；名称可以是别名或一部分，对应几个实体时列出它们。
    / Click a node or a line for its facts and sentences; a name of several things gives their list.

    \b
    例 / Examples:
      graphkit view -o responses.html
      graphkit view policies -o policies.html --open
      graphkit view --as-of 2023 -o 2023.html
      graphkit view --focus 玉溪局 --depth 2 -o yuxi.html
      graphkit view --path 玉溪局 普洱局 -o path.html
      graphkit view coverage --within 四川省 -o coverage.html
      graphkit view timeline -o timeline.html
    """  # noqa: D301 - \b keeps the lines of a paragraph
    from graphkit.cli.as_of import open_as_of
    from graphkit.export.writing import write_whole
    from graphkit.network import project_dataset
    from graphkit.view.drawing import render_pyvis
    from graphkit.view.finding import wish_for
    from graphkit.view.folding import fold
    from graphkit.view.page import render_page
    from graphkit.view.scene import file_of, scene_in

    if name in {ViewName.COVERAGE, ViewName.TIMELINE}:
        _refuse_networks_options(name, depth, path, within)
        _write_sheet(name, output, focus=focus, within=within, lang=lang, folder=dataset)
        if open_it:
            typer.launch(output.absolute().as_uri())
        return
    if within is not None:
        raise typer.BadParameter("只用于 coverage / only for coverage", param_hint="--within")
    if focus is not None and path is not None:
        raise typer.BadParameter("--focus 和 --path 只能用一个 / use one of --focus and --path", param_hint="--path")
    opened = open_as_of(dataset, as_of)
    folded = fold(project_dataset(opened))
    wish = wish_for(opened, folded, view=name, focus=focus, depth=depth, path=path)
    scene = scene_in(folded, wish, opened.text, file_of=file_of(opened))
    render = render_page if engine is Engine.EXPLORER else render_pyvis
    write_whole(output, render(scene, language=lang.value))
    shown = sum(node.at_first for node in scene.nodes)
    remark(
        f"已写出 wrote {output}：{scene.title[0]}，节点 nodes {len(scene.nodes)}（先显示 shown {shown}），"
        f"线 links {len(scene.links)}"
    )
    _say_names(wish, focus, path, scene.title[0])
    if open_it:
        typer.launch(output.absolute().as_uri())


def _refuse_networks_options(
    name: ViewName | None, depth: int, path: tuple[str, str] | None, within: str | None
) -> None:
    """Refuse what a table or a timeline cannot do."""
    if path is not None or depth != 1:
        hint = "--path" if path is not None else "--depth"
        raise typer.BadParameter(f"{name} 不是网络图 / {name} is no network", param_hint=hint)
    if within is not None and name is not ViewName.COVERAGE:
        raise typer.BadParameter("只用于 coverage / only for coverage", param_hint="--within")


def _write_sheet(
    name: ViewName | None, output: Path, *, focus: str | None, within: str | None, lang: PageLanguage, folder: Path
) -> None:
    """Write a table or a timeline, and say what is in it."""
    from graphkit.dataset import open_dataset
    from graphkit.export.writing import write_whole
    from graphkit.view.chronicle import chronicle_of
    from graphkit.view.finding import TARGETS, UNIVERSES, thing_named
    from graphkit.view.matrix import cells_in, matrix_of
    from graphkit.view.sheet_page import render_sheet

    opened = open_dataset(folder)
    target = thing_named(opened, focus, TARGETS, str(name)) if focus else ""
    if name is ViewName.TIMELINE:
        chronicle = chronicle_of(opened, focus=target)
        write_whole(output, render_sheet(chronicle, language=lang.value))
        dated = sum(bool(event.when.start) for event in chronicle.events)
        counts = f"有日期 dated {dated}，未注明日期 undated {len(chronicle.events) - dated}"
        remark(f"已写出 wrote {output}：{chronicle.title[0]}，{counts}，统计文件 documents {chronicle.documents}")
        return
    universe = thing_named(opened, within, UNIVERSES, str(name)) if within else ""
    matrix = matrix_of(opened, universe=universe, focus=target)
    write_whole(output, render_sheet(matrix, language=lang.value))
    cells = list(cells_in(matrix))
    responded = sum(cell.value == "responded" for cell in cells)
    counts = f"会议和文件 targets {len(matrix.targets)}，格 cells {len(cells)}（已响应 responded {responded}）"
    remark(f"已写出 wrote {output}：{matrix.title[0]}，{counts}，统计文件 documents {matrix.documents}")


def _say_names(wish: Wish, focus: str | None, path: tuple[str, str] | None, title: str) -> None:
    """Say what names were taken to mean."""
    if (focus and focus not in title) or (path and not all(one in title for one in path)):
        remark(f"按“{title}”理解 / understood as: {title}（{wish.focus or ' · '.join(wish.path or ())}）")

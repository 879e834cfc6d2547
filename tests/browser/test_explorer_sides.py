"""Around the picture: search, legend, facts with their sentences, full text, tables, time, links, paths."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from graphkit.network import Edge, Network
from graphkit.network.records import Mark
from graphkit.terms import gk
from graphkit.view.scene import Wish
from tests.browser.conftest import Visit, Visitor
from tests.browser.test_explorer_picture import many_offices
from tests.handmade_network import DIGITS, TEXT, TOLD, made_of, node, small_network

pytestmark = pytest.mark.browser


@pytest.fixture
def visit(visitor: Visitor) -> Visit:
    network = small_network()
    network.marks[DIGITS] = tuple(
        Mark(TEXT.index(words), TEXT.index(words) + len(words), iri)
        for words, iri in (("甲局", "a"), ("会议", "m"), ("乙局", "b"), ("子办法", "new"), ("母法", "old"))
    )
    return visitor.view(network)


@pytest.mark.parametrize("typed", ["甲局", "甲市", "市事务", "jiaju", "jj", "甲市 事务局"])
def test_search_finds_by_name_alias_part_and_pinyin(visit: Visit, typed: str) -> None:
    visit.page.keyboard.press("/")
    visit.page.keyboard.type(typed)
    assert "甲局" in visit.page.locator("#found").inner_text()
    visit.page.locator("#wanted").press("Enter")
    assert visit.page.locator("#panel h2").inner_text() == "甲局"


def test_search_says_when_nothing_is_found(visit: Visit) -> None:
    visit.page.locator("#wanted").fill("不存在")
    assert visit.page.locator("#found").inner_text() == "没有找到"


def test_search_brings_what_is_not_shown_into_sight(visitor: Visitor) -> None:
    visit = visitor.view(many_offices(300), Wish("responses"))
    assert visit.page.evaluate("() => window.graphkit.placeOf('第299局')") is None
    visit.page.locator("#wanted").fill("第299局")
    visit.page.locator("#wanted").press("Enter")
    x, y = visit.place_of("第299局")
    stage = visit.page.locator("#stage").bounding_box()
    assert stage["x"] < x < stage["x"] + stage["width"]
    assert stage["y"] < y < stage["y"] + stage["height"]
    assert visit.page.locator("#panel h2").inner_text() == "第299局"


def test_the_legend_hides_and_shows_a_kind(visit: Visit) -> None:
    assert visit.shown() == "显示 7 / 8 个节点"
    visit.page.locator("#groupsOff-Policy").uncheck()
    assert visit.shown() == "显示 5 / 8 个节点"
    assert "子办法" not in visit.drawn()
    visit.page.locator("#groupsOff-Policy").check()
    visit.page.locator("#groupsOff-Topic").check()
    assert visit.shown() == "共 8 个节点"


def test_the_legend_shows_one_kind_alone_and_all_again(visit: Visit) -> None:
    row = visit.page.locator("#legend .row", has_text="机构").first
    row.hover()
    row.locator("button.only").click()
    assert visit.shown() == "显示 2 / 8 个节点"
    row = visit.page.locator("#legend .row", has_text="机构").first
    row.hover()
    row.locator("button.only").click()
    assert visit.shown() == "显示 7 / 8 个节点"


def test_the_legend_hides_relations_and_ways_of_knowing(visit: Visit) -> None:
    visit.click("甲局")
    assert "印发" in visit.panel()
    visit.page.locator("#relationsOff-issues").uncheck()
    assert "印发" not in visit.panel()
    lines = visit.count("svg.picture .line")
    visit.page.locator("#mannersOff-demanded").uncheck()
    assert visit.count("svg.picture .line") == lines - 1


def test_a_click_on_a_node_tells_its_facts_with_the_marked_sentence(visit: Visit) -> None:
    visit.click("甲局")
    for words in (
        "地方机构",
        "又称",
        "甲市事务局",
        "落实",
        "全省工作会议",
        "基层动态 · 第 1 行",
        "可信度高（0.9）",
    ):
        assert words in visit.panel()
    assert visit.page.locator("#panel mark").first.inner_text() == "甲局传达学习会议精神"
    quote = visit.page.locator("#panel blockquote").first
    assert quote.inner_text() == "会后，甲局传达学习会议精神。乙局要认真学习。"
    assert quote.locator(".following").inner_text() == "乙局要认真学习。", "a short sentence goes on in grey"


def test_the_heading_names_the_one_document_that_all_was_read_from(visit: Visit) -> None:
    assert visit.page.locator("#read-from").inner_text() == "甲简报2021年第2期 · 2021-03-22"
    visit.page.locator("#language").click()
    assert visit.page.locator("#read-from").inner_text() == "甲简报2021年第2期 · 2021-03-22"


def test_documents_are_counted_in_the_heading_and_open_from_their_list(visitor: Visitor) -> None:
    small = small_network()
    told = replace(TOLD, iri=TOLD.iri.replace("response", "second"), document="e")
    nodes = [*small.nodes.values(), node("e", "Bulletin", "乙简报", issued="2022-05-01"), node("c", "Agency", "丙局")]
    edges = [*small.edges, Edge("c", gk.respondedTo, "m", (told.iri,))]
    network = made_of(nodes, edges)
    visit = visitor.view(replace(network, readings={**network.readings, told.iri: told}))
    assert visit.page.locator("#read-from").inner_text() == "来源文件 2 份，2021-03-22 至 2022-05-01"
    visit.click("甲局")
    assert "甲简报2021年第2期 · 2021-03-22 · 基层动态 · 甲.txt · 第 1 行" in visit.panel()
    visit.page.keyboard.press("Escape")
    assert "来源文件（2）\n乙简报 · 2022-05-01\n甲简报2021年第2期 · 2021-03-22" in visit.panel()
    visit.page.get_by_role("button", name="乙简报").click()
    assert visit.page.locator("#text-view h2").inner_text() == "乙简报"


def test_a_demand_is_told_as_one(visit: Visit) -> None:
    visit.click("乙局")
    assert "要求" in visit.panel()
    assert visit.page.locator("#panel mark").inner_text() == "乙局要认真学习"


def test_a_sentence_opens_the_full_text_with_its_words_marked(visit: Visit) -> None:
    visit.click("乙局")
    visit.page.locator("#panel button.open").first.click()
    text = visit.page.locator("#text-view .sheet")
    assert text.inner_text().strip() == TEXT.strip()
    wanted = visit.page.evaluate(
        "() => [...document.querySelectorAll('#text-view mark, .wanted')].map(one => one.textContent).join('')"
    )
    assert wanted == "乙局要认真学习"
    assert visit.page.locator(".mention.chosen").inner_text() == "乙局"
    visit.page.locator(".mention", has_text="母法").click()
    assert visit.page.locator("#panel h2").inner_text() == "母法"
    visit.page.keyboard.press("Escape")
    assert "从这份文件读出的事实" in visit.panel()
    assert "甲.txt" not in visit.panel(), "the document that is read is not named at each of its facts"
    assert "第 1 行" in visit.panel()
    visit.page.locator("#back").click()
    assert visit.page.locator("#text-view").is_hidden()


def test_a_name_within_a_name_is_marked_and_each_can_be_chosen(visitor: Visitor) -> None:
    network = small_network()
    outer, inner = "《子办法》依据《母法》制定", "母法"
    network.marks[DIGITS] = tuple(
        Mark(TEXT.index(words), TEXT.index(words) + len(words), iri)
        for words, iri in ((outer, "new"), (inner, "old"), ("甲局", "a"), ("甲局", "p"))
    )
    visit = visitor.view(network)
    visit.click("乙局")
    visit.page.locator("#panel button.open").first.click()
    assert visit.page.locator("#text-view .sheet").inner_text().strip() == TEXT.strip()
    chosen = visit.page.locator("#panel h2")
    visit.page.locator(".mention .mention", has_text=inner).click()
    assert chosen.inner_text() == "母法"
    visit.page.locator(".mention .mention", has_text=inner).click()
    assert chosen.inner_text() == "子办法"
    visit.page.locator(".mention.outer", has_text=outer).click(position={"x": 4, "y": 8})
    assert chosen.inner_text() == "子办法"
    both = visit.page.locator(".mention .mention", has_text="甲局")
    both.click()
    assert chosen.inner_text() == "甲局"
    both.click()
    assert chosen.inner_text() == "张三"


def test_neighbours_are_brought_by_the_relation_that_joins_them(visitor: Visitor) -> None:
    offices = [node(f"o{number:03}", "Agency", f"第{number}局") for number in range(200)]
    edges = [Edge(one.iri, gk.respondedTo if index % 2 else gk.conveys, "m") for index, one in enumerate(offices)]
    visit = visitor.view(made_of([*offices, node("m", "Meeting", "会议")], edges), Wish("responses"))
    count = int(visit.shown().split()[1])
    visit.click("会议")
    visit.page.locator("#panel .chooser summary").click()
    visit.page.locator("#panel .chooser button", has_text="由谁传达学习").click()
    assert visit.shown() == f"显示 {count + 25} / 201 个节点"


def test_neighbours_of_several_relations_are_brought_at_once_and_near(visitor: Visitor) -> None:
    offices = [node(f"o{number:03}", "Agency", f"第{number}局") for number in range(200)]
    edges = [Edge(one.iri, gk.respondedTo if index % 2 else gk.conveys, "m") for index, one in enumerate(offices)]
    visit = visitor.view(made_of([*offices, node("m", "Meeting", "会议")], edges), Wish("responses"))
    count = int(visit.shown().split()[1])
    visit.click("会议")
    visit.page.locator("#panel .chooser summary").click()
    assert visit.page.locator("#expand-chosen").is_disabled()
    for box in visit.page.locator("#panel .chooser input").all():
        box.check()
    assert visit.page.locator("#expand-chosen").inner_text() == "展开所选（25 个）"
    visit.page.locator("#expand-chosen").click()
    assert visit.shown() == f"显示 {count + 25} / 201 个节点"
    ticked = [box.is_checked() for box in visit.page.locator("#panel .chooser input").all()]
    assert ticked
    assert all(ticked)  # to go on with the next ones
    added = [one["label"] for one in visit.things() if not one["at_first"]]
    stage = visit.page.locator("#stage").bounding_box()
    places = [visit.page.evaluate("label => window.graphkit.placeOf(label)", label) for label in added]
    shown = [place for place in places if place is not None]
    assert len(shown) == 25
    for place in shown:
        assert stage["x"] <= place["x"] <= stage["x"] + stage["width"]
        assert stage["y"] <= place["y"] <= stage["y"] + stage["height"]
    visit.page.locator("#undo").click()
    assert visit.shown() == f"显示 {count} / 201 个节点"


def test_tables_show_the_same_and_sort(visit: Visit) -> None:
    visit.page.locator("#table").click()
    names = visit.page.locator("#table-view table.nodes tbody th")
    assert names.count() == 7
    visit.page.locator("#sort-nodes-name").click()
    assert visit.page.locator("#table-view table.nodes th").first.get_attribute("aria-sort") == "ascending"
    ascending = names.all_inner_texts()
    visit.page.locator("#sort-nodes-name").click()
    assert names.all_inner_texts() == ascending[::-1]
    visit.page.locator("#groupsOff-Policy").uncheck()
    assert names.count() == 5
    visit.page.locator("#table-view table.relations tr", has_text="乙局要认真学习").click()
    assert visit.page.locator("#panel h2").inner_text() == "乙局 → 全省工作会议"


def test_thousands_of_rows_come_by_and_by(visitor: Visitor) -> None:
    visit = visitor.view(many_offices(700), Wish("responses"))
    visit.page.locator("#all").click()
    visit.page.locator("#table").click()
    rows = visit.page.locator("#table-view table.nodes tbody tr")
    assert rows.count() == 200
    visit.page.locator("#table-view button.more").first.click()
    assert rows.count() == 400


def test_the_time_bar_keeps_what_lies_in_the_range_and_what_has_no_date(visitor: Visitor) -> None:
    meetings = [node(f"m{year}", "Meeting", f"{year}年会议", heldOn=f"{year}-03-01") for year in (2019, 2021, 2023)]
    edges = [Edge("a", gk.respondedTo, one.iri) for one in meetings]
    visit = visitor.view(made_of([*meetings, node("a", "Agency", "甲局")], edges), Wish("responses"))
    assert "2019-03-01 至 2023-03-01" in visit.page.locator("#time").inner_text()
    assert "1 个没有日期" in visit.page.locator("#time").inner_text()
    visit.page.locator("#from").evaluate(
        "(box) => { box.value = String(Number(box.min) + 400); box.dispatchEvent(new Event('input')); }"
    )
    assert "2019年会议" not in visit.drawn()
    assert "2023年会议" in visit.drawn()
    assert "甲局" in visit.drawn()
    visit.page.locator("#to").focus()
    visit.page.keyboard.press("End")
    visit.page.locator("#every-time").click()
    assert "2019年会议" in visit.drawn()
    visit.page.locator("#play").click()
    visit.page.wait_for_function("() => window.graphkit.store.now().range !== null")
    visit.page.locator("#play").click()
    assert visit.page.evaluate("() => window.graphkit.store.now().range") is None


def test_a_link_opens_the_page_as_it_was_seen(visit: Visit, visitor: Visitor) -> None:
    visit.click("子办法")
    visit.page.locator("#groupsOff-Person").uncheck()
    visit.page.locator("#groupsOff-Topic").check()
    visit.page.locator("#link").click()
    address = visit.page.evaluate("() => location.href")
    assert "#" in address
    assert str(visitor.folder) in address
    other = visitor.context.new_page()
    other.goto(address)
    other.wait_for_selector("html[data-ready=yes]")
    assert other.locator("#panel h2").inner_text() == "子办法"
    assert other.locator("#shown").inner_text() == visit.shown()
    assert not other.locator("#groupsOff-Person").is_checked()
    assert other.locator("#groupsOff-Topic").is_checked()
    other.close()


def test_a_link_that_names_nothing_known_is_obeyed_as_far_as_it_goes(visitor: Visitor) -> None:
    visit = visitor.view(small_network())
    visit.page.evaluate("() => { location.hash = '#n=nothing&f=Agency,%3Cscript%3E&d=9&t=x..y&z=a,b&l=1~2&m=text99'; }")
    visit.page.wait_for_function("() => document.getElementById('shown').textContent.includes('2 / 8')")
    assert visit.complaints == []


def test_two_things_are_joined_by_their_shortest_paths(visit: Visit) -> None:
    visit.page.locator("#path").click()
    visit.page.locator("#path-0").fill("张三")
    visit.page.locator("#path-0").press("Enter")
    visit.page.locator("#path-1").fill("母法")
    visit.page.locator("#path-1").press("Enter")
    told = " ".join(visit.panel().split())
    assert "最短路径 1 条" in told
    assert "子办法 —依据→ 母法" in told
    assert visit.count("svg.picture .line.chosen") == 3
    visit.page.locator("#path-clear").click()
    assert visit.count("svg.picture .line.chosen") == 0


def test_the_ends_of_a_path_can_be_clicked(visit: Visit) -> None:
    visit.page.locator("#path").click()
    visit.click("乙局")
    visit.click("母法")
    assert "最短路径" in visit.panel()


def test_a_path_page_tells_its_paths_in_sentences(visitor: Visitor) -> None:
    visit = visitor.view(small_network(), Wish("all", path=("b", "old")))
    assert "最短路径 1 条" in visit.panel()
    assert "子办法 —依据→ 母法" in " ".join(visit.panel().split())
    assert "乙局要认真学习" in visit.panel()


def detours() -> Network:
    """Give two offices joined by a meeting, and by a policy that two further offices took up."""
    nodes = [node(one, "Agency", f"{one}局") for one in "甲乙丙丁"]
    nodes += [node("m", "Meeting", "会议"), node("p", "Meeting", "座谈会")]
    edges = [Edge(one, gk.respondedTo, "m") for one in "甲乙"]
    edges += [Edge("甲", gk.cooperatesWith, "丙"), Edge("丙", gk.respondedTo, "p"), Edge("乙", gk.respondedTo, "p")]
    return made_of(nodes, sorted(edges, key=lambda edge: (edge.source, edge.predicate, edge.target)))


def test_longer_paths_are_shown_when_they_are_asked_for(visitor: Visitor) -> None:
    visit = visitor.view(detours(), Wish("all", path=("甲", "乙")))
    assert "最短路径 1 条" in visit.panel()
    assert visit.shown() == "显示 3 / 5 个节点"
    visit.page.locator("#longer").select_option("1")
    assert "路径 2 条" in visit.panel()
    assert visit.shown() == "共 5 个节点"
    visit.page.locator("#longer").select_option("0")
    assert visit.shown() == "显示 3 / 5 个节点"
    visit.page.locator("#undo").click()
    assert "3 步" in visit.panel()
    assert visit.complaints == []


def test_paths_between_picked_ends_may_be_longer_too(visitor: Visitor) -> None:
    visit = visitor.view(detours(), Wish("all"))
    visit.page.locator("#path").click()
    for which, name in enumerate(("甲局", "乙局")):
        visit.page.locator(f"#path-{which}").fill(name)
        visit.page.locator(f"#path-{which}").press("Enter")
    assert visit.count("svg.picture .line.chosen") == 2
    visit.page.locator("#longer").select_option("1")
    assert visit.count("svg.picture .line.chosen") == 5
    visit.page.locator("#link").click()
    assert "g=1" in visit.page.evaluate("() => location.hash")


def test_the_page_prints_its_picture_and_its_relations_on_a4(visit: Visit, tmp_path: Path) -> None:
    visit.page.emulate_media(media="print")
    visit.page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    assert visit.page.locator("#paper svg").is_visible()
    assert visit.page.locator("#stage").is_hidden()
    printed = visit.page.locator("#paper table").inner_text()
    assert "甲局传达学习会议精神" in printed
    assert "甲简报2021年第2期 · 2021-03-22" in printed
    visit.page.pdf(path=tmp_path / "paper.pdf", prefer_css_page_size=True)
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")
    visit.page.evaluate("() => window.dispatchEvent(new Event('afterprint'))")
    assert visit.page.locator("#paper").inner_html() == ""

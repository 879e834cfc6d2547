"""Who is to do a task, by when and how much, as the words of the point say; near misses say nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.model.facts import Cooperation, Issuance, Modality, Point
from graphkit.read import document_of
from graphkit.resolve.annotate import annotate

HEAD = "工作动态\n发布时间：2023-06-20  来源：江西日报\n"
LEAD = "6月3日，江西省水利厅召开全省水利工作会议。会议要求，一要提高认识；二要"


def point_of(words: str) -> tuple[Point, list[str], list[str]]:
    """Give the second point of a meeting of June 2023, the names of who is to do it and of who helps."""
    annotation = annotate(document_of(f"{HEAD}{LEAD}{words}。\n"))
    points = [fact for fact in annotation.facts if isinstance(fact, Point)]
    assert len(points) == 2
    leads, helpers = (
        [annotation.entities[body].names[-1] for body in bodies]
        for bodies in (points[1].assigned_to, points[1].assisted_by)
    )
    return points[1], leads, helpers


@pytest.mark.parametrize(
    ("words", "leads", "helpers"),
    [
        ("加强巡查，由省水利厅牵头", ["省水利厅"], []),
        ("加强巡查，省水利厅牵头，省财政厅、省林业局配合", ["省水利厅"], ["省财政厅", "省林业局"]),
        ("加强巡查，省财政厅、省林业局配合，省水利厅牵头", ["省水利厅"], ["省财政厅", "省林业局"]),
        ("加强巡查（责任单位：省水利厅、省财政厅）", ["省水利厅", "省财政厅"], []),
        ("加强巡查（牵头单位：省水利厅，责任单位：省财政厅）", ["省水利厅"], ["省财政厅"]),
        ("加强巡查（牵头单位：省水利厅；配合单位：省财政厅、各市、县）", ["省水利厅"], ["省财政厅", "各市"]),
        ("加强巡查（省水利厅牵头，省财政厅按职责分工负责）", ["省水利厅"], ["省财政厅"]),
        ("加强巡查，省水利厅会同省财政厅负责落实", ["省水利厅"], ["省财政厅"]),
        ("加强巡查，省水利厅、省财政厅要于9月底前完成排查", ["省水利厅", "省财政厅"], []),
        ("加强巡查，各县（市、区）水利局要完成排查", ["各县（市、区）水利局"], []),
        ("加强巡查，各地各部门要于9月底前报送总结", ["各地", "各部门"], []),
        ("加强巡查，各成员单位按职责分工负责", ["各成员单位"], []),
        ("加强巡查。各县（区）水利局要在3月底前完成划界", ["各县（区）水利局"], []),
        ("加强巡查。省水利厅要求严格，各地自查", [], []),
        ("加强巡查，请省水利厅制定方案", ["省水利厅"], []),
        ("加强巡查。（省水利厅、省财政厅，6月底前完成）", ["省水利厅", "省财政厅"], []),
        ("推广经验（省水利厅）的做法，向社会公布", [], []),
        ("加强巡查，由省水利厅安排专项资金", ["省水利厅"], []),
        ("加强巡查，结果由省水利厅审核", [], []),
        ("加强巡查，由省水利厅批准后实施", [], []),
        ("加强巡查，省水利厅完善方案，省财政厅落实资金", ["省水利厅", "省财政厅"], []),
        ("加强巡查，省水利厅抓紧6月底前完成排查", ["省水利厅"], []),
        ("加强巡查，省水利厅完善了方案", [], []),
        ("加强巡查，学习省水利厅加强管理的做法", [], []),
        ("加强巡查，邀请省水利厅开展培训", [], []),
        ("加强巡查，请省水利厅予以支持", [], []),
        ("加强巡查，及时向省水利厅报告", [], []),
        ("加强巡查，落实省水利厅的各项要求", [], []),
        ("加强巡查，督促各单位负责人到位", [], []),
        ("对各部门要求的事项逐条落实", [], []),
        ("了解各乡镇在用水方面的困难", [], []),
    ],
)
def test_a_point_names_who_is_to_do_it_and_who_helps(words: str, leads: list[str], helpers: list[str]) -> None:
    assert point_of(words)[1:] == (leads, helpers)


def test_a_bracket_that_says_whose_task_it_is_ends_the_heading() -> None:
    point, *bodies = point_of("抓好宣传（牵头单位：省教育厅；配合单位：省水利厅）")
    assert (point.heading, bodies) == ("抓好宣传", [["省教育厅"], ["省水利厅"]])


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("完成整改，2025年底前建成", "2025"),
        ("完成整改，2024年12月31日前报送", "2024-12-31"),
        ("完成整改，9月底前报送", "2023-09"),
        ("完成整改，今年年底前见效", "2023"),
        ("完成整改，明年3月底前见效", "2024-03"),
        ("完成整改，二季度末前见效", "2023-06"),
        ("完成整改，2024年上半年完成", "2024-06"),
        ("完成整改（完成时限：9月30日）", "2023-09-30"),
        ("完成整改，本月25日前报送", "2023-06-25"),
        ("每月5日前报送进展", None),
        ("每季度末前报送进展", None),
        ("通报一季度情况", None),
        ("完成整改，三年内全面建成", "2026"),
        ("完成整改，力争到2030年全面建成", "2030"),
        ("总结2022年工作经验", None),
        ("保持三年来的好势头", None),
        ("落实9月会议部署", None),
    ],
)
def test_a_point_says_by_when(words: str, end: str | None) -> None:
    period = point_of(words)[0].period_end
    assert (period.iso if period is not None else None) == end


@pytest.mark.parametrize(
    ("words", "number", "most", "sign"),
    [
        ("新建水库12座", "12", None, "="),
        ("新建水库12座以上", "12", None, "≥"),
        ("新建水库不少于12座", "12", None, "≥"),
        ("投资控制在12亿元以内", "1200000000", None, "≤"),
        ("新建水库10至12座", "10", "12", "="),
        ("安排资金约500万元", "5000000", None, "≈"),
    ],
)
def test_a_target_has_number_bound_and_range(words: str, number: str, most: str | None, sign: str) -> None:
    quantity = point_of(words)[0].targets[0].quantity
    assert f"{quantity.number:f}" == number
    assert (f"{quantity.maximum:f}" if quantity.maximum is not None else None) == most
    assert quantity.comparator == sign


def points_in(text: str) -> list[Point]:
    return [fact for fact in annotate(document_of(text)).facts if isinstance(fact, Point)]


MINUTES = "江西省水利厅2024年第2次厅务会议纪要\n2024年3月5日，江西省水利厅召开第2次厅务会议。"


@pytest.mark.parametrize(
    ("words", "headings"),
    [
        ("会议决定，由省水利厅牵头，省财政厅配合，于6月30日前完成排查。", ["于6月30日前完成排查"]),
        ("会议明确，加固水库12座，由省水利厅负责。", ["加固水库12座"]),
        ("会议要求，各县（市、区）水利局要在5月底前完成排查；及时报告。", ["各县（市、区）水利局要在5月底前完成排查"]),
        ("会议指出，由省水利厅牵头的排查已于2月底前完成。", []),
        ("会议听取了省水利厅负责同志的汇报。", []),
        ("会议强调，要抓紧制定《江西省节水办法》。", ["抓紧制定《江西省节水办法》"]),
        ("会议决定开展“清水”专项行动，压实责任。", ["开展“清水”专项行动"]),
        ("会议听取了制定《江西省节水办法》的汇报，肯定了“清水”专项行动。", []),
        ("会议要求，各单位要提高认识。", []),
    ],
)
def test_a_meeting_gives_tasks_without_numbers(words: str, headings: list[str]) -> None:
    found = points_in(f"{MINUTES}{words}\n")
    assert [point.heading for point in found] == headings
    assert all(point.ordinal is None and (point.assigned_to or point.carries) for point in found)


TABLE = (
    "关于印发重点任务分工的通知\n各设区市水利局：\n现将重点任务分工印发给你们。\n江西省水利厅\n2024年3月5日\n附件：重点任务分工表\n"
    "序号　　重点任务　　牵头单位　　责任单位　　完成时限\n"
    "1　　加固水库12座　　省水利厅　　省财政厅、各设区市　　2024年6月底前\n"
    "2　　推进划界，完成率达到90%以上　　省林业局　　省水利厅　　9月底\n"
)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("请各设区市水利局于5月10日前报送总结。", 1),
        ("各设区市水利局负责本行政区域水库管理工作。", 0),
        ("3月1日，省长周大海作出批示：“请省水利厅会同南昌市抓紧整改，5月底前办结。”", 0),
        ("第一条本办法由江西省水利厅负责解释。\n第二条各设区市水利局应于每年5月10日前报送总结。", 0),
    ],
)
def test_a_notice_asks_without_numbers_but_its_articles_do_not(words: str, count: int) -> None:
    head = "关于做好水库管理工作的通知\n各设区市水利局：\n"
    assert len(points_in(f"{head}{words}\n江西省水利厅\n2024年3月5日\n")) == count


def test_each_row_of_a_table_of_tasks_is_a_task() -> None:
    annotation = annotate(document_of(TABLE))
    rows = [
        (
            point.heading,
            [annotation.entities[body].names[-1] for body in (*point.assigned_to, *point.assisted_by)],
            point.period_end.iso if point.period_end else None,
            [(f"{target.quantity.number:f}", target.quantity.comparator) for target in point.targets],
        )
        for point in annotation.facts
        if isinstance(point, Point)
    ]
    assert rows == [
        ("加固水库12座", ["省水利厅", "省财政厅", "各设区市"], "2024-06", [("12", "=")]),
        ("推进划界", ["省林业局", "省水利厅"], "2024-09", [("90", "≥")]),
    ]


def test_a_table_of_persons_states_no_task() -> None:
    assert points_in(TABLE.replace("重点任务　", "姓名　").replace("完成时限", "电话")) == []


def test_when_a_notice_takes_effect_is_no_task() -> None:
    text = (
        "江西省水利厅公告\n现将有关事项公告如下：\n一、严格用水定额管理。\n二、本公告自发布之日起施行。\n"
        "江西省水利厅\n2024年3月5日\n"
    )
    assert [point.heading for point in points_in(text)] == ["严格用水定额管理"]


@pytest.mark.parametrize(
    ("words", "modality"),
    [
        ("由云岭县教育局牵头，县公安局配合，对学校开展了联合检查。", Modality.REPORTED),
        ("由云岭县教育局牵头，县公安局配合，6月底前完成联合检查。", Modality.DEMANDED),
        ("方案明确了由云岭县教育局牵头，县公安局配合，对学校开展联合检查。", Modality.DEMANDED),
    ],
)
def test_work_that_is_assigned_reads_as_asked_for_until_it_is_told_as_done(words: str, modality: Modality) -> None:
    facts = annotate(document_of(f"{HEAD}{words}\n")).facts
    assert [fact.evidence[0].modality for fact in facts if isinstance(fact, Cooperation)] == [modality]


def test_bodies_that_are_to_cooperate_help_with_the_task() -> None:
    assert point_of("全力推进，由省水利厅牵头，省财政厅、省林业局等部门密切配合")[1:] == (
        ["省水利厅"],
        ["省财政厅", "省林业局"],
    )


def test_points_of_a_circular_follow_the_heading_of_their_part() -> None:
    text = (
        "关于全市春耕生产情况的通报\n各县（市、区）人民政府：\n现将有关情况通报如下：\n"
        "一、春耕生产进展情况\n目前呈现以下几个特点：\n一是重视程度高。\n二是农资储备足。\n"
        "二、当前我市春耕工作存在的问题\n一是部分干部认识不足。\n二是农资价格居高不下。\n"
        "三、下步备春耕生产工作安排\n一要强化引导。\n二要强化服务。\n滨海市农业农村局\n2023年6月20日\n"
    )
    points = [fact for fact in annotate(document_of(text)).facts if isinstance(fact, Point)]
    assert [(one.point, one.heading) for one in points] == [
        ("Achievement", "重视程度高"),
        ("Achievement", "农资储备足"),
        ("Task", "强化引导"),
        ("Task", "强化服务"),
    ]


def test_a_merged_cell_says_who_is_to_do_the_rows_below() -> None:
    rows = (
        "序号　　重点任务　　责任单位　　完成时限\n1　　加固水库12座　　省水利厅　　6月底前\n"
        "2　　清理河道淤积　　7月底前\n3　　推进河湖划界　　省林业局　　9月底\n4　　修订防汛预案　　省应急管理厅\n"
    )
    annotation = annotate(document_of(TABLE[: TABLE.index("序号")] + rows))
    found = [
        (point.heading, [annotation.entities[body].names[-1] for body in point.assigned_to])
        for point in annotation.facts
        if isinstance(point, Point)
    ]
    assert found == [("加固水库12座", ["省水利厅"]), ("清理河道淤积", ["省水利厅"]), ("推进河湖划界", ["省林业局"])]


def test_rows_of_a_table_above_the_date_sign_nothing() -> None:
    text = (
        "云岭县2023年水利工作要点\n为做好全县水利工作，制定本要点。\n附件：任务分工表\n"
        "序号　　重点任务　　责任单位　　完成时限\n1　　开展河道清淤　　云岭县水利局　　6月底\n"
        "2　　排查水库隐患　　云岭县应急管理局　　8月底\n云岭县人民政府\n2023年3月1日\n"
    )
    annotation = annotate(document_of(text))
    issuers = [annotation.entities[one.issuer].names[0] for one in annotation.facts if isinstance(one, Issuance)]
    assert issuers == ["云岭县人民政府"]


PLAN = (
    "云岭县春季绿化行动方案\n为做好绿化工作，制定本方案。\n一、实施步骤\n（一）{}。制定方案。\n（二）总结提升阶段。形成报告。\n"
    "二、保障措施\n（一）加强领导。\n（二）严格考核。\n云岭县人民政府\n2023年3月1日\n"
)


@pytest.mark.parametrize(
    ("heading", "start", "end"),
    [
        ("动员部署阶段（3月1日至3月31日）", "2023-03-01", "2023-03-31"),
        ("动员部署阶段（2023年11月至2024年1月）", "2023-11", "2024-01"),
        ("第一阶段：动员部署（3月1日—20日）", "2023-03-01", "2023-03-20"),
        ("动员部署阶段（11月1日至3月31日）", None, None),  # ends before it begins
        ("动员部署阶段（3月）", None, None),
    ],
)
def test_a_phase_keeps_its_heading_and_lasts_from_then_to_then(
    heading: str, start: str | None, end: str | None
) -> None:
    points = [fact for fact in annotate(document_of(PLAN.format(heading))).facts if isinstance(fact, Point)]
    first, second = points[0].period_start, points[0].period_end
    assert points[0].heading == heading.split("：", maxsplit=1)[0]
    assert (first.iso if first is not None else None, second.iso if second is not None else None) == (start, end)


def test_the_year_of_a_deadline_is_that_of_the_title_where_nothing_else_names_one() -> None:
    text = (
        "云岭县药品监督管理局2024年工作要点\n为做好全年工作，制定本要点。\n"
        "一、强化监管，11月底前完成检查。\n二、优化服务。\n"
    )
    assert [point.period_end and point.period_end.iso for point in points_in(text)] == ["2024-11", None]


@pytest.mark.parametrize(
    ("words", "until"),
    [
        ("于2023年11月20日17时前提交材料", "2023-11-20"),
        ("于9月5日下午下班前报送", "2023-09-05"),
        ("于9月5日12:00前报送", "2023-09-05"),
        ("网上报名，报名时间：2023年6月5日9:00至6月9日17:00", "2023-06-09"),
        ("网上报名，报名时间：6月5日至9日", "2023-06-09"),
    ],
)
def test_the_hour_of_the_last_day_stands_before_what_it_ends(words: str, until: str) -> None:
    point, *_ = point_of(words)
    assert point.period_end is not None
    assert point.period_end.iso == until


def test_where_an_office_is_set_up_and_what_it_answers_for_is_no_task() -> None:
    text = (Path(__file__).parent / "documents" / "plan_with_office.txt").read_text("utf-8")
    headings = [fact.heading for fact in annotate(document_of(text)).facts if isinstance(fact, Point)]
    assert headings == ["加快污水处理设施建设", "整治违规占用湖滨带问题"]


def test_a_meeting_that_tells_bodies_what_to_do_sets_a_task_for_each() -> None:
    words = (
        "会议要求，省水利厅抓紧完善方案，省财政厅落实资金500万元，各市6月底前完成排查。会议指出，省林业局加强了巡护。"
    )
    annotation = annotate(document_of(f"{HEAD}6月3日，江西省政府召开全省水利工作会议。{words}\n"))
    told = {
        fact.heading: [annotation.entities[body].names[-1] for body in fact.assigned_to]
        for fact in annotation.facts
        if isinstance(fact, Point) and fact.ordinal is None
    }
    assert told == {
        "省水利厅抓紧完善方案": ["省水利厅"],
        "省财政厅落实资金500万元": ["省财政厅"],
        "各市6月底前完成排查": ["各市"],
    }

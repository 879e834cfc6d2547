"""Who leaves a post is told as such, and contradicts nobody who follows."""

from __future__ import annotations

from pathlib import Path

import graphkit
from graphkit.dataset import Dataset, open_dataset
from graphkit.settings import Settings
from graphkit.workflow import build

NEWS = "南阳市财政局召开会议\n\n2024年1月5日，南阳市财政局召开会议，局长张国强出席并讲话。\n"
NOTICE = (
    "南阳市人民政府关于王立新等同志职务任免的通知\n\n宛政任〔2024〕3号\n\n各县（市、区）人民政府：\n\n经市政府研究决定：\n\n"
    "任命王立新为南阳市财政局局长；\n\n{removal}南阳市人民政府\n2024年5月6日\n"
)
REMOVAL = "免去张国强的南阳市财政局局长职务。\n\n"


def _built(folder: Path, news: str, removal: str) -> Dataset:
    sources = folder / "sources"
    sources.mkdir(parents=True)
    (sources / "news.txt").write_text(news, "utf-8")
    (sources / "notice.txt").write_text(NOTICE.format(removal=removal), "utf-8")
    build([sources], Settings(dataset=folder / "dataset"))
    return open_dataset(folder / "dataset")


def test_posts_tell_who_came_and_who_went(tmp_path: Path) -> None:
    rows = graphkit.ask(_built(tmp_path, NEWS, REMOVAL), "posts")
    told = [(row["姓名"], row["任免"], row["职务"], row["机构"]) for row in rows]
    assert told == [
        ("张国强", "任职", "局长", "南阳市财政局"),
        ("张国强", "免职", "局长", "南阳市财政局"),
        ("王立新", "任职", "局长", "南阳市财政局"),
    ]


def test_a_successor_contradicts_nobody_and_two_holders_do(tmp_path: Path) -> None:
    dated = NEWS.replace("召开会议\n", "召开会议\n\n发布时间：2024-01-06\n", 1)
    assert graphkit.ask(_built(tmp_path / "followed", dated, REMOVAL), "conflicts") == []
    rows = graphkit.ask(_built(tmp_path / "both", dated, ""), "conflicts")
    assert {row["说法"] for row in rows} == {"张国强", "王立新"}


def test_two_of_one_name_in_a_post_are_asked_about_and_no_contradiction(tmp_path: Path) -> None:
    news = "南阳市人民政府办公室调研\n\n发布时间：2024-06-06\n\n6月5日，市政府副秘书长、市财政局局长王立新调研。\n"
    dataset = _built(tmp_path, news, "")
    assert len({row["机构"] for row in graphkit.ask(dataset, "posts")}) == 2
    assert graphkit.ask(dataset, "conflicts") == []

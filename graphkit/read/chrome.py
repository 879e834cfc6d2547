"""A line that lost its breaks in, where the path, labels and hour that a site sets over its pages stand out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

LABEL = (
    "(?:信息来源：|文章来源：|稿件来源：|来源：|发布(?:时间|日期)：|更新(?:时间|日期)：|发文(?:时间|日期)：|发表(?:时间|日期)：|"
    "时间(?<![一-鿿]时间)：|日期(?<![一-鿿]日期)：|作者：|责任编辑：|编辑：|"
    "浏览(?:次数|量)?：|点击(?:数|量|次数)?：|阅读(?:次数|量)?：|字号：|字体：)"
)
"""What opens a field of the bar over the text of a web page; each opens with a word, to which the engine skips."""

_DATE = r"\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?(?: ?\d{1,2}:\d{2}(?::\d{2})?)?"
_FIELDS = re.compile(f"{LABEL}(?:{_DATE})?")
_DATED = re.compile(_DATE)
_PATH = re.compile(r"[>»|\d正如](?:(?<=[>»|])[>»|]?|(?<=\d)\d?:\d{2}(?::\d{2})?|(?<=正)文|(?<=如)下：)")
# The title of the page and, in the same line, that of the paper.
_TWICE = re.compile("(?P<title>[^。；：]{10,90}?)(?P=title)")
_BEFORE_SERIAL = re.compile(r"[局委办院府会厅0-9A-Za-z）>：](?=[一-鿿]{2,8}[〔\[]\d{4}[〕\]]\d+号[一-鿿])")
_FEWEST, _GAP = 2, 40
# Of a title that is said twice five characters stand again, at least ten and at most ninety behind.
_SAMPLE, _NEAREST, _FARTHEST = 5, 10, 90


def starts_behind(line: str, limit: int) -> Iterator[int]:
    """Iterate over the offsets below `limit` at which a paper's head may begin behind such things, likeliest first."""
    twice = _TWICE.search(line, 0, limit) if _says_twice(line[:limit]) else None
    if twice is not None:
        yield twice.end("title")
    ends = [found.end() for pattern in (_PATH, _FIELDS) for found in pattern.finditer(line, 0, limit)]
    ends.extend(found.end() for found in _BEFORE_SERIAL.finditer(line, 0, limit))
    yield from sorted(set(ends), reverse=True)


def _says_twice(line: str) -> bool:
    """Tell whether samples of a line stand again as near as in a title said twice, which takes long to look for."""
    step = _NEAREST - _SAMPLE + 1  # each title, however it lies, holds one whole sample
    for at in range(0, len(line) - _NEAREST - _SAMPLE + 1, step):
        sample, reach = line[at : at + _SAMPLE], at + _FARTHEST + _SAMPLE
        again = line.find(sample, at + _NEAREST, reach)
        while again >= 0:
            if _is_run(line, at, again - at):
                return True
            again = line.find(sample, again + 1, reach)
    return False


def _is_run(line: str, at: int, distance: int) -> bool:
    """Tell whether as many characters about a place stand again behind them as lie between."""
    low = high = at
    while low > 0 and line[low - 1] == line[low - 1 + distance]:
        low -= 1
    while high + distance < len(line) and line[high] == line[high + distance]:
        high += 1
    return high - low >= distance


def around_labels(line: str, limit: int) -> Iterator[int]:
    """Iterate over the offsets around a bar of fields that holds a date (来源：某网时间：2023-01-05浏览：)."""
    fields = list(_FIELDS.finditer(line, 0, limit))
    run = fields[:1]
    for before, after in pairwise(fields):
        if after.start() - before.end() > _GAP:
            break
        run.append(after)
    if run and (len(run) >= _FEWEST or _DATED.search(run[0][0])) and any(_DATED.search(one[0]) for one in run):
        yield from (run[0].start(), run[-1].end())

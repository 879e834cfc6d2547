"""How long each ready question takes, warm, on the seed and the corpus: asked of one thing, and of everything.

CPU time of this process, which is the wall time of a machine that does nothing else.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from graphkit.dataset import Dataset, open_dataset  # noqa: E402 - after the path of a script
from graphkit.model.tables import Table  # noqa: E402
from graphkit.query.asking import bind_question  # noqa: E402
from graphkit.query.catalogue import ready_questions  # noqa: E402
from graphkit.settings import Settings  # noqa: E402
from graphkit.workflow import build  # noqa: E402

SHARED = ROOT.parent / "shared"
RUNS = 7
AIM = 50.0
ABOUT = {
    "meeting": "全省机关事务工作暨党风廉政建设党建工作会议",
    "of": "2021年全省机关事务工作要点",
    "agency": "四川省机关事务管理局",
    "policy": "四川省省级机关办公用房租用管理办法",
    "thing": "四川省机关事务管理局",
    "document": "四川省机关事务管理局简报2021年第2期",
    "item": "党史学习教育",
    "person": "郭春英",
}
"""What each parameter is asked about: things of the seed."""


def timed(dataset: Dataset, sparql: str) -> tuple[float, int]:
    """Give the best of some runs in milliseconds, and the rows."""
    best, rows = float("inf"), 0
    for _ in range(RUNS):
        start = time.process_time()
        answer = dataset.query(sparql)
        assert isinstance(answer, Table)
        rows = len(list(answer))
        best = min(best, (time.process_time() - start) * 1000)
    return best, rows


def main() -> None:
    """Print a line for each question, and what is over the aim."""
    with TemporaryDirectory() as folder:
        given = sys.argv[1:]
        if not given:
            build([SHARED / "seed", SHARED / "corpus"], Settings(dataset=Path(folder) / "dataset"))
        dataset = open_dataset(given[0] if given else Path(folder) / "dataset")
        print(f"{'question':16}{'of one thing ms':>16}{'rows':>6}{'of everything ms':>18}{'rows':>6}")
        for question in ready_questions():
            first = question.parameters[0]
            one, rows = timed(dataset, bind_question(dataset, question, {first.name: ABOUT[first.name]}).sparql)
            told = f"{question.name:16}{one:16.1f}{rows:6}"
            if any(parameter.is_required for parameter in question.parameters):
                everything, count = 0.0, 0
            else:
                everything, count = timed(dataset, question.sparql)
                told += f"{everything:18.1f}{count:6}"
            print(told + ("  over 50 ms" if max(one, everything) > AIM else ""))


if __name__ == "__main__":
    main()

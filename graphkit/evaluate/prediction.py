"""What graphkit reads in the text beside a gold file: a gold path goes in, a predicted gold record comes out."""

from __future__ import annotations

import hashlib
from pathlib import Path

from graphkit.errors import GraphkitError
from graphkit.evaluate.form import gold_of
from graphkit.evaluate.gold import Gold
from graphkit.extract.lexicon import open_lexicon
from graphkit.read import read_path
from graphkit.resolve.annotate import annotate
from graphkit.settings import Settings

GOLD_SUFFIX = ".gold.json"


class GoldTextError(GraphkitError):
    """Raised when the text of a gold file is missing or is not the text that was marked."""

    def __init__(self, text: Path, reason_zh: str, reason: str) -> None:
        """Keep the text's path and the reason."""
        super().__init__(f"{text}: {reason_zh} / {reason}")
        self.text = text
        self.reason = reason


def text_of(path: Path, gold: Gold, *, texts: Path | None = None) -> Path:
    """Give the text that NAME.gold.json marks: NAME.txt beside it or in `texts`, with the hash it names."""
    text = path.with_name(path.name.removesuffix(GOLD_SUFFIX).removesuffix(".json") + ".txt")
    if texts is not None:
        text = texts / text.name
    if not text.is_file():
        raise GoldTextError(text, "标注文件旁边没有原文", "no such text beside its gold file")
    if gold.text_sha256 not in {None, hashlib.sha256(text.read_bytes()).hexdigest()}:
        raise GoldTextError(text, "原文与标注时不同", "not the text that was marked (its SHA-256 differs)")
    return text


def predict(text: Path, settings: Settings) -> Gold:
    """Read one text and give what was read in the gold form."""
    return gold_of(annotate(read_path(text, settings), open_lexicon(settings.lexicon)))

"""What can go wrong, one class a kind; each error carries the data of its failure."""

from __future__ import annotations


class GraphkitError(Exception):
    """Base of all foreseen failures; the text is one line that says what to do."""


class UnreadableDocumentError(GraphkitError):
    """Raised when a source cannot be turned into a document; it is set aside."""

    def __init__(self, source: str, reason: str, *, remedy: str = "") -> None:
        """Keep the source, the reason and the remedy apart."""
        super().__init__(f"{source}: {reason}" + (f" ({remedy})" if remedy else ""))
        self.source = source
        self.reason = reason
        self.remedy = remedy


class QuoteMismatchError(GraphkitError):
    """Raised when a quote is not the slice of its text."""

    def __init__(self, quote: str, found: str, start: int, end: int) -> None:
        """Keep both texts and the place."""
        super().__init__(f"quote at char={start},{end} reads {found!r}, not {quote!r}")
        self.quote = quote
        self.found = found
        self.start = start
        self.end = end

"""A file and a place in it in, the command that shows it on this system out."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import quote

_PAGED: Sequence[tuple[str, str]] = (
    ("evince", "--page-index={page}"),
    ("atril", "--page-index={page}"),
    ("xreader", "--page-index={page}"),
    ("okular", "--page={page}"),
    ("SumatraPDF", "-page {page}"),
)
"""Viewers that open a PDF at a page, with the option that does."""

_PAGES = frozenset({".html", ".htm", ".shtml", ".xhtml"})
_WORDS = 40

Which = Callable[[str], "str | None"]


def opening_command(
    path: Path, page: int | None, words: str, *, platform: str = sys.platform, which: Which = shutil.which
) -> list[str]:
    """Give the command that opens a file: a PDF at its page, a web page at the words, else where it begins.

    Browsers follow `#page=N` in PDFs and `#:~:text=` in pages. [] where the system has nothing to open files with.
    """
    suffix = path.suffix.lower()
    if suffix == ".pdf" and page is not None:
        viewer = next(((found, option) for name, option in _PAGED if (found := which(name))), None)
        if viewer is not None:
            return [viewer[0], *viewer[1].format(page=page).split(), str(path)]
        return _with_browser(f"{path.as_uri()}#page={page}", platform, which)
    if suffix in _PAGES:
        line = words.strip().partition("\n")[0][:_WORDS]
        return _with_browser(f"{path.as_uri()}#:~:text={quote(line, safe='')}", platform, which)
    return _with_system(str(path), platform, which)


def launch(command: Sequence[str]) -> bool:
    """Start a command and leave it running; tell whether it could be started."""
    quiet = subprocess.DEVNULL
    try:
        subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)  # noqa: S603 - a viewer
    except OSError:
        return False
    return True


def _with_browser(address: str, platform: str, which: Which) -> list[str]:
    """Open an address: what opens files would drop what stands after `#`."""
    names = ("firefox", "chromium", "google-chrome", "microsoft-edge", "x-www-browser")
    browser = next(filter(None, map(which, names)), None)
    return [browser, address] if browser else _with_system(address, platform, which)


def _with_system(target: str, platform: str, which: Which) -> list[str]:
    if platform == "win32":
        return ["cmd", "/c", "start", "", target]
    opener = which("open" if platform == "darwin" else "xdg-open")
    return [opener, target] if opener else []

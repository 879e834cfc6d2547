"""What can go wrong, one class a kind; each error carries the data of its failure."""

from __future__ import annotations


class GraphkitError(Exception):
    """Base of all foreseen failures; the text is one line that says what to do.

    They go from process to process with their data.
    """

    def __reduce__(self) -> tuple[object, ...]:
        """Tell how it is made again without what its class is made of."""
        return _made_again, (type(self), self.args), self.__dict__


def _made_again(kind: type[GraphkitError], told: tuple[object, ...]) -> GraphkitError:
    return kind.__new__(kind, *told)


_WAYS_OUT = (
    ("No space left", "磁盘已满，请腾出空间再试", "the disk is full; make room and try again"),
    ("disk is full", "磁盘已满，请腾出空间再试", "the disk is full; make room and try again"),
    ("Disk quota exceeded", "超出配额，请腾出空间再试", "the quota is used up; make room and try again"),
    ("Read-only file system", "那里只读，请换一个文件夹", "it is read-only there; name another folder"),
    ("readonly database", "那里只读，请换一个文件夹", "it is read-only there; name another folder"),
    ("Permission denied", "没有权限，请换一个文件夹", "no permission; name another folder"),
    ("No such file", "没有这个文件夹，请先建立", "there is no such folder; make it first"),
    ("Is a directory", "那是文件夹，请写文件名", "that is a folder; name a file"),
    ("disk I/O error", "磁盘已满或出错，请检查磁盘", "the disk is full or fails; look after it"),
    ("unable to open database", "打不开，请看权限和磁盘空间", "it cannot be opened; see to permissions and room"),
)
"""Words of the system's reasons for refusing, with what to do, in both languages."""


def unwritable(place: object, reason: str) -> str:
    """Give one line for what cannot be written: where, what to do, and the system's own words."""
    for words, told_zh, told in _WAYS_OUT:
        if words in reason:
            return f"{place}: 无法写入，{told_zh} / cannot be written, {told}: {reason}"
    return f"{place}: 无法写入 / cannot be written: {reason}"


class UnreadableDocumentError(GraphkitError):
    """Raised when a source cannot be turned into a document; it is set aside.

    `is_passing` tells that another try may end otherwise: a program may be installed, a limit raised.
    """

    def __init__(self, source: str, reason: str, *, remedy: str = "", is_passing: bool = False) -> None:
        """Keep the source, the reason and the remedy apart."""
        super().__init__(f"{source}: {reason}" + (f" ({remedy})" if remedy else ""))
        self.source = source
        self.reason = reason
        self.remedy = remedy
        self.is_passing = is_passing


class QuoteMismatchError(GraphkitError):
    """Raised when a quote is not the slice of its text."""

    def __init__(self, quote: str, found: str, start: int, end: int) -> None:
        """Keep both texts and the place."""
        super().__init__(f"quote at char={start},{end} reads {found!r}, not {quote!r}")
        self.quote = quote
        self.found = found
        self.start = start
        self.end = end


class UnknownThingError(GraphkitError):
    """Raised when a fact names a thing or a word that its annotation or the vocabulary does not know."""

    def __init__(self, name: str, where: str) -> None:
        """Keep the name and where it was used."""
        super().__init__(f"{where}: {name!r} 未定义 / is not defined")
        self.name = name
        self.where = where


class BaseIriError(GraphkitError):
    """Raised when the base of a dataset's IRIs is no absolute IRI that ends in / or #."""

    def __init__(self, base: str) -> None:
        """Keep the base."""
        super().__init__(f"{base}: 不能作为 IRI 开头，应形如 / no base for IRIs, write it like https://example.org/id/")
        self.base = base


class LexiconError(GraphkitError):
    """Raised when a folder of the user's own tables cannot be used."""

    def __init__(self, place: str, reason: str) -> None:
        """Keep the file, with its line if one is at fault."""
        super().__init__(f"{place}: {reason}")
        self.place = place
        self.reason = reason


class SourcesTableError(GraphkitError):
    """Raised when a `sources.tsv` beside the files cannot be understood."""

    def __init__(self, table: str, reason: str) -> None:
        """Keep the table and the reason."""
        super().__init__(f"{table}: {reason}")
        self.table = table
        self.reason = reason


class StrictBuildError(GraphkitError):
    """Raised at the first document set aside in a build that is to be strict."""

    def __init__(self, source: str, reason: str, remedy: str) -> None:
        """Keep the source, the reason and the remedy apart."""
        told = f" → {remedy}" if remedy else ""
        super().__init__(f"{source}: {reason}{told} (--strict: 数据集未变 / the dataset is as it was)")
        self.source = source
        self.reason = reason
        self.remedy = remedy


class JudgementError(GraphkitError):
    """Raised when a table of judgements cannot be read."""

    def __init__(self, place: str, reason: str) -> None:
        """Keep the file, with its line if one is at fault."""
        super().__init__(f"{place}: 判断表有误 / in a table of judgements: {reason}")
        self.place = place
        self.reason = reason


class SourceMissingError(GraphkitError):
    """Raised when a path to read is not there."""

    def __init__(self, path: str) -> None:
        """Keep the path."""
        super().__init__(f"{path}: 没有这个文件或文件夹 / no such file or folder")
        self.path = path


class NoSourcesError(GraphkitError):
    """Raised when a dataset has lost its journal and nobody knows what it was read from."""

    def __init__(self, folder: str) -> None:
        """Keep the folder."""
        super().__init__(
            f"{folder}: 来源已不可考，请给出文件或文件夹 / its sources are not known any more; name them: "
            "graphkit build --repair PATH…"
        )
        self.folder = folder


class UnknownSourceError(GraphkitError):
    """Raised when a source to drop is none of the dataset's."""

    def __init__(self, path: str, folder: str) -> None:
        """Keep the path and the dataset's folder."""
        super().__init__(f"{path}: 不是 {folder} 的来源 / is no source of {folder}")
        self.path = path
        self.folder = folder


class DatasetMissingError(GraphkitError):
    """Raised when there is no dataset where one is to be opened."""

    def __init__(self, folder: str) -> None:
        """Keep the folder."""
        super().__init__(
            f"{folder} 中没有数据集，请先运行 graphkit build PATH… / no dataset in {folder}; run: graphkit build PATH…"
        )
        self.folder = folder


class ForeignFolderError(GraphkitError):
    """Raised when a dataset would be written among files that are not ours."""

    def __init__(self, folder: str, found: str) -> None:
        """Keep the folder and a file found in it."""
        super().__init__(
            f"{folder}: 已有其他文件（{found}），请换一个文件夹 / holds other files ({found}); name another folder"
        )
        self.folder = folder
        self.found = found


class DatasetLockedError(GraphkitError):
    """Raised when another process is building the same dataset."""

    def __init__(self, folder: str, process: str) -> None:
        """Keep the folder and the id of the other process."""
        super().__init__(
            f"{folder}: 进程 {process} 正在写入，请等它结束 / process {process} is building it; wait until it ends"
        )
        self.folder = folder
        self.process = process


class DatasetUnwritableError(GraphkitError):
    """Raised when the system does not let the dataset be written: no permission, no space."""

    def __init__(self, folder: str, reason: str) -> None:
        """Keep the folder and the system's reason."""
        super().__init__(unwritable(folder, reason))
        self.folder = folder
        self.reason = reason


class DatasetDamagedError(GraphkitError):
    """Raised when what is on disk is not what was written."""

    def __init__(self, folder: str, reason: str) -> None:
        """Keep the folder and the reason."""
        super().__init__(
            f"{folder}: 数据集损坏，可用 graphkit build --repair 修复 "
            f"/ the dataset is damaged; graphkit build --repair mends it: {reason}"
        )
        self.folder = folder
        self.reason = reason


class DatasetOutdatedError(DatasetDamagedError):
    """Raised when a dataset was made by another version of graphkit, whose journal has another form."""

    def __init__(self, journal: str, found: int, wanted: int) -> None:
        """Keep the journal's path; the message says which of the two to bring up to date."""
        super().__init__(journal, f"journal format {found}, not {wanted}")
        remedy = (
            "由较早的版本建成，请再运行一次 graphkit build / made by an earlier version; run graphkit build once more"
            if found < wanted
            else "由较新的版本建成，请更新 graphkit / made by a later version; update graphkit"
        )
        self.args = (f"{journal}: {remedy}",)


class AsOfError(GraphkitError):
    """Raised when a dataset cannot be shown as it was on a day."""

    def __init__(self, as_of: str, reason: str) -> None:
        """Keep the day as given and the reason."""
        super().__init__(f"--as-of {as_of}: {reason}")
        self.as_of = as_of
        self.reason = reason


class NoDateError(AsOfError):
    """Raised when what is given for a day is none."""


class SeveralMeantError(GraphkitError):
    """Raised when a name may mean several things, and whoever asks has to choose."""


class UnsettledNameError(GraphkitError):
    """Raised when a name that must mean one thing means none or several."""

    def __init__(self, name: str, candidates: tuple[str, ...] = ()) -> None:
        """Keep the name and the IRIs of what it may mean."""
        found = f"可以是 / may be: {' '.join(candidates)}" if candidates else "没有找到 / nothing is called so"
        super().__init__(f"{name}: {found}")
        self.name = name
        self.candidates = candidates


class SearchRefusedError(GraphkitError):
    """Raised when a text to search for is empty or far too long."""

    def __init__(self, reason_zh: str, reason: str) -> None:
        """Keep the reason in both languages."""
        super().__init__(f"无法搜索：{reason_zh} / cannot search: {reason}")
        self.reason_zh = reason_zh
        self.reason = reason


class IndexMissingError(GraphkitError):
    """Raised when a dataset was built before there was a search index, or its index was removed."""

    def __init__(self, folder: str) -> None:
        """Keep the folder."""
        super().__init__(
            f"{folder}: 没有搜索索引，请重新运行 graphkit build / has no search index; run graphkit build again"
        )
        self.folder = folder


class UnknownFormatError(GraphkitError):
    """Raised when a format of export is not known, or cannot hold what is asked of it."""

    def __init__(self, form: str, reason: str) -> None:
        """Keep the format and the reason."""
        super().__init__(f"{form}: {reason}")
        self.form = form
        self.reason = reason

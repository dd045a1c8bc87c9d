"""The context of writers of blocks: what a report refers to."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from reports.core.document.value import PublicId


def no_file(kind: str, public_id: str, words: str) -> str:
    return ""


def no_name(kind: str, public_id: str) -> str:
    return ""


@dataclass(frozen=True)
class Context:
    """`file_path` gives the path of a picture or document in the folder, named after words;
    `record_name` the name of a record, where its block prints none; `captions` counts the captions
    of the whole report.
    """

    file_path: Callable[[str, str, str], str] = no_file
    record_name: Callable[[str, str], str] = no_name
    captions: Counter[str] = field(default_factory=Counter)

    def file(self, kind: str, key: object, words: str) -> str:
        """Return the path of the file that a reference leads to, "" where it leads to none."""
        return self.file_path(kind, str(key), words) if isinstance(key, PublicId) else ""

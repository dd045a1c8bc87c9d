"""The context that all writers of blocks receive: paths of files, names of records, captions."""

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
    """Functions and counts that depend on the whole report.

    `file_path` gives the path of a picture or document in the folder, made from words.
    `record_name` gives the name of a record that its block does not print. `captions` counts the
    captions of the report.
    """

    file_path: Callable[[str, str, str], str] = no_file
    record_name: Callable[[str, str], str] = no_name
    captions: Counter[str] = field(default_factory=Counter)

    def file(self, kind: str, key: object, words: str) -> str:
        """Return the path of the file that a reference leads to; "" if there is none."""
        return self.file_path(kind, str(key), words) if isinstance(key, PublicId) else ""

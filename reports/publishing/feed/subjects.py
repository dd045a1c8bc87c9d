"""The subjects of feed entries, which are a kind and a public key, and their public states."""

import hashlib
from dataclasses import dataclass, field
from typing import Any

from wagtail.models import Page

from reports.content.models import AnnualReportPage, ContentPage, HomePage, ReportIndexPage
from reports.content.models.record_kind import find_kind, get_kinds_by_name
from reports.content.models.snippet import Snippet

PLAIN_PAGES: tuple[type[Page], ...] = (HomePage, ReportIndexPage, ContentPage)


def list_subject_kinds() -> list[str]:
    """Return the kinds of subjects in the order in which a transaction writes their entries."""
    return ["site", "page", "report", *get_kinds_by_name(), "redirect"]


@dataclass(frozen=True, order=True)
class Subject:
    """The subject of an entry: a report or page by its stable key, a record by its public key."""

    kind: str
    key: str

    def stored(self, site: int) -> str:
        """Return the name under which the database stores the subject."""
        return f"{site} {self.kind} {self.key}"

    @classmethod
    def from_stored(cls, stored: str) -> "Subject":
        _, kind, key = stored.split(" ", 2)
        return cls(kind, key)


@dataclass(frozen=True)
class State:
    """The public state of a subject: a digest of all of it, and the details that entries name.

    `references` name the rows on whose visibility, address or fields the digest depends; `names`
    are those by which other subjects refer to this one. Neither is ever sent to readers.
    """

    digest: str
    details: dict[str, Any]
    references: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)

    @property
    def stored(self) -> dict[str, Any]:
        """Return what is stored together with the digest."""
        return {"details": self.details, "references": self.references, "names": self.names}


def name_page(page: Page) -> Subject:
    """Return the subject for a page, whatever class it was loaded as."""
    is_report = issubclass(page.specific_class or Page, AnnualReportPage)
    return Subject("report" if is_report else "page", str(page.translation_key))


def name_record(record: Snippet) -> Subject:
    """Return the subject that a record is."""
    return Subject(find_kind(type(record)).name, getattr(record, record.key_field))


def redirect_key(old_path: str) -> str:
    """Return the key of a redirect: paths are as long as a stored subject may be."""
    return hashlib.sha256(old_path.encode()).hexdigest()[:32]

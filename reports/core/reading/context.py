"""Dataclasses for what rules read outside of the report: records, files, pages, remaining work."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from reports.core.figures import Figure


@dataclass(frozen=True)
class DocumentFacts:
    """Properties of a document file; rules read these and never open the file."""

    title: str
    is_pdf: bool = False
    tagged: bool = False
    language: str = ""
    titled: bool = False


@dataclass(frozen=True)
class UnfilledPlace:
    """A place that roll-forward emptied, or left to be read again, and that is still open.

    It has the block, the labels that lead to the place, and what the report of `year` said there.
    """

    block: str
    trail: tuple[str, ...]
    year: int
    was: str = ""
    is_there: bool = False
    """Whether last year's words stand there, and wait to be read again."""


@dataclass(frozen=True)
class CheckContext:
    """Values from the database around a report. A path that is not in `paths` was not looked up."""

    titles: tuple[str, ...] = ()
    """What the report is called: the title of its page and the one above its body."""
    directions: Mapping[str, str] = field(default_factory=dict)
    """By code of indicator: `up` or `down`, the direction that is good."""
    pictures: Mapping[int, str] = field(default_factory=dict)
    """By row id of picture: its title, which is often its file's name."""
    documents: Mapping[int, DocumentFacts] = field(default_factory=dict)
    hidden_pages: frozenset[int] = frozenset()
    """Row ids of linked pages that the public cannot see, or that are gone."""
    paths: Mapping[str, str] = field(default_factory=dict)
    """By internal path: `public`, `hidden` or `absent`."""
    source_document: int | None = None
    """The document that the report is the HTML equivalent of."""
    notices: tuple[str, ...] = ()
    """What the import had to repair or leave out."""
    lacking: tuple[tuple[str, str], ...] = ()
    """What no form would let be published: the id of the block, or nothing, and what is missing."""
    record_names: Mapping[str, Mapping[int | str, str]] = field(default_factory=dict)
    """By kind of which a reference is not confirmed: all names of records, by row id and by key."""
    unpublished: tuple[tuple[str, str], ...] = ()
    """Records that the public does not see: the id of a block that refers to one, and its name."""
    duplicates: tuple[tuple[str, str, str], ...] = ()
    """Records that may be one: the id of a block that refers to one, and both names with keys."""
    unfilled: tuple[UnfilledPlace, ...] = ()
    """What is left of what was to do when the report was begun from another, in its order."""
    plain_in_pdf: tuple[str, ...] = ()
    """What is plain text in the last PDF: ids of blocks, `note 3`, `introduction`."""
    key: UUID | None = None
    """The stable key of the report, by which citations name it."""
    cited_figures: Mapping[str, Figure] = field(default_factory=dict)
    """By address: the public figures of other reports and of indicators that are cited."""
    published_cells: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """By the ids of row and column: the text of each cell in the last version of the report."""

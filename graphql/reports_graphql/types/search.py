"""Types of search results: passages of reports, and records."""

from collections.abc import Iterable
from typing import Any, Self

import strawberry
from django.core.exceptions import ImproperlyConfigured
from strawberry import Parent

from reports import models
from reports.content.models.record_kind import RecordKind, list_searched_kinds
from reports.core.document.block_ids import derive_id
from reports.core.text.excerpt import Excerpt, build_excerpt, count_utf16
from reports.core.text.search_words import SearchWord
from reports.core.text.word_finder import WordFinder
from reports_graphql.connection import Connection
from reports_graphql.context import Context
from reports_graphql.descriptions import with_article
from reports_graphql.field_cost import costs
from reports_graphql.types.item import Item
from reports_graphql.types.model_type import MODEL_TYPES, attribute_field
from reports_graphql.types.places import ANCHOR, PATH
from reports_graphql.types.report_in_context import ReportInContext, report_field


@strawberry.type(
    description="A part of a text, counted in UTF-16 code units as JavaScript does: "
    "`text.slice(start, end)`."
)
class TextRange:
    start: int = strawberry.field(description="Where it begins.")
    end: int = strawberry.field(description="Where it ends: the first unit after it.")

    @classmethod
    def from_matches(cls, text: str, matches: Iterable[tuple[int, int]]) -> list[Self]:
        """Return ranges in `text`, converted from code points to UTF-16 code units."""
        matches = list(matches)
        if not matches:
            return []
        if count_utf16(text) == len(text):  # as nearly every text
            return [cls(start=start, end=end) for start, end in matches]
        places = ((count_utf16(text[:start]), count_utf16(text[:end])) for start, end in matches)
        return [cls(start=start, end=end) for start, end in places]


@strawberry.interface(description="What a search finds: each kind is a type of its own.")
class SearchHit(Item):
    entry: strawberry.Private[models.SearchEntry]
    found: strawberry.Private[Excerpt]

    title: str = attribute_field(
        "entry.title",
        "The heading of the result: the title of the section or else of the report, or the name of "
        "the service, the indicator or the term.",
    )
    title_matches: list[TextRange] = strawberry.field(
        description="The words of `title` that were searched for, in order; they do not overlap.",
        metadata=costs(items=0.5),
    )
    excerpt: str = attribute_field(
        "found.text",
        "Plain text, at most 200 characters, around the first word that was found; empty if there "
        "is nothing but the title.",
    )
    excerpt_matches: list[TextRange] = strawberry.field(
        description="The words of `excerpt` that were searched for, in order; they do not overlap.",
        metadata=costs(items=2),
    )


def passage_block(passage: Parent[Any]) -> strawberry.ID | None:
    return passage.entry.block or None


def passage_path(passage: Parent[Any]) -> str:
    return passage.report.path_to(passage.entry.anchor)


@strawberry.type(
    description="A passage of a public report: a block, or its title and introduction."
)
class ReportPassage(SearchHit):
    report: ReportInContext = report_field("The report in which the passage stands.")
    block: strawberry.ID | None = strawberry.field(
        resolver=passage_block,
        description="The block of the report; null for its title and introduction.",
    )
    anchor: str = attribute_field("entry.anchor", ANCHOR.format("the passage"))
    path: str = strawberry.field(resolver=passage_path, description=PATH.format("the passage"))


# How the hits of a kind are described, where its fields do not say it well.
HIT_DESCRIPTIONS = {
    "term": "A term of the glossary that was found by its name or definition.",
}


def build_hit_type(kind: RecordKind) -> Any:
    """Return the type of the hits of a kind of records, with a field that gives the record."""
    found_by = join_alternatives([f"its {name}" for name in ("name", *kind.searched)])
    described = f"{with_article(kind.words)} that was found by {found_by}."
    graph_type = MODEL_TYPES.get(kind.model)
    if graph_type is None:
        raise ImproperlyConfigured(f"{kind.label} is searched and has no type: see model_type.py.")

    def resolve(hit: Parent[Any]) -> Any:
        return hit.source

    field = strawberry.field(
        resolver=resolve,
        description=f"The {kind.name.replace('_', ' ')}.",
        graphql_type=graph_type,
    )
    members = {
        "__annotations__": {"source": strawberry.Private[Any]},  # type: ignore[misc]
        "__module__": __name__,
        kind.name: field,
    }
    made = type(f"{kind.model.__name__}Hit", (SearchHit,), members)
    return strawberry.type(made, description=HIT_DESCRIPTIONS.get(kind.name, described))


def join_alternatives(names: list[str]) -> str:
    """Return « its name, its definition or its unit »."""
    return " or ".join(filter(None, (", ".join(names[:-1]), names[-1])))


RECORD_HITS: dict[int, Any] = {
    models.SearchEntry.Kind.of_records(kind.name): build_hit_type(kind)
    for kind in list_searched_kinds()
}
# No field names them: the schema must be told of them.
SEARCH_HITS = [ReportPassage, *RECORD_HITS.values()]


@strawberry.type(description="A page of what a search finds.")
class SearchConnection(Connection[SearchHit]):
    corrected_query: str | None = strawberry.field(
        default=None,
        description="The words that were searched for instead, if nothing has those of the query: "
        "each unknown word of five letters or more is replaced by a public one that differs by "
        "one letter. Null if nothing was replaced.",
    )


class HitBuilder:
    """Builds the search results of one query: titles, excerpts and the matches in them."""

    def __init__(self, words: Iterable[SearchWord], context: Context) -> None:
        self.finder = WordFinder(words)
        self.context = context
        # The excerpt depends on the words: a client's cache must not mix two searches.
        self.search_id = derive_id("search", *self.finder.names)
        self.title_matches: dict[tuple[str, str], list[TextRange]] = {}  # passages share titles

    def build_hit(self, entry: models.SearchEntry, source: Any) -> SearchHit:
        """Return an entry as a hit of its kind."""
        if entry.kind == models.SearchEntry.Kind.PASSAGE:
            report = ReportInContext.of_today(source, self.context)
            return ReportPassage(**self.find_words(entry, report.language), report=report)
        return RECORD_HITS[entry.kind](**self.find_words(entry), source=source)

    def find_words(self, entry: models.SearchEntry, language: str = "fr") -> dict[str, Any]:
        """Return the fields of every hit: its entry, an excerpt, and the matches."""
        text = entry.text if entry.text != entry.title else ""  # a heading is not told twice
        excerpt = build_excerpt(text, self.finder, language)
        return {
            "id": strawberry.ID(f"{self.search_id}-{entry.kind}-{entry.key}"),
            "entry": entry,
            "found": excerpt,
            "title_matches": self.find_in_title(entry.title, language),
            "excerpt_matches": TextRange.from_matches(excerpt.text, excerpt.matches),
        }

    def find_in_title(self, title: str, language: str) -> list[TextRange]:
        """Return the words of a title that were searched for."""
        if (known := self.title_matches.get((title, language))) is None:
            matches = self.finder.find_matches(title, language)
            known = TextRange.from_matches(title, matches)
            self.title_matches[title, language] = known
        return known

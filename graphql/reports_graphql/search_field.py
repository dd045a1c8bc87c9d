"""What a reader searches for: bounded, found through the gate, a page at a time."""

from functools import partial
from typing import Any

from django.db.models import IntegerField

from reports.models import SearchEntry
from reports.search.entry_query import ORDER as ENTRY_ORDER
from reports.search.entry_query import Stems, find_entries
from reports.text.stems import parse_search
from reports_graphql.connection import Connection
from reports_graphql.context import Context
from reports_graphql.errors import Refusal
from reports_graphql.pagination import Order, Slice, paginate_rows
from reports_graphql.types.search import build_hit

MOST_CHARACTERS, MOST_WORDS = 200, 10
ORDER = Order(SearchEntry, ENTRY_ORDER, {"score": IntegerField()})


def read_words(query: str) -> list[Stems]:
    """The words of a query that are searched for; refused where there are too many."""
    if len(query) > MOST_CHARACTERS:
        raise Refusal(f"The query is longer than {MOST_CHARACTERS} characters.")
    words = parse_search(query)
    if len(words) > MOST_WORDS:
        raise Refusal(f"The query has more than {MOST_WORDS} words.")
    return words


def search_results(context: Context, query: str, window: Slice) -> Connection[Any]:
    """A page of what `query` finds: one statement, with all that an entry stands for."""
    searched = read_words(query)
    entries = (
        find_entries(context.perspective, searched)
        .select_related("report", "service", "indicator", "term")
        .defer("title_stems", "stems", "report__body")
    )
    page = paginate_rows(entries, ORDER, window)
    return Connection.from_page(page, ORDER, partial(build_hit, searched=searched, context=context))

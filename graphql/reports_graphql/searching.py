"""What a reader searches for: bounded, found through the gate, a page at a time."""

from functools import partial
from typing import Any

from django.db.models import IntegerField

from reports.models import SearchEntry
from reports.search import finding
from reports.search.stems import asked
from reports_graphql.connection import Connection
from reports_graphql.context import Context
from reports_graphql.errors import Refusal
from reports_graphql.pagination import Order, Slice, paginate
from reports_graphql.types.search import result

MOST_CHARACTERS, MOST_WORDS = 200, 10
ORDER = Order(SearchEntry, finding.ORDER, {"score": IntegerField()})


def words(query: str) -> list[finding.Stems]:
    """The words of a query that are searched for; refused where there are too many."""
    if len(query) > MOST_CHARACTERS:
        raise Refusal(f"The query is longer than {MOST_CHARACTERS} characters.")
    found = asked(query)
    if len(found) > MOST_WORDS:
        raise Refusal(f"The query has more than {MOST_WORDS} words.")
    return found


def results(context: Context, query: str, wanted: Slice) -> Connection[Any]:
    """A page of what `query` finds: one statement, with all that an entry stands for."""
    searched = words(query)
    entries = (
        finding.find(context.perspective, searched)
        .select_related("report", "service", "indicator", "term")
        .defer("title_stems", "stems", "report__body")
    )
    page = paginate(entries, ORDER, wanted)
    return Connection.of(page, ORDER, partial(result, searched=searched, context=context))

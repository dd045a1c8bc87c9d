"""Resolves the GraphQL field `changes`, with which a frontend follows the change feed."""

from reports.publishing.feed.corrected import read_corrections
from reports.publishing.feed.cursors import InvalidCursor
from reports.publishing.feed.reading import ExpiredCursor, read_states, read_window
from reports_graphql.context import Context
from reports_graphql.errors import Refusal
from reports_graphql.pagination import PAGE_SIZE
from reports_graphql.types.changes import ChangeConnection


def read_changes(context: Context, first: int | None, after: str | None) -> ChangeConnection:
    """Return the entries after a cursor; without one, the oldest entries that are still stored."""
    size = PAGE_SIZE if first is None else first
    try:
        window = read_window(context.perspective, after, size)
    except InvalidCursor:
        message = "This is no cursor of this feed: take one from an answer."
        raise Refusal(message, "CURSOR_INVALID") from None
    except ExpiredCursor:
        message = "Entries after this cursor are deleted: read everything anew, then the feed."
        raise Refusal(message, "CURSOR_EXPIRED") from None
    return ChangeConnection.from_entries(
        window.entries,
        list(read_states(window.entries)),
        read_corrections(window.entries),
        has_next_page=window.has_next,
        has_previous_page=window.has_previous,
    )

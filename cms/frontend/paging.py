"""Paginates lists on the site: the cursor in the address, and the address of the next page."""

from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import urlencode

from django.http import HttpRequest

View = TypeVar("View", bound=Callable[..., Any])

PARAMETER = "apres"
"""The parameter of an address that holds where its page begins: a cursor of the graph, or the last
year of a page of periods.
"""


def paged(view: View) -> View:
    """Mark a view as paginated, so that each of its pages is cached separately."""
    view.is_paged = True  # type: ignore[attr-defined]
    return view


def read_cursor(request: HttpRequest) -> str | None:
    """Return the cursor of the requested page; None for the first page."""
    return request.GET.get(PARAMETER) or None


def build_next_address(path: str, info: dict[str, Any]) -> str:
    """Return the address of the page after the one that `pageInfo` describes; empty without one."""
    if not info["hasNextPage"]:
        return ""
    return f"{path}?{urlencode({PARAMETER: info['endCursor']})}"

"""The objects that resolvers of the site half pass on: a page, and the pages loaded with it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import strawberry
from django.db.models import F, QuerySet
from django.db.models.functions import Left, Length
from wagtail.models import Page

from reports.content.visibility.perspective import Perspective


@dataclass
class Node:
    """A visible page and the pages that were found with it.

    Fields are usually asked of all of them, so their data is loaded for the whole batch at once.
    """

    page: strawberry.Private[Page]
    batch: strawberry.Private[list[Page]]


NODE_TYPES: dict[type[Page], type[Node]] = {}
"""The type in the graph of each kind of page, by the model; `page_types` fills it."""


def build_nodes(pages: Iterable[Page]) -> list[Any]:
    """Return the nodes of pages that were found together; pages without a type are left out."""
    batch = [page for page in pages if page.specific_class in NODE_TYPES]
    return [NODE_TYPES[page.specific_class](page, batch) for page in batch]


def list_pages(perspective: Perspective, in_menu: bool | None = None) -> QuerySet[Page]:
    """Return the visible pages that have a GraphQL type; `in_menu` restricts them."""
    pages: Any = perspective.pages()  # of Wagtail's own kind of queryset
    pages = pages.exact_type(*NODE_TYPES)
    return pages if in_menu is None else pages.filter(show_in_menus=in_menu)


def list_children(perspective: Perspective) -> QuerySet[Page]:
    """Return the visible pages in the order of the tree, each with its parent's path."""
    parent = Left(F("path"), Length(F("path")) - Page.steplen)
    return perspective.pages().annotate(parent_path=parent).order_by("path")

"""Pages as the graph hands them from field to field."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import F, QuerySet
from django.db.models.functions import Left, Length
from wagtail.models import Page

from reports.visibility.perspective import Perspective
from reports_graphql.site.source import MODELS


@dataclass(frozen=True, eq=False, slots=True)
class Node:
    """A page that may be seen, and all that were found with it: whatever is asked of one of them
    will be asked of the others, so it is read for all at once.
    """

    page: Page
    batch: list[Page]


def build_nodes(pages: Iterable[Page]) -> list[Node]:
    """The nodes of pages that were found together; what has no type in the graph is none of it."""
    batch = [page for page in pages if page.specific_class in MODELS]
    return [Node(page, batch) for page in batch]


def list_pages(perspective: Perspective, in_menu: bool | None = None) -> QuerySet[Page]:
    """Return the pages that may be seen and have a type in the graph: those of menus, or others."""
    pages: Any = perspective.pages()  # of Wagtail's own kind of queryset
    pages = pages.exact_type(*MODELS)
    return pages if in_menu is None else pages.filter(show_in_menus=in_menu)


def list_children(perspective: Perspective) -> QuerySet[Page]:
    """Return the pages that may be seen in the order of the tree, with the path above each."""
    parent = Left(F("path"), Length(F("path")) - Page.steplen)
    return perspective.pages().annotate(parent_path=parent).order_by("path")

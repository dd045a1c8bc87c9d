"""Loaders of pages by their path in the tree, and of the content of each page model."""

from collections import defaultdict
from functools import partial
from typing import Any

from django.db.models import QuerySet
from wagtail.models import Page

from reports.content.models import AnnualReportPage, ContentPage
from reports.content.models.page_document import has_body, with_stored_body
from reports.content.visibility.perspective import Perspective
from reports_graphql.loaders import Loader, Loaders
from reports_graphql.loaders.bodies import announce_body
from reports_graphql.site.nodes import NODE_TYPES, Node, build_nodes, list_children


def paths_above(page: Page) -> list[str]:
    """Return the tree paths of all ancestors of a page, from the top."""
    return [page.path[:end] for end in range(page.steplen, len(page.path), page.steplen)]


def list_contents(_: Perspective, model: type[Page]) -> QuerySet[Page]:
    """Return the rows of a page model, to be restricted to visible pages."""
    pages = model._default_manager.all()
    return with_stored_body(pages) if has_body(model) else pages


class PagesByTreePathLoader(Loader[str, Node]):
    kind = "pages"

    def fetch_by_keys(self, keys: set[str]) -> dict[str, Node]:
        pages = self.perspective.fetch_visible(Perspective.pages, path=keys)
        return {node.page.path: node for node in build_nodes(pages)}


class ChildrenByTreePathLoader(Loader[str, list[Node]]):
    """Loads all visible children of pages, even if only a few are asked for."""

    kind = "pages"

    def fetch_by_keys(self, keys: set[str]) -> dict[str, list[Node]]:
        children = defaultdict(list)
        for node in build_nodes(self.perspective.fetch_visible(list_children, parent_path=keys)):
            children[node.page.parent_path].append(node)
        return {key: children[key] for key in keys}


class ContentsByPageIdLoader(Loader[int, Page]):
    """Loads the rows of one page model by the ids of pages that are visible."""

    kind = "pages"

    def __init__(self, model: type[Page], loaders: Loaders) -> None:
        super().__init__(loaders)
        self.model = model

    def fetch_by_keys(self, keys: set[int]) -> dict[int, Page]:
        pages = self.perspective.fetch_visible(list_contents, self.model, pk=keys)
        for page in pages:
            self.announce_content(page)
        return {page.pk: page for page in pages}

    def announce_content(self, page: Page) -> None:
        if isinstance(page, AnnualReportPage):
            self.loaders.announce_report(page)
            self.loaders.neighbours_by_year.announce_key(page.year)
        if isinstance(page, AnnualReportPage | ContentPage):
            self.loaders.read_when_needed(partial(announce_body, page, self.loaders))
        else:
            self.loaders.announce_links(page.introduction)


class SiteLoaders:
    """The loaders of the site half, for one request."""

    def __init__(self, loaders: Loaders) -> None:
        self.drafts = loaders.perspective.drafts
        self.by_path = PagesByTreePathLoader(loaders)
        self.children = ChildrenByTreePathLoader(loaders)
        self.contents = {model: ContentsByPageIdLoader(model, loaders) for model in NODE_TYPES}

    def parent(self, node: Node) -> Any:
        return self._above(node.page.path[: -node.page.steplen], node)

    def ancestors(self, node: Node) -> list[Any]:
        """Return the visible ancestors of a page, from the root of the site down."""
        found = (self._above(path, node) for path in paths_above(node.page))
        return [page for page in found if page]

    def children_of(self, node: Node) -> list[Node]:
        if node.page.path not in self.children.values:
            self.children.announce(page.path for page in node.batch)
        return self.children.get(node.page.path) or []

    def content(self, node: Node) -> Any:
        """Return the page as an instance of its own model."""
        model = node.page.specific_class
        loader = self.contents[model]
        if self.drafts.has(node.page):  # at hand, and perhaps in no table yet
            loader.announce_content(node.page)
            return node.page
        if node.page.pk not in loader.values:
            loader.announce(page.pk for page in node.batch if page.specific_class is model)
        return loader.get(node.page.pk)

    def _above(self, path: str, node: Node) -> Node | None:
        if path not in self.by_path.values:
            self.by_path.announce(path for page in node.batch for path in paths_above(page))
        return self.by_path.get(path)

"""What answers each field of `site.graphql`, and what the field costs."""

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from reports_graphql.field_cost import FieldCost
from reports_graphql.site import lists, pages, places

BY_LEVEL = FieldCost(is_read_again=True)  # each level of a tree of pages is read by itself
WITH_CURSORS = FieldCost(reads_with=dict.fromkeys(("after", "before"), ("places of cursors",)))


def answer(resolve: Callable[..., Any] | str, **metadata: Any) -> dict[str, Any]:
    """Return what a `GraphQLField` has of a function, or of the path of an attribute."""
    if isinstance(resolve, str):
        get = attrgetter(resolve)
        return {"resolve": lambda source, info: get(source), "extensions": metadata}
    return {"resolve": resolve, "extensions": metadata}


introduction = answer(pages.page_introduction, cost=BY_LEVEL)

RESOLVERS = {
    "PageInterface.id": answer("page.translation_key"),
    "PageInterface.title": answer("page.title"),
    "PageInterface.slug": answer("page.slug"),
    "PageInterface.urlPath": answer(pages.page_path),
    "PageInterface.seoTitle": answer(pages.page_seo_title),
    "PageInterface.seoDescription": answer("page.search_description"),
    "PageInterface.showInMenus": answer("page.show_in_menus"),
    "PageInterface.firstPublishedAt": answer("page.first_published_at"),
    "PageInterface.lastPublishedAt": answer("page.last_published_at"),
    "PageInterface.parent": answer(pages.page_parent, cost=BY_LEVEL),
    "PageInterface.children": answer(pages.page_children, cost=BY_LEVEL, order=lists.PAGE_CURSORS),
    "PageInterface.ancestors": answer(
        pages.page_ancestors, cost=FieldCost(items=4, is_read_again=True)
    ),
    "HomePage.introduction": introduction,
    "ReportIndexPage.introduction": introduction,
    "ContentPage.body": answer(
        pages.page_body,
        cost=FieldCost(items=20, reads=("bodies",), is_read_again=True),
        has_own_context=True,
    ),
    "AnnualReportPage.report": answer(pages.page_report, cost=BY_LEVEL),
    "Redirect.oldPath": answer("redirect.old_path"),
    "Redirect.newUrl": answer(places.new_url),
    "Redirect.isPermanent": answer("redirect.is_permanent"),
    "Redirect.page": answer("page", cost=BY_LEVEL),
    "Site.rootPage": answer(places.root_page, cost=BY_LEVEL),
    "Query.page": answer(pages.page_at),
    "Query.pages": answer(lists.list_all_pages, cost=WITH_CURSORS, order=lists.PAGE_CURSORS),
    "Query.redirect": answer(places.redirect_at),
    "Query.redirects": answer(places.list_redirects, order=lists.REDIRECT_ORDER),
}

"""What is open of every page, and how lists of pages are asked for."""

from reports_graphql.pagination import MOST, PAGE_SIZE
from reports_graphql.site import pages
from reports_graphql.site.open_field import Argument, OpenField, OpenType, attribute_resolver
from reports_graphql.types import reports

WINDOW = {
    "limit": Argument(f"How many items: {PAGE_SIZE} by default, {MOST} at most.", "Int"),
    "offset": Argument("How many items to skip before the first: 0 by default.", "Int"),
}
PAGES = {
    "inMenu": Argument(
        "The pages of menus if true, the others if false, and all if it is left out."
    ),
    **WINDOW,
}

PAGE = {
    "id": OpenField("A stable key: a UUID.", pages.page_key, type="ID!"),
    "title": OpenField("The title of the page.", attribute_resolver("page.title")),
    "slug": OpenField("The last part of the path: « 2024 ».", attribute_resolver("page.slug")),
    "urlPath": OpenField(
        "The public path from the root of the site: « /bilan/2024/ ».", pages.page_path
    ),
    "seoTitle": OpenField(reports.SEO_TITLE, pages.page_seo_title),
    "seoDescription": OpenField(
        reports.SEO_DESCRIPTION,
        attribute_resolver("page.search_description"),
        source="searchDescription",
        type="String!",
    ),
    "showInMenus": OpenField(
        "Whether the page has a place in the menus.", attribute_resolver("page.show_in_menus")
    ),
    "firstPublishedAt": OpenField(
        "When the page was first published; null for a draft that never was.",
        attribute_resolver("page.first_published_at"),
    ),
    "lastPublishedAt": OpenField(
        reports.LAST_PUBLISHED_AT, attribute_resolver("page.last_published_at")
    ),
    "parent": OpenField(
        "The page just above; null at the root of the site, or if it is not public.",
        pages.page_parent,
    ),
    "children": OpenField(
        "The public pages just below, in the order of the site.",
        pages.page_children,
        arguments=PAGES,
    ),
    "ancestors": OpenField(
        "The public pages above, from the root of the site: a breadcrumb trail.",
        pages.page_ancestors,
    ),
}


def introduction_field(description: str) -> OpenField:
    return OpenField(description, pages.page_introduction, type="RichText!")


def build_page_type(source: str, description: str, **links: OpenField) -> OpenType:
    return OpenType(source, description, {**PAGE, **links})

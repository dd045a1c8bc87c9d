"""The closed list of what is open in the site half. Grapple's next field is not in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from reports.folding.bodies import ContentBody
from reports_graphql import connection
from reports_graphql.field_cost import NO_COST, FieldCost
from reports_graphql.site import lists, pages, places
from reports_graphql.types import reports


@dataclass(frozen=True)
class Argument:
    description: str
    type: str


@dataclass(frozen=True)
class OpenField:
    """A field: its description, and the function or the attribute that gives its value."""

    description: str
    resolve: Callable[..., Any] | str
    type: str = ""  # for what Grapple lets be null though it never is, and for what it has not
    source: str = ""  # Grapple's name for it, where ours is clearer
    arguments: Mapping[str, Argument] = field(default_factory=dict)
    order: Any = None  # of a connection: it reads the cursors
    has_own_context: bool = False  # whether its value brings the context of what is below it
    cost: FieldCost = NO_COST


@dataclass(frozen=True)
class OpenType:
    source: str  # Grapple's name for it
    description: str  # empty for a type of the report half
    fields: Mapping[str, OpenField]


WINDOW = {
    name: Argument(get_args(annotation)[1].description, kind)
    for name, annotation, kind in (
        ("first", connection.First, "Int"),
        ("after", connection.After, "String"),
        ("last", connection.Last, "Int"),
        ("before", connection.Before, "String"),
    )
}
IN_MENU = Argument(
    "The pages of menus if true, the others if false, and all if it is left out.", "Boolean"
)


BY_LEVEL = FieldCost(is_read_again=True)  # each level of a tree of pages is read by itself


def page_connection(description: str, resolve: Callable[..., Any], cost: FieldCost) -> OpenField:
    arguments = {"inMenu": IN_MENU, **WINDOW}
    order = lists.PAGE_CURSORS
    return OpenField(
        description, resolve, "PageConnection!", arguments=arguments, order=order, cost=cost
    )


PAGE = {
    "id": OpenField("A stable key: a UUID.", pages.page_key, "ID!"),
    "title": OpenField("The title of the page.", "page.title"),
    "slug": OpenField("The last part of the path: « 2024 ».", "page.slug"),
    "urlPath": OpenField(
        "The public path from the root of the site: « /bilan/2024/ ».", pages.page_path
    ),
    "seoTitle": OpenField(reports.SEO_TITLE, pages.page_seo_title),
    "seoDescription": OpenField(reports.SEO_DESCRIPTION, "page.search_description", "String!"),
    "showInMenus": OpenField("Whether the page has a place in the menus.", "page.show_in_menus"),
    "firstPublishedAt": OpenField(
        "When the page was first published; null for a draft that never was.",
        "page.first_published_at",
    ),
    "lastPublishedAt": OpenField(reports.LAST_PUBLISHED_AT, "page.last_published_at"),
    "parent": OpenField(
        "The page just above; null at the root of the site, or if it is not public.",
        pages.page_parent,
        cost=BY_LEVEL,
    ),
    "children": page_connection(
        "The public pages just below, in the order of the site.", pages.page_children, BY_LEVEL
    ),
    "ancestors": OpenField(
        "The public pages above, from the root of the site: a breadcrumb trail.",
        pages.page_ancestors,
        cost=FieldCost(items=4, is_read_again=True),
    ),
}


def introduction(description: str) -> OpenField:
    return OpenField(description, pages.page_introduction, "RichText!", cost=BY_LEVEL)


TYPES = {
    "PageInterface": OpenType("PageInterface", "A page of the site, of whatever kind.", PAGE),
    "HomePage": OpenType(
        "HomePage",
        "The home page of the site.",
        PAGE | {"introduction": introduction("The programme in a few lines.")},
    ),
    "ReportIndexPage": OpenType(
        "ReportIndexPage",
        "The page below which the reports are.",
        PAGE | {"introduction": introduction("What the series of reports is about.")},
    ),
    "ContentPage": OpenType(
        "ContentPage",
        "A plain page: legal notice, accessibility statement.",
        PAGE
        | {
            "body": OpenField(
                "The content, block by block.",
                pages.page_body,
                "[ContentBlock!]!",
                has_own_context=True,
                cost=FieldCost(items=20, reads=("bodies",), is_read_again=True),
            )
        },
    ),
    "AnnualReportPage": OpenType(
        "AnnualReportPage",
        "The page of an annual report.",
        PAGE
        | {"report": OpenField("The report itself.", pages.page_report, "Report!", cost=BY_LEVEL)},
    ),
    "Site": OpenType(
        "SiteObjectType",
        "",
        {
            "rootPage": OpenField(
                "The home page; null if it is not public.",
                places.root_page,
                "PageInterface",
                cost=BY_LEVEL,
            ),
        },
    ),
    "Redirect": OpenType(
        "Redirect",
        "A former address, and where it leads.",
        {
            "oldPath": OpenField("The former path, without a final slash.", "redirect.old_path"),
            "newUrl": OpenField(
                "Where the former path leads: a path of the site, or a complete address elsewhere.",
                places.new_url,
                "String!",
            ),
            "isPermanent": OpenField(
                "Whether the redirect is permanent (301) or temporary (302).",
                "redirect.is_permanent",
            ),
            "page": OpenField(
                "The page that it leads to; null if an address was typed in.",
                "page",
                cost=BY_LEVEL,
            ),
        },
    ),
    "Query": OpenType(
        "Query",
        "Public reports, what they are about, and the pages of the site.",
        {
            "page": OpenField(
                "The public page at a path; null if there is none.",
                pages.page_at,
                arguments={
                    "urlPath": Argument(
                        "The whole path from the root of the site: « /bilan/2024/ ». Nothing is "
                        "found without the first slash; the last one is optional.",
                        "String!",
                    )
                },
            ),
            "pages": page_connection(
                "All public pages of the site, in the order of its tree.",
                lists.list_all_pages,
                FieldCost(reads_with=dict.fromkeys(("after", "before"), ("places of cursors",))),
            ),
            "redirect": OpenField(
                "The redirect of a former path, with or without a final slash; null if there is "
                "none, or if it leads to a page that is not public.",
                places.redirect_at,
                "Redirect",
                arguments={
                    "path": Argument(
                        "The former path from the root of the site: « /2023 ». Nothing is found "
                        "without the first slash.",
                        "String!",
                    )
                },
            ),
            "redirects": OpenField(
                "The redirects by former path: those that lead to a public page, and those whose "
                "address was typed in, as typed.",
                places.list_redirects,
                "RedirectConnection!",
                arguments=WINDOW,
                order=lists.REDIRECT_ORDER,
            ),
        },
    ),
}

# The nodes of the connections above, by the prefix of their types.
CONNECTIONS = {"Page": "PageInterface", "Redirect": "Redirect"}
CONTENT_BLOCK = "A block of a plain page: one type for each kind, each of them a `Block`."
CONTENT_MEMBERS = [type(block).__name__ for block in ContentBody().child_blocks.values()]

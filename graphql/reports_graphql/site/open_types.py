"""The closed list of what is open in the site half. Grapple's next field is not in it."""

from reports.folding.bodies import ContentBody
from reports_graphql.site import pages, places
from reports_graphql.site.open_field import Argument, OpenField, OpenType, attribute_resolver
from reports_graphql.site.open_page_fields import PAGES, WINDOW, build_page_type, introduction_field

TYPES = {
    "PageInterface": build_page_type("PageInterface", "A page of the site, of whatever kind."),
    "HomePage": build_page_type(
        "HomePage",
        "The home page of the site.",
        introduction=introduction_field("The programme in a few lines."),
    ),
    "ReportIndexPage": build_page_type(
        "ReportIndexPage",
        "The page below which the reports are.",
        introduction=introduction_field("What the series of reports is about."),
    ),
    "ContentPage": build_page_type(
        "ContentPage",
        "A plain page: legal notice, accessibility statement.",
        body=OpenField(
            "The content, block by block.",
            pages.page_body,
            type="[ContentBlock!]!",
            has_own_context=True,
        ),
    ),
    "AnnualReportPage": build_page_type(
        "AnnualReportPage",
        "The page of an annual report.",
        report=OpenField("The report itself.", pages.page_report, type="Report!"),
    ),
    "Site": OpenType(
        "SiteObjectType",
        "The site that the request is made to.",
        {
            "name": OpenField(
                "The name of the site; empty if it has none.",
                attribute_resolver("site_name"),
                source="siteName",
            ),
            "rootPage": OpenField(
                "The home page; null if it is not public.", places.root_page, type="PageInterface"
            ),
            "url": OpenField(
                "Complete address of the site: what every public path follows, without a slash at "
                "the end.",
                places.site_url,
                type="URL!",
            ),
            "language": OpenField(
                "Language of the site, as BCP 47 has it: « fr ».",
                places.site_language,
                type="String!",
            ),
            "printedBase": OpenField(
                "Complete address of the site that reports were printed for: what addresses "
                "without a site are relative to, such as the links that are `PRINTED`. Null if "
                "nobody says.",
                places.printed_base,
                type="URL",
            ),
            "publisher": OpenField(
                "Name of who publishes the site; empty if unsaid.",
                places.publisher,
                type="String!",
            ),
            "licence": OpenField(
                "Licence under which the reports may be reused; null if none is named.",
                places.licence,
                type="Licence",
            ),
        },
    ),
    "Licence": OpenType(
        "",
        "A licence.",
        {
            "name": OpenField("Its name.", attribute_resolver("licence_name"), type="String!"),
            "url": OpenField(
                "Complete address of its text; null if unsaid.",
                places.licence_url,
                type="URL",
            ),
        },
    ),
    "Redirect": OpenType(
        "Redirect",
        "A former address, and where it leads.",
        {
            "oldPath": OpenField(
                "The former path, without a final slash.", attribute_resolver("redirect.old_path")
            ),
            "newUrl": OpenField(
                "Where the former path leads: a path of the site, or a complete address elsewhere.",
                places.new_url,
                type="String!",
            ),
            "isPermanent": OpenField(
                "Whether the redirect is permanent (301) or temporary (302).",
                attribute_resolver("redirect.is_permanent"),
            ),
            "page": OpenField(
                "The page that it leads to; null if an address was typed in.", places.target_page
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
            "pages": OpenField(
                "All public pages of the site, in the order of its tree.",
                pages.all_pages,
                arguments=PAGES,
            ),
            "site": OpenField(
                "The site that the request is made to.", places.current_site, type="Site!"
            ),
            "redirect": OpenField(
                "The redirect of a former path, with or without a final slash; null if there is "
                "none, or if it leads to a page that is not public.",
                places.redirect_at,
                type="Redirect",
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
                arguments=WINDOW,
            ),
        },
    ),
}

CONTENT_BLOCK = "A block of a plain page: one type for each kind, each of them a `Block`."
CONTENT_MEMBERS = [type(block).__name__ for block in ContentBody().child_blocks.values()]

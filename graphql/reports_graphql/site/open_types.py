"""The closed list of what is open in the site half. Grapple's next field is not in it."""

from reports.folding.bodies import ContentBody
from reports.models import HomePage, ReportIndexPage
from reports_graphql.site import pages, places
from reports_graphql.site.open_field import Argument, OpenField, OpenType, attribute_resolver
from reports_graphql.site.open_page_fields import PAGES, WINDOW, build_page_type, introduction_field

TYPES = {
    "PageInterface": build_page_type(
        "PageInterface", "Une page du site, quelle que soit sa sorte."
    ),
    "HomePage": build_page_type(
        "HomePage", "L’accueil du site.", introduction=introduction_field(HomePage)
    ),
    "ReportIndexPage": build_page_type(
        "ReportIndexPage",
        "La page sous laquelle se trouvent les bilans.",
        introduction=introduction_field(ReportIndexPage),
    ),
    "ContentPage": build_page_type(
        "ContentPage",
        "Une page simple : mentions légales, accessibilité…",
        body=OpenField("Le contenu, bloc par bloc.", pages.page_body, type="[ContentBlock!]!"),
    ),
    "AnnualReportPage": build_page_type(
        "AnnualReportPage",
        "La page d’un bilan annuel.",
        report=OpenField("Le bilan lui-même.", pages.page_report, type="Report!"),
    ),
    "Site": OpenType(
        "SiteObjectType",
        "Le site auquel s’adresse la requête.",
        {
            "name": OpenField(
                "Nom du site ; vide s’il n’en a pas.",
                attribute_resolver("site_name"),
                source="siteName",
            ),
            "rootPage": OpenField(
                "L’accueil ; nul s’il n’est pas public.", places.root_page, type="PageInterface"
            ),
        },
    ),
    "Redirect": OpenType(
        "Redirect",
        "Une ancienne adresse, et où elle mène.",
        {
            "oldPath": OpenField(
                "Ancien chemin, sans barre finale.", attribute_resolver("redirect.old_path")
            ),
            "newUrl": OpenField(
                "Où mène l’ancien chemin : un chemin du site, ou une adresse complète ailleurs.",
                places.new_url,
                type="String!",
            ),
            "isPermanent": OpenField(
                "Vrai pour une redirection définitive (301), faux pour une provisoire (302).",
                attribute_resolver("redirect.is_permanent"),
            ),
            "page": OpenField(
                "La page où elle mène ; nulle quand l’adresse a été saisie.", places.target_page
            ),
        },
    ),
    "Query": OpenType(
        "Query",
        "Les bilans publics, ce dont ils parlent, et les pages du site.",
        {
            "page": OpenField(
                "La page publique qui se trouve à un chemin ; nulle s’il n’y en a pas.",
                pages.page_at,
                arguments={
                    "urlPath": Argument(
                        "Chemin entier depuis la racine du site : « /bilan/2024/ ». Sans barre "
                        "au début, rien n’est trouvé ; celle de la fin est facultative.",
                        "String!",
                    )
                },
            ),
            "pages": OpenField(
                "Toutes les pages publiques du site, dans l’ordre de son plan.",
                pages.all_pages,
                arguments=PAGES,
            ),
            "site": OpenField(
                "Le site auquel s’adresse la requête.", places.current_site, type="Site!"
            ),
            "redirect": OpenField(
                "La redirection d’un ancien chemin, avec ou sans barre finale ; nulle s’il n’y en "
                "a pas, ou si elle mène à une page qui n’est pas publique.",
                places.redirect_at,
                type="Redirect",
                arguments={
                    "path": Argument(
                        "Ancien chemin, depuis la racine du site : « /2023 ». Sans barre au début, "
                        "rien n’est trouvé.",
                        "String!",
                    )
                },
            ),
            "redirects": OpenField(
                "Les redirections, par ancien chemin : celles qui mènent à une page publique, et "
                "celles dont l’adresse a été saisie, telle quelle.",
                places.list_redirects,
                arguments=WINDOW,
            ),
        },
    ),
}

CONTENT_BLOCK = "Un bloc d’une page simple : un type par sorte de bloc."
CONTENT_MEMBERS = [type(block).__name__ for block in ContentBody().child_blocks.values()]

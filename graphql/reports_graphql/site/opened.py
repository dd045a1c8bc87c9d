"""The closed list of what is open in the site half. Grapple's next field is not in it."""

from reports.blocks.body import ContentBody
from reports.models import HomePage, ReportIndexPage
from reports_graphql.site import pages, places
from reports_graphql.site.opened_pages import PAGES, WINDOW, introduction, page_type
from reports_graphql.site.opening import Argument, Opened, OpenedType, value

TYPES = {
    "PageInterface": page_type("PageInterface", "Une page du site, quelle que soit sa sorte."),
    "HomePage": page_type("HomePage", "L’accueil du site.", introduction=introduction(HomePage)),
    "ReportIndexPage": page_type(
        "ReportIndexPage",
        "La page sous laquelle se trouvent les bilans.",
        introduction=introduction(ReportIndexPage),
    ),
    "ContentPage": page_type(
        "ContentPage",
        "Une page simple : mentions légales, accessibilité…",
        body=Opened("Le contenu, bloc par bloc.", pages.body, type="[ContentBlock!]!"),
    ),
    "AnnualReportPage": page_type(
        "AnnualReportPage",
        "La page d’un bilan annuel.",
        report=Opened("Le bilan lui-même.", pages.report, type="Report!"),
    ),
    "Site": OpenedType(
        "SiteObjectType",
        "Le site auquel s’adresse la requête.",
        {
            "name": Opened(
                "Nom du site ; vide s’il n’en a pas.", value("site_name"), source="siteName"
            ),
            "rootPage": Opened(
                "L’accueil ; nul s’il n’est pas public.", places.root_page, type="PageInterface"
            ),
        },
    ),
    "Redirect": OpenedType(
        "Redirect",
        "Une ancienne adresse, et où elle mène.",
        {
            "oldPath": Opened("Ancien chemin, sans barre finale.", value("redirect.old_path")),
            "newUrl": Opened(
                "Où mène l’ancien chemin : un chemin du site, ou une adresse complète ailleurs.",
                places.new_url,
                type="String!",
            ),
            "isPermanent": Opened(
                "Vrai pour une redirection définitive (301), faux pour une provisoire (302).",
                value("redirect.is_permanent"),
            ),
            "page": Opened(
                "La page où elle mène ; nulle quand l’adresse a été saisie.", places.target_page
            ),
        },
    ),
    "Query": OpenedType(
        "Query",
        "Les bilans publics, ce dont ils parlent, et les pages du site.",
        {
            "page": Opened(
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
            "pages": Opened(
                "Toutes les pages publiques du site, dans l’ordre de son plan.",
                pages.all_pages,
                arguments=PAGES,
            ),
            "site": Opened("Le site auquel s’adresse la requête.", places.site, type="Site!"),
            "redirect": Opened(
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
            "redirects": Opened(
                "Les redirections, par ancien chemin : celles qui mènent à une page publique, et "
                "celles dont l’adresse a été saisie, telle quelle.",
                places.redirects,
                arguments=WINDOW,
            ),
        },
    ),
}

CONTENT_BLOCK = "Un bloc d’une page simple : un type par sorte de bloc."
CONTENT_MEMBERS = [type(block).__name__ for block in ContentBody().child_blocks.values()]

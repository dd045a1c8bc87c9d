"""The closed list of what is open in the site half. Grapple's next field is not in it."""

from typing import Any

from reports.blocks.body import ContentBody
from reports.models import HomePage, ReportIndexPage
from reports_graphql.pagination import MOST, PAGE_SIZE
from reports_graphql.site import pages, places
from reports_graphql.site.opening import Argument, Opened, OpenedType, value

WINDOW = {
    "limit": Argument(f"Combien d’éléments : {PAGE_SIZE} par défaut, {MOST} au maximum.", "Int"),
    "offset": Argument("Combien d’éléments sauter avant le premier.", "Int"),
}
PAGES = {"inMenu": Argument("Vrai : les pages des menus ; faux : les autres."), **WINDOW}

PAGE = {
    "id": Opened("Clé stable : un UUID.", pages.key, type="ID!"),
    "title": Opened("Titre de la page.", value("page.title")),
    "slug": Opened("Dernière partie du chemin : « 2024 ».", value("page.slug")),
    "urlPath": Opened("Chemin public depuis la racine du site : « /bilan/2024/ ».", pages.path),
    "seoTitle": Opened(
        "Titre pour l’onglet et les moteurs de recherche ; à défaut, le titre.", pages.seo_title
    ),
    "seoDescription": Opened(
        "Résumé pour les moteurs de recherche ; vide s’il n’y en a pas.",
        value("page.search_description"),
        source="searchDescription",
        type="String!",
    ),
    "showInMenus": Opened(
        "Vrai quand la page a sa place dans les menus.", value("page.show_in_menus")
    ),
    "firstPublishedAt": Opened("Date de première publication.", value("page.first_published_at")),
    "lastPublishedAt": Opened("Date de dernière publication.", value("page.last_published_at")),
    "parent": Opened(
        "La page juste au-dessus ; nulle à la racine du site, ou si elle n’est pas publique.",
        pages.parent,
    ),
    "children": Opened(
        "Les pages publiques juste au-dessous, dans l’ordre du site.",
        pages.children,
        arguments=PAGES,
    ),
    "ancestors": Opened(
        "Les pages publiques au-dessus, depuis la racine du site : un fil d’Ariane.",
        pages.ancestors,
    ),
}


def introduction(model: type[Any]) -> Opened:
    """Described by what editors read beside it."""
    help_text = str(model._meta.get_field("introduction").help_text)
    return Opened(help_text, pages.introduction, type="RichText!")


def page_type(source: str, description: str, **links: Opened) -> OpenedType:
    return OpenedType(source, description, {**PAGE, **links})


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
                "La page où elle mène ; nulle ailleurs que sur ce site.", places.target_page
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
                        "Chemin entier depuis la racine du site : « /bilan/2024/ ». La barre "
                        "finale est facultative.",
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

"""What is open of every page, and how lists of pages are asked for."""

from typing import Any

from reports_graphql.pagination import MOST, PAGE_SIZE
from reports_graphql.site import pages
from reports_graphql.site.opening import Argument, Opened, OpenedType, value
from reports_graphql.types import reports

WINDOW = {
    "limit": Argument(f"Combien d’éléments : {PAGE_SIZE} par défaut, {MOST} au maximum.", "Int"),
    "offset": Argument("Combien d’éléments sauter avant le premier : 0 par défaut.", "Int"),
}
PAGES = {
    "inMenu": Argument("Vrai : les pages des menus ; faux : les autres ; absent : toutes."),
    **WINDOW,
}

PAGE = {
    "id": Opened("Clé stable : un UUID.", pages.key, type="ID!"),
    "title": Opened("Titre de la page.", value("page.title")),
    "slug": Opened("Dernière partie du chemin : « 2024 ».", value("page.slug")),
    "urlPath": Opened("Chemin public depuis la racine du site : « /bilan/2024/ ».", pages.path),
    "seoTitle": Opened(reports.SEO_TITLE, pages.seo_title),
    "seoDescription": Opened(
        reports.SEO_DESCRIPTION,
        value("page.search_description"),
        source="searchDescription",
        type="String!",
    ),
    "showInMenus": Opened(
        "Vrai quand la page a sa place dans les menus.", value("page.show_in_menus")
    ),
    "firstPublishedAt": Opened(
        "Date de première publication ; nulle pour un brouillon jamais publié.",
        value("page.first_published_at"),
    ),
    "lastPublishedAt": Opened(reports.LAST_PUBLISHED_AT, value("page.last_published_at")),
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

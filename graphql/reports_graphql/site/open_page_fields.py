"""What is open of every page, and how lists of pages are asked for."""

from typing import Any

from reports_graphql.pagination import MOST, PAGE_SIZE
from reports_graphql.site import pages
from reports_graphql.site.open_field import Argument, OpenField, OpenType, attribute_resolver
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
    "id": OpenField("Clé stable : un UUID.", pages.page_key, type="ID!"),
    "title": OpenField("Titre de la page.", attribute_resolver("page.title")),
    "slug": OpenField("Dernière partie du chemin : « 2024 ».", attribute_resolver("page.slug")),
    "urlPath": OpenField(
        "Chemin public depuis la racine du site : « /bilan/2024/ ».", pages.page_path
    ),
    "seoTitle": OpenField(reports.SEO_TITLE, pages.page_seo_title),
    "seoDescription": OpenField(
        reports.SEO_DESCRIPTION,
        attribute_resolver("page.search_description"),
        source="searchDescription",
        type="String!",
    ),
    "showInMenus": OpenField(
        "Vrai quand la page a sa place dans les menus.", attribute_resolver("page.show_in_menus")
    ),
    "firstPublishedAt": OpenField(
        "Date de première publication ; nulle pour un brouillon jamais publié.",
        attribute_resolver("page.first_published_at"),
    ),
    "lastPublishedAt": OpenField(
        reports.LAST_PUBLISHED_AT, attribute_resolver("page.last_published_at")
    ),
    "parent": OpenField(
        "La page juste au-dessus ; nulle à la racine du site, ou si elle n’est pas publique.",
        pages.page_parent,
    ),
    "children": OpenField(
        "Les pages publiques juste au-dessous, dans l’ordre du site.",
        pages.page_children,
        arguments=PAGES,
    ),
    "ancestors": OpenField(
        "Les pages publiques au-dessus, depuis la racine du site : un fil d’Ariane.",
        pages.page_ancestors,
    ),
}


def introduction_field(model: type[Any]) -> OpenField:
    """Described by what editors read beside it."""
    help_text = str(model._meta.get_field("introduction").help_text)
    return OpenField(help_text, pages.page_introduction, type="RichText!")


def build_page_type(source: str, description: str, **links: OpenField) -> OpenType:
    return OpenType(source, description, {**PAGE, **links})

"""The gates of the site half and of search."""

from strawberry.utils.str_converters import to_camel_case

from ..sample_records import SAMPLES, build_key
from . import hiding
from .gate import ABSENT, Gate
from .hiding import Hides
from .reports import INDICATOR, R2024, SERVICE, TERM, listed

ABOUT = hiding.page(lambda world: world.about)
HOME = hiding.page(lambda world: world.home)
CONTACT = hiding.page(lambda world: world.contact)
LOGO = hiding.media("logo")
# A restriction would hide the page below it too, from which we look up.
ABOUT_ALONE = {name: ABOUT[name] for name in ("unpublished", "expired")}
INDEX_ALONE = {
    name: hide
    for name, hide in hiding.page(lambda world: world.index).items()
    if name in ABOUT_ALONE
}

CHILDREN = "page.children.nodes.*.title"


def around(type_: str, path: str, name: str, shown: str, hides: Hides, answer: object) -> Gate:
    """What is above or below a page: asked of its type."""
    selection = "{ nodes { title } }" if name == "children" else "{ title }"
    ask = f'{{ page(urlPath: "{path}") {{ ... on {type_} {{ {name} {selection} }} }} }}'
    at = {"parent": "page.parent", "ancestors": "page.ancestors.*.title"}.get(name, CHILDREN)
    return Gate(f"{type_}.{name}", ask, at, shown, hides, answer)


def hit(type_: str, name: str, words: str, key: str, shown: str, hides: Hides) -> Gate:
    """What a result of a search stands for: the result goes with it."""
    ask = f"""{{ search(query: "{words}") {{
        edges {{ node {{ ... on {type_} {{ {name} {{ {key} }} }} }} }} }} }}"""
    return Gate(f"{type_}.{name}", ask, f"search.edges.*.node.{name}.{key}", shown, hides, ABSENT)


LINK = "/a-propos/"
REDIRECT = '{ redirect(path: "/ancien/") { oldPath newUrl page { title } } }'
REDIRECTS = "{ redirects { nodes { oldPath newUrl page { title } } } }"

GATES = [
    Gate("Query.page", '{ page(urlPath: "/a-propos/") { title } }', "page", "propos", ABOUT, None),
    *listed("pages", "Page", "title", "Contact", CONTACT, 8),
    Gate("Query.redirect", REDIRECT, "redirect", "/ancien", ABOUT, None),
    *listed("redirects", "Redirect", "oldPath", "/ancien", ABOUT, 2),
    Gate("Redirect.newUrl", REDIRECTS, "redirects.nodes.*.newUrl", LINK, ABOUT, ABSENT),
    Gate("Redirect.page", REDIRECTS, "redirects.nodes.*.page", "À propos", ABOUT, None),
    Gate(
        "Site.rootPage", "{ site { rootPage { title } } }", "site.rootPage", "Accueil", HOME, None
    ),
    Gate("Site.logo", "{ site { logo { alt } } }", "site.logo", "Image maroon", LOGO, None),
    around("PageInterface", "/", "children", "À propos", ABOUT, ABSENT),
    around("HomePage", "/", "children", "À propos", ABOUT, ABSENT),
    around("ReportIndexPage", "/bilan/", "children", "Bilan 2024", R2024, ABSENT),
    around("ContentPage", "/a-propos/", "children", "Contact", CONTACT, ABSENT),
    around("PageInterface", "/a-propos/contact/", "parent", "À propos", ABOUT_ALONE, None),
    around("ContentPage", "/a-propos/contact/", "parent", "À propos", ABOUT_ALONE, None),
    around("AnnualReportPage", "/bilan/2024/", "parent", "Bilans", INDEX_ALONE, None),
    around(
        "ReportIndexPage",
        "/bilan/",
        "parent",
        "Accueil",
        {"unpublished": HOME["unpublished"]},
        None,
    ),
    around("PageInterface", "/a-propos/contact/", "ancestors", "À propos", ABOUT_ALONE, ABSENT),
    around("ContentPage", "/a-propos/contact/", "ancestors", "À propos", ABOUT_ALONE, ABSENT),
    around("AnnualReportPage", "/bilan/2024/", "ancestors", "Bilans", INDEX_ALONE, ABSENT),
    around(
        "ReportIndexPage", "/bilan/", "ancestors", "Accueil", {"expired": HOME["expired"]}, ABSENT
    ),
    Gate(
        "AnnualReportPage.report",
        "{ pages(first: 100) { nodes { ... on AnnualReportPage { report { title } } } } }",
        "pages.nodes.*.report.title",
        "Bilan 2024",
        R2024,
        ABSENT,
    ),
]
SEARCHES = [
    *(
        gate
        for gate in listed(
            'search(query: "accompagner")',
            "SearchHit",
            "... on ServiceHit { title }",
            "Mano",
            SERVICE,
            1,
            "SearchConnection",
        )
    ),
    Gate(
        "SearchConnection.correctedQuery",
        '{ search(query: "acompagner") { correctedQuery } }',
        "search.correctedQuery",
        "accompagner",
        SERVICE,
        None,
    ),
    hit("ServiceHit", "service", "mano", "slug", "mano.beta", SERVICE),
    hit("IndicatorHit", "indicator", "lancés", "code", "lances", INDICATOR),
    hit("TermHit", "term", "incubateur", "slug", "incubateur", TERM),
    *(
        hit(
            f"{kind.model.__name__}Hit",
            to_camel_case(kind.name),
            f"exemple {kind.model_name}",
            kind.key_field,
            build_key(kind),
            hiding.record(kind.name),
        )
        for kind in SAMPLES
        if kind.searched
    ),
    hit("ReportPassage", "report", "bilan", "title", "Bilan 2024", R2024),
]

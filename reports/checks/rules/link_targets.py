"""Rules about the targets of links: anchors in this report or last year's, pages of the site."""

from collections import defaultdict
from collections.abc import Iterator
from difflib import get_close_matches
from urllib.parse import unquote

from reports.checks.rule import Issue, Severity, rule
from reports.core.reading import Reading
from reports.core.reading.parts import Heading, Link
from reports.core.text.addresses import internal_path
from reports.core.text.anchors import normalize_anchor, slugify
from reports.core.text.stems import normalize_text

MAX_HEADINGS = 300  # headings among which a close anchor is looked for
MAX_NAMED_LINKS = 3  # links that a message names


def find_target(report: Reading, link: Link) -> tuple[Reading, str] | None:
    """Return the report, this one or last year's, and the anchor in it that a link leads to."""
    path, hash_, anchor = link.url.strip().partition("#")
    if not hash_:
        return None
    for reading in (report, report.last):
        if reading and (is_own_path(path, reading.path) or (not path and reading is report)):
            return reading, normalize_anchor(anchor)
    return None


def is_own_path(path: str, own: str) -> bool:
    """Return whether a path of a link is the report's."""
    return bool(own) and unquote(path).rstrip("/") == own.rstrip("/") != ""


def find_heading(report: Reading, anchor: str) -> Heading | None:
    """Return the heading of an anchor.

    A heading without an anchor is found by the one that it will be given, made from its text.
    """
    born = (h for h in report.headings if not h.anchor and slugify(h.text) == anchor)
    return (report.anchors.get(anchor) or next(born, None)) if anchor else None


@rule(
    "broken-anchor",
    Severity.ERROR,
    "Ancre introuvable",
    "Un lien mène à une ancre (« #résultats ») qui n’est celle d’aucun titre du bilan, ou du bilan "
    "de l’année dernière s’il y mène. Les anciennes ancres d’un titre comptent.",
)
def broken_anchor(report: Reading) -> Iterator[Issue]:
    for link in report.links:
        target = find_target(report, link)
        if target is None or target[1] == "top" or find_heading(*target):
            continue
        reading, anchor = target
        own = [h.anchor or slugify(h.text) for h in reading.headings[:MAX_HEADINGS]]
        close = get_close_matches(anchor, own, 1)
        hint = f" : peut-être « #{close[0]} »" if close else ""
        where = "aucun titre" if reading is report else f"aucun titre du bilan {reading.year}"
        yield Issue(
            link.place,
            f"Le lien « {link.text.strip()} » mène à « #{anchor} », qui n’est l’ancre d’{where}.",
            f"Choisissez l’ancre d’un titre{hint}.",
            (link.text, link.url),
        )


@rule(
    "shared-anchor",
    Severity.WARNING,
    "Ancre en double",
    "Deux titres ont la même ancre : les liens ne mènent qu’au premier.",
)
def shared_anchor(report: Reading) -> Iterator[Issue]:
    seen: dict[str, Heading] = {}
    for each in report.headings:
        for anchor in dict.fromkeys(filter(None, (each.anchor, *each.old_anchors))):
            first = seen.setdefault(anchor, each)
            if first is not each:
                yield Issue(
                    each.place,
                    f"L’ancre « {anchor} » est celle de « {first.text} » et de « {each.text} ».",
                    "Donnez une autre ancre à l’un des deux titres.",
                    (anchor, first.text, each.text),
                    (first.place,),
                )


def path_state(report: Reading, path: str) -> str:
    """Return what is known of a path, however it is spelled: `public`, `hidden`, `absent` or
    nothing.
    """
    plain = normalize_text(unquote(path))
    for spelling in (path, plain, plain.rstrip("/"), plain.rstrip("/") + "/"):
        if state := report.context.paths.get(spelling):
            return state
    return ""


@rule(
    "hidden-target",
    Severity.WARNING,
    "Lien vers une page non publiée",
    "Un lien mène à une page du site qui n’est pas publique, ou qui n’existe plus : le public n’y "
    "arrivera pas. Un seul constat pour tous ces liens.",
    summary="{count} liens mènent à des pages non publiées : {named}.",
)
def hidden_target(report: Reading) -> Iterator[Issue]:
    for link in report.links:
        path = internal_path(link.url)
        hidden = link.page is not None and link.page in report.context.hidden_pages
        if hidden or (path and path_state(report, path) == "hidden"):
            to = f" (« {unquote(path)} »)" if path else ""
            yield Issue(
                link.place,
                f"Le lien « {link.text.strip()} » mène à une page non publiée{to}.",
                "Publiez la page, changez le lien, ou supprimez-le.",
                (link.text, link.url or str(link.page)),
                name=f"« {link.text.strip()} »",
            )


@rule(
    "absent-path",
    Severity.WARNING,
    "Liens vers une partie absente du site",
    "Des liens mènent à des chemins que ce site ne sert pas. Un seul constat nomme la première "
    "partie de ces chemins (« /startups/… »). Si un autre site les sert à la même adresse, "
    "déclarez-les une fois pour toutes : *Réglages › Chemins du site servis ailleurs*.",
    summary="{places} endroits du bilan mènent à des chemins que ce site ne sert pas : {named}.",
)
def absent_path(report: Reading) -> Iterator[Issue]:
    links_by_segment: defaultdict[str, dict[str, list[Link]]] = defaultdict(dict)
    for link in report.links:
        path = internal_path(link.url)
        if path and path_state(report, path) == "absent":
            first, slash, _ = path.strip("/").partition("/")
            segment = f"/{unquote(first)}{slash and '/…'}"
            links_by_segment[segment].setdefault(path, []).append(link)
    for segment, paths in links_by_segment.items():
        links = [link for listed in paths.values() for link in listed]
        quoted_paths = ", ".join(f"« {unquote(path)} »" for path in list(paths)[:MAX_NAMED_LINKS])
        more = ", entre autres" if len(paths) > MAX_NAMED_LINKS else ""
        count = "1 lien mène" if len(links) == 1 else f"{len(links)} liens mènent"
        yield Issue(
            links[0].place,
            f"{count} à « {segment} », que ce site ne sert pas : {quoted_paths}{more}.",
            "Vérifiez qu’un autre site sert ces pages à la même adresse, ou corrigez les liens.",
            tuple(paths),
            tuple(dict.fromkeys(link.place for link in links[1:])),
            f"« {segment} »",
        )

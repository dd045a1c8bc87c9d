"""Anchors: where links inside a report lead."""

from collections.abc import Iterator
from difflib import get_close_matches
from urllib.parse import unquote

from reports.anchors import bare, slugify
from reports.checks.reading import Reading
from reports.checks.reading.parts import Heading, Link
from reports.checks.rule import Severity, Slip, rule

MANY = 300  # headings among which a close anchor is looked for


def target(report: Reading, link: Link) -> tuple[Reading, str] | None:
    """The report, this one or last year's, and the anchor in it that a link leads to."""
    path, hash_, anchor = link.url.strip().partition("#")
    if not hash_:
        return None
    for reading in (report, report.last):
        if reading and (here(path, reading.path) or (not path and reading is report)):
            return reading, bare(anchor)
    return None


def here(path: str, own: str) -> bool:
    """Whether a path of a link is the report's."""
    return bool(own) and unquote(path).rstrip("/") == own.rstrip("/") != ""


def heading(report: Reading, anchor: str) -> Heading | None:
    """The heading of an anchor; one that has none yet will be given that of its text."""
    if found := report.anchors.get(anchor):
        return found if anchor else None
    born = (h for h in report.headings if not h.anchor and slugify(h.text) == anchor)
    return next(born, None)


@rule(
    "broken-anchor",
    Severity.ERROR,
    "Ancre introuvable",
    "Un lien mène à une ancre (« #résultats ») qui n’est celle d’aucun titre du bilan, ou du bilan "
    "de l’année dernière s’il y mène. Les anciennes ancres d’un titre comptent.",
)
def broken_anchor(report: Reading) -> Iterator[Slip]:
    for link in report.links:
        found = target(report, link)
        if found is None:
            continue
        reading, anchor = found
        if anchor == "top" or heading(reading, anchor):
            continue
        own = [h.anchor or slugify(h.text) for h in reading.headings[:MANY]]
        close = get_close_matches(anchor, own, 1)
        hint = f" : peut-être « #{close[0]} »" if close else ""
        where = "aucun titre" if reading is report else f"aucun titre du bilan {reading.year}"
        yield Slip(
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
def shared_anchor(report: Reading) -> Iterator[Slip]:
    seen: dict[str, Heading] = {}
    for found in report.headings:
        for anchor in dict.fromkeys(filter(None, (found.anchor, *found.old_anchors))):
            first = seen.setdefault(anchor, found)
            if first is not found:
                yield Slip(
                    found.place,
                    f"L’ancre « {anchor} » est celle de « {first.text} » et de « {found.text} ».",
                    "Donnez une autre ancre à l’un des deux titres.",
                    (anchor, first.text, found.text),
                    (first.place,),
                )

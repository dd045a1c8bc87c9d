"""Rule that reports references to the number of a table, figure or chart that does not exist."""

import re
from collections import defaultdict
from collections.abc import Iterator

from reports.checks.rule import Issue, Severity, rule
from reports.core.document.figure_blocks import Chart
from reports.core.document.media_blocks import Picture
from reports.core.reading import Reading

KINDS = {"t": "aucun tableau", "f": "aucune figure", "g": "aucun graphique"}
NAMED = re.compile(
    r"\b(?P<name>(?P<t>tableau|table)|(?P<f>figure|fig\.)|(?P<g>graphique|graph|chart))\s+"
    r"(?:n[°o]\s?)?(?P<number>\d{1,2})(?![\d%€/-]|[.,]\d|\s?[%€])",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(
    r"\s*(?:,\s|page\s\d+\s|p\.\s?\d+\s)*(?:de l|de la|du|des|d['’]|dans l|of\b|in the\b)", re.I
)
SELF = ("cell", "column", "name", "caption", "title", "alt")
"""Roles of texts that refer to nothing, or name what they are."""


@rule(
    "reference-missing",
    Severity.WARNING,
    "Renvoi à un tableau qui n’existe pas",
    "Le texte renvoie au « tableau 7 », à la « figure 3 » ou au « graphique 2 », et rien dans le "
    "bilan ne porte ce numéro. Un renvoi à un autre document (« tableau 7 du rapport ») n’est pas "
    "signalé.",
)
def reference_missing(report: Reading) -> Iterator[Issue]:
    grids = [grid for grid in report.grids if grid.kind != "chart"]
    pictures = [node for kind in (Picture, Chart) for _, node in report.find_nodes(kind)]
    titles = [grid.title for grid in grids]
    titles += [
        getattr(node, name)
        for node in pictures
        for name in ("caption", "title")
        if hasattr(node, name)
    ]
    titles += [
        line for text in report.texts if text.role not in SELF for line in text.text.split("\n")
    ]
    numbers: defaultdict[str, set[str]] = defaultdict(set)
    for title in titles:
        if found := NAMED.match(title.strip().removeprefix(":").lstrip()):
            numbers[kind_of(found)].add(found["number"])
    counts = {"t": len(grids), "f": len(pictures) + len(grids), "g": len(pictures)}
    for text in report.texts:
        if text.role in SELF:
            continue
        for line in text.text.split("\n"):
            for found in NAMED.finditer(line):
                kind, number = kind_of(found), found["number"]
                known = numbers[kind]
                is_there = number in known if known else int(number) <= counts[kind]
                if not is_there and not ELSEWHERE.match(line, found.end()):
                    yield Issue(
                        text.place,
                        f"Le texte renvoie à « {found[0]} », et {KINDS[kind]} n’a ce numéro.",
                        "Corrigez le numéro, ou citez le titre de ce dont vous parlez.",
                        (found[0],),
                    )


def kind_of(found: re.Match[str]) -> str:
    """Return the kind that a reference names."""
    return next(kind for kind in KINDS if found[kind])

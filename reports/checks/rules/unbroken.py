"""Ordinary spaces where a line must not break."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.checks.reading.place import Place
from reports.checks.rule import Severity, Slip, rule
from reports.checks.rules.spacing import EURO, seen, word_at

BREAKING = (
    re.compile(r"(?<=\S) (?=[;?!]+(?:[^\w)(-]|$))"),
    re.compile(r"(?<=\S) (?=:(?:\s|$))"),
    re.compile(rf"(?<=\S) (?=[%»]|{EURO})"),
    re.compile(r"(?<=«) (?=\S)"),
    re.compile(r"\b[nN]° (?=\d)"),
    re.compile(r"(?<![\d,.])\d{1,3}(?: \d{3})+(?!\d)"),
)
SHOWN = 8


@rule(
    "spacing-breaking",
    Severity.WARNING,
    "Espaces sécables",
    "Une espace ordinaire précède un signe double ou sépare des milliers : la ligne peut se "
    "couper là, et le signe ou la fin du nombre passer seul à la ligne suivante. Un seul constat "
    "pour tout le bilan.",
)
def spacing_breaking(report: Reading) -> Iterator[Slip]:
    places: list[Place] = []
    shown: dict[str, None] = {}
    count = 0
    for line in seen(report):
        text = line.native
        points = {match.end() for pattern in BREAKING for match in pattern.finditer(text)}
        count += len(points)
        if points:
            places.append(line.place)
        if len(shown) < SHOWN:
            shown.update((excerpt(line.text, point), None) for point in sorted(points))
    if count:
        where = list(dict.fromkeys(places))
        blocks = len({place.block for place in where})
        examples = ", ".join(f"« {each} »" for each in list(shown)[:SHOWN])
        spaces = f"{count} espaces ordinaires" if count > 1 else "Une espace ordinaire"
        yield Slip(
            report.whole,
            f"{spaces} dans {blocks} bloc{'s' if blocks > 1 else ''}, là où la ligne ne doit pas "
            f"se couper : {examples}.",
            "Remplacez-les par des espaces insécables.",
            ("espace sécable",),
            tuple(where),
        )


def excerpt(text: str, point: int) -> str:
    """The words on both sides of the space that ends at a point."""
    before = text[:point].rstrip()
    start = word_at(before, len(before))[0]
    return " ".join(text[start : word_at(text, point)[1]].split())

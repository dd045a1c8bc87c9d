"""Headings that announce nothing."""

from collections.abc import Iterator
from itertools import zip_longest

from reports.checks import Reading, Severity, Slip, rule


@rule(
    "bare-heading",
    Severity.WARNING,
    "Titre sans contenu",
    "Un titre n’a rien sous lui : le titre suivant est de même niveau ou plus haut, ou le bilan "
    "finit là. Un titre suivi d’un sous-titre n’est pas signalé.",
)
def bare_heading(report: Reading) -> Iterator[Slip]:
    """A block counts once it has words, a picture or a file: an empty paragraph is nothing."""
    words = (text for text in report.texts if text.role != "heading" and text.text.strip())
    parts = (words, report.images, report.charts, report.downloads)
    filled = {part.place.rank for listed in parts for part in listed}
    for heading, following in zip_longest(report.headings, report.headings[1:]):
        end = following.place.rank if following else len(report.blocks)
        deeper = following is not None and following.level > heading.level
        if deeper or filled.intersection(range(heading.place.rank, end)):
            continue
        after = f"« {following.text} »" if following else "la fin du bilan"
        yield Slip(
            heading.place,
            f"« {heading.text} » n’a rien sous lui : {after} vient juste après.",
            "Écrivez cette partie, ou retirez son titre.",
            (heading.text,),
        )

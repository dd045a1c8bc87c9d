"""Records that a report refers to: what the public is shown of them."""

from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.checks.rule import Severity, Slip, rule


@rule(
    "record-unpublished",
    Severity.WARNING,
    "Fiche en brouillon",
    "Le bilan renvoie à une fiche (service, indicateur, incubateur…) qui n’est pas publiée : le "
    "public lira les mots du bilan, mais ni la fiche ni sa série d’une année à l’autre.",
)
def record_unpublished(report: Reading) -> Iterator[Slip]:
    """A record made on the spot is a draft, and stays one when its report is published."""
    places = {block.id: block.place for block in report.blocks}
    for block, name in report.around.unpublished:
        yield Slip(
            places.get(block, report.whole),
            f"La fiche « {name} » est en brouillon : le public ne la verra pas.",
            "Faites-la publier par qui valide : « Compléter la fiche » l’ouvre.",
            (name,),
        )

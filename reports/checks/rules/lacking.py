"""What a block must have, and has not: no form would let it be published."""

from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.checks.rule import Severity, Slip, rule


@rule(
    "required-missing",
    Severity.ERROR,
    "Élément obligatoire absent",
    "Un champ obligatoire est vide, un tableau n’a aucune ligne, ou ce qui était choisi n’existe "
    "plus : le bloc ne peut pas être publié tel quel.",
)
def required_missing(report: Reading) -> Iterator[Slip]:
    """Charts and pictures that lack their text have rules of their own, which say it better."""
    told = {chart.place.block for chart in report.charts if not chart.data.rows}
    told |= {image.place.block for image in report.images}
    places = {block.id: block.place for block in report.blocks}
    for block, message in report.around.lacking:
        if block not in told:
            yield Slip(
                places.get(block, report.whole),
                message,
                "Complétez ce qui manque, ou retirez le bloc.",
                (message,),
            )

"""Rules that report empty required fields, and fields that roll-forward left to fill in."""

from collections.abc import Iterator

from reports.checks.rule import Issue, Severity, rule
from reports.core.document.figure_blocks import Chart
from reports.core.document.media_blocks import Picture
from reports.core.reading import Reading
from reports.core.reading.context import UnfilledPlace

CODE = "unfilled"


@rule(
    CODE,
    Severity.ERROR,
    "À remplir ou à relire",
    "Le bilan a été commencé à partir d’un autre. Un endroit vidé alors n’est ni rempli, ni "
    "retiré, ni clos par « Sans objet » ; ou des mots repris n’ont été ni changés, ni clos par "
    "« Relu, rien à changer ». Personne ne peut assumer ce constat, et rien ne publie le bilan "
    "tant qu’il reste.",
)
def find_unfilled(report: Reading) -> Iterator[Issue]:
    for empty in report.context.unfilled:
        place = report.places.get(empty.block, report.whole).below(*empty.trail)
        yield Issue(
            place, describe_unfilled(empty), suggest_repair(empty), (*empty.trail, empty.was)
        )


def describe_unfilled(place: UnfilledPlace) -> str:
    if not place.is_there:
        then = f" ; en {place.year} : « {place.was} »" if place.was else ""
        return f"Vide{then}."
    if place.was:
        return f"« {place.was} » est repris du bilan {place.year}, et personne ne l’a relu."
    return f"Ce texte est repris du bilan {place.year}, et personne ne l’a relu."


def suggest_repair(place: UnfilledPlace) -> str:
    if place.is_there:
        return "Corrigez, ou cliquez sur « Relu, rien à changer » dans le panneau « À remplir »."
    return "Remplissez, ou cliquez sur « Sans objet » dans le panneau « À remplir »."


@rule(
    "required-missing",
    Severity.ERROR,
    "Élément obligatoire absent",
    "Un champ obligatoire est vide, un tableau n’a aucune ligne, ou ce qui était choisi n’existe "
    "plus : le bloc ne peut pas être publié tel quel.",
)
def required_missing(report: Reading) -> Iterator[Issue]:
    """Report required fields that are empty.

    Other rules report, in better words, charts and pictures without their text, and what a report
    begun from another one still lacks.
    """
    reported_blocks = {
        *(place.block for place, chart in report.find_nodes(Chart) if not chart.data.rows),
        *(place.block for place, _ in report.find_nodes(Picture)),
        *(empty.block for empty in report.context.unfilled),
    }
    for block, message in report.context.lacking:
        if block not in reported_blocks:
            yield Issue(
                report.places.get(block, report.whole),
                message,
                "Complétez ce qui manque, ou retirez le bloc.",
                (message,),
            )

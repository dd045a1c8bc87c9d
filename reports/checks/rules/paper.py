"""Rule that reports blocks that the PDF shows as plain text, without lists, links or drawings."""

from collections.abc import Iterator

from reports.checks.rule import Issue, Severity, rule
from reports.core.reading import Reading

INTRODUCTION = "introduction"
HINT = (
    "Lisez-le dans le PDF : les mots y sont, sans leur mise en forme. Pour la retrouver, "
    "simplifiez ce qui est imbriqué (une liste dans une citation, par exemple), puis publiez."
)


@rule(
    "plain-in-pdf",
    Severity.WARNING,
    "Texte simple dans le PDF",
    "Un bloc n’a pas pu être mis en page dans le PDF de la dernière version : il y est en texte "
    "simple, sans liste, lien ni dessin.",
)
def plain_in_pdf(report: Reading) -> Iterator[Issue]:
    for part in report.context.plain_in_pdf:
        if part in report.places:
            place, name = report.places[part], "ce bloc"
        else:
            place, name = report.whole, "l’introduction" if part == INTRODUCTION else f"la {part}"
        message = f"Dans le PDF de la dernière version, {name} est en texte simple."
        yield Issue(place, message, HINT, (part,))

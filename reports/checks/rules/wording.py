"""Words written by mistake."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.checks.reading.place import Place
from reports.checks.rule import Severity, Slip, rule

DOUBLED = re.compile(r"\b([^\W\d_]+)\s+(?=\1\b)", re.IGNORECASE)
INNOCENT = {"nous", "vous", "très", "bien", "pas", "plus", "moins", "si", "non", "oui"}
SUFFIX = re.compile(r"\b[\w.-]+\.([a-z]{2,4})\.\1\b")


@rule(
    "doubled-word",
    Severity.WARNING,
    "Mot répété",
    "Un mot est écrit deux fois de suite, ou la fin d’une adresse est doublée "
    "(« exemple.fr.fr »). Les répétitions voulues (« nous nous ») ne sont pas signalées.",
)
def doubled_word(report: Reading) -> Iterator[Slip]:
    for text in report.texts:
        for found in DOUBLED.finditer(text.text):
            if (word := found[1]).lower() not in INNOCENT:
                yield slip(text.place, f"« {word} » est écrit deux fois de suite", word)
        for found in SUFFIX.finditer(text.text):
            yield slip(text.place, f"La fin de « {found[0]} » est doublée", found[0])


def slip(place: Place, said: str, word: str) -> Slip:
    return Slip(place, f"{said}.", "Supprimez la répétition.", (word,))

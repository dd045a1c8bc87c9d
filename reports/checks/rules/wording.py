"""Rules that report a word written twice, and a card whose mission repeats its status."""

import re
from collections.abc import Iterator

from reports.checks.rule import Issue, Severity, rule
from reports.core.reading import Reading
from reports.core.reading.place import Place
from reports.core.text import stems

DOUBLED = re.compile(r"\b([^\W\d_]+)[^\S\n]+(?=\1\b)", re.IGNORECASE)
INNOCENT = {"nous", "vous", "très", "bien", "pas", "plus", "moins", "si", "non", "oui"}
INNOCENT |= {"had", "that"}  # in English
MIN_STATUS_WORDS = 8  # words that a status needs to be no coincidence within a mission
SUFFIX = re.compile(r"(?<![\w.-])[\w.-]+\.([a-z]{2,4})\.\1\b")


@rule(
    "doubled-word",
    Severity.WARNING,
    "Mot répété",
    "Un mot est écrit deux fois de suite, ou la fin d’une adresse est doublée "
    "(« exemple.fr.fr »). Les répétitions voulues (« nous nous ») ne sont pas signalées.",
)
def doubled_word(report: Reading) -> Iterator[Issue]:
    for text in report.texts:
        for doubled in DOUBLED.finditer(text.text):
            if (word := doubled[1]).lower() not in INNOCENT:
                yield build_issue(text.place, f"« {word} » est écrit deux fois de suite", word)
        for address in SUFFIX.finditer(text.text):
            yield build_issue(text.place, f"La fin de « {address[0]} » est doublée", address[0])


def build_issue(place: Place, words: str, word: str) -> Issue:
    return Issue(place, f"{words}.", "Supprimez la répétition.", (word,))


@rule(
    "status-in-mission",
    Severity.WARNING,
    "Statut repris dans la mission",
    "La mission d’une carte répète les mots de son statut : le lecteur les lit deux fois.",
)
def status_in_mission(report: Reading) -> Iterator[Issue]:
    for card in report.cards:
        status = split_words(card.status)
        if (
            len(status) >= MIN_STATUS_WORDS
            and f" {' '.join(status)} " in f" {' '.join(split_words(card.mission))} "
        ):
            yield Issue(
                card.place,
                f"La mission de « {card.name} » reprend son statut, « {card.status.rstrip('.')} ».",
                "Retirez-le de la mission : la carte l’affiche déjà.",
                (card.mission, card.status),
            )


def split_words(text: str) -> list[str]:
    return [
        stems.fold_accents(match[0]) for match in stems.TOKEN.finditer(stems.normalize_text(text))
    ]

"""A card that says the same thing twice."""

from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.checks.rule import Severity, Slip, rule
from reports.search import stems

LONG = 8  # words that a status needs to be no coincidence within a mission


@rule(
    "status-in-mission",
    Severity.WARNING,
    "Statut repris dans la mission",
    "La mission d’une carte répète les mots de son statut : le lecteur les lit deux fois.",
)
def status_in_mission(report: Reading) -> Iterator[Slip]:
    for card in report.cards:
        status = words(card.status)
        if len(status) >= LONG and f" {' '.join(status)} " in f" {' '.join(words(card.mission))} ":
            yield Slip(
                card.place,
                f"La mission de « {card.name} » reprend son statut, « {card.status.rstrip('.')} ».",
                "Retirez-le de la mission : la carte l’affiche déjà.",
                (card.mission, card.status),
            )


def words(text: str) -> list[str]:
    return [stems.folded(match[0]) for match in stems.TOKEN.finditer(stems.normal(text))]

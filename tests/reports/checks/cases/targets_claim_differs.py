from reports.checks.reading import Reading
from tests.reports.checks.build import heading, indicators, prose, report

HEADS = ("Indicateurs", "Objectifs 2024", "Résultats 2024")


def outcome(reached: int, missed: int, said: str, *unknown: tuple[str, str, str]) -> Reading:
    """A table with so many targets reached and missed, and what the text makes of it."""
    rows = [(f"Visites {n}", "10", "12") for n in range(reached)]
    rows += [(f"Usagers {n}", "10", "8") for n in range(missed)]
    return report(heading("Résultats"), indicators(HEADS, *rows, *unknown), prose(said))


UNKNOWN = ("Part", "50 %", "ND")
WRONG = [
    outcome(3, 2, "Le service a atteint quatre des cinq objectifs."),
    outcome(3, 2, "Quatre objectifs sur cinq sont atteints."),
    outcome(3, 2, "We met four of our five targets."),
    outcome(3, 2, "Four of the five targets of 2024 were met."),
    outcome(2, 3, "Le programme a atteint la majorité des objectifs fixés."),
    outcome(4, 1, "Tous les objectifs ont été atteints."),
    outcome(4, 1, "L’équipe a atteint l’ensemble de ses objectifs."),
    outcome(3, 2, "Le programme a atteint 4 objectifs sur 5."),
    outcome(3, 2, "Le programme a atteint 4 des 5 objectifs."),
    outcome(2, 2, "La plupart des objectifs de 2024 ont été dépassés."),
    outcome(1, 2, "Tous les objectifs sont atteints.", UNKNOWN),
]
RIGHT = [
    outcome(4, 1, "Le service a atteint quatre des cinq objectifs."),
    outcome(4, 1, "Four of the five targets of 2024 were met."),
    outcome(3, 2, "Four of the five targets were not met."),
    outcome(3, 2, "Quatre des agents ont atteint leurs objectifs."),
    outcome(3, 1, "Deux équipes suivent des objectifs. Trois objectifs sur quatre sont atteints."),
    outcome(3, 2, "Le programme a atteint la majorité des objectifs fixés."),
    outcome(5, 0, "Tous les objectifs ont été atteints."),
    outcome(3, 2, "Le programme a atteint 3 objectifs sur 5."),
    outcome(4, 1, "Le programme n’a pas atteint tous ses objectifs."),
    outcome(1, 4, "En 2023, tous les objectifs avaient été atteints."),
    outcome(4, 0, "Tous les objectifs sont atteints.", UNKNOWN),
    outcome(1, 4, "Les équipes sont autonomes pour atteindre leurs objectifs."),
    outcome(1, 4, "Presque tous les objectifs ont été atteints."),
    outcome(0, 0, "Tous les objectifs ont été atteints."),
    report(
        heading("A"),
        prose("Tous les objectifs ont été atteints."),
        heading("B"),
        indicators(HEADS, ("N", "3", "1")),
    ),
]

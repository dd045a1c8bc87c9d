from reports.core.reading import Reading
from tests.reports.checks.build import data_table, heading, indicators, prose, report

HEADS = ("Indicateurs", "Objectifs 2024", "Résultats 2024")


def outcome(reached: int, missed: int, said: str, *unknown: tuple[str, str, str]) -> Reading:
    """A table with so many targets reached and missed, and what the text makes of it."""
    rows = [(f"Visites {n}", "10", "12") for n in range(reached)]
    rows += [(f"Usagers {n}", "10", "8") for n in range(missed)]
    return report(heading("Résultats"), indicators(HEADS, *rows, *unknown), prose(said))


SIGNS = indicators(
    ("Indicateurs", "Cible 2024", "Résultat 2024", "Bilan"),
    ("Ateliers", "85", "87", "✔"),
    ("Repas", "3 800", "3 860", "✔"),
    ("Fruits", "30", "27", "✘"),
)
COLOURS = data_table(
    ("Objective", "Target 2024", "2024", "RAG"),
    ("Lessons", "85", "87", "Green"),
    ("Meals", "380", "370", "Amber"),
)
UNDATED = data_table(
    ("KPI", "2023", "2024", "Target"),
    ("Visits", "310", "330", "320"),
    ("Arrears", "4", "3.6", "3.5"),
)
UNKNOWN = ("Part", "50 %", "ND")
WRONG = [
    report(SIGNS, prose("Les trois objectifs sur trois sont atteints.")),
    report(COLOURS, prose("We met two of our two targets.")),
    report(UNDATED, prose("Two of the two targets were met.")),
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
    report(SIGNS, prose("Deux objectifs sur trois sont atteints.")),
    report(COLOURS, prose("We met one target of two.")),
    report(UNDATED, prose("We met 1 of our 2 targets.")),
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

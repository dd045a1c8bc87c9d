from reports.core.reading.context import UnfilledPlace
from tests.reports.checks.build import heading, indicators, key_figures, prose, report

COLUMNS = ("Indicateurs", "Résultats 2023", "Objectifs 2024", "Résultats 2024")
CELL = ("Tableau d’indicateurs", "Produits suivis", "Résultats 2024")


def left(block: str, *trail: str, was: str = "", is_there: bool = False) -> UnfilledPlace:
    return UnfilledPlace(block, trail, 2023, was, is_there)


WRONG = [
    report(
        indicators(COLUMNS, ["Produits suivis", "18", "20", ""]),
        unfilled=(left("indicator_table-0", *CELL, was="18"),),
    ),
    report(
        prose("Voici ce que nous avons fait en 2023."),
        unfilled=(left("paragraph-0", "Paragraphe › Voici ce que…", is_there=True),),
    ),
    report(
        indicators(COLUMNS, ["Délai moyen", "6 mois", "6 mois", "6 mois"]),
        unfilled=(left("indicator_table-0", *CELL, was="6 mois", is_there=True),),
    ),
    report(
        key_figures(("", "", "agents")),
        unfilled=(left("key_figures-0", "Chiffres clés", "agents", was="279"),),
    ),
    report(prose("Une année."), unfilled=(left("", "Document source", was="Bilan en PDF"),)),
    report(
        heading("Bilan"),
        unfilled=(left("", "Chapô › Une année 2023.", is_there=True),),
    ),
]
RIGHT = [
    report(indicators(COLUMNS, ["Produits suivis", "18", "20", "N/A"])),
    report(indicators(COLUMNS, ["Produits suivis", "18", "", "19"])),  # begun from no other
    report(prose("En 2023, déjà, tout allait bien.")),
    report(key_figures(("", "", "et bien d’autres"))),
    report(heading("Bilan"), unfilled=()),
    report(),
]

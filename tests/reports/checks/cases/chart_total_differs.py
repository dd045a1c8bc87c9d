from tests.reports.checks.build import (
    Block,
    chart,
    compared,
    comparison_cards,
    key_figures,
    prose,
    report,
)


def services(*values: str, title: str = "Nombre de services par incubateur") -> Block:
    rows = [
        (f"Incubateur {letter}", value) for letter, value in zip("ABCDEF", values, strict=False)
    ]
    return chart(title, *rows, unit="produits")


THREE = services("100", "90", "61")  # 251
WRONG = [
    # However far away: the words are those of all services.
    report(key_figures(("", "124", "services en cours d’accompagnement")), THREE),
    report(key_figures(("", "248", "services")), services("100", "90 000", "61")),
    report(prose("Le réseau porte 2 520 produits."), THREE),
    report(key_figures(("", "248", "services en cours d’accompagnement")), THREE),
    report(prose("Le réseau porte 252 produits."), THREE),
    report(THREE, prose("Cela fait, au total, 220 services accompagnés.")),
    report(prose("Fin 2024, environ 265 services étaient en ligne, au total 280 services."), THREE),
    report(
        key_figures(("", "35", "agents"), ("", "34", "agents formés")),
        chart("Agents formés", ("A", "20"), ("B", "11"), ("C", "4,5")),
    ),
    report(key_figures(("", "Plus de 255", "services")), THREE),
]
RIGHT = [
    # Of some services; another list, whose count is less than that of all.
    report(prose("Cette année, 42 services ont ouvert une page de statistiques."), THREE),
    report(
        key_figures(("", "251", "services")), key_figures(("", "27", "services en travaux")), THREE
    ),
    report(key_figures(("", "251", "services en cours d’accompagnement")), THREE),
    report(key_figures(("", "30", "services à impact national"), ("", "170", "services")), THREE),
    report(key_figures(("", "251", "services"), ("", "248", "services avec une page")), THREE),
    report(key_figures(("", "Environ 250", "services")), THREE),
    report(key_figures(("", "248", "agents formés")), THREE),
    report(key_figures(("", "248 €", "de services")), THREE),
    report(prose("En 2022, le réseau comptait 248 services."), THREE),
    report(
        key_figures(("", "98", "services")),
        chart("Services", ("A", "50 %"), ("B", "30 %"), ("C", "20 %")),
    ),
    report(
        key_figures(("", "248", "services")),
        chart("Services", ("2022", "50"), ("2023", "100"), ("2024", "101")),
    ),
    report(
        key_figures(("", "248", "services")), services("0", "0", "0"), services("100", "ND", "151")
    ),
    report(comparison_cards(compared("Alpha", {"En 2024": (("", "248", "services"),)})), THREE),
    report(
        key_figures(("", "248", "services")),
        chart(
            "Services",
            ("A", "100", "1"),
            ("B", "90", "1"),
            ("C", "61", "1"),
            columns=("Qui", "Neufs", "Anciens"),
        ),
    ),
    report(key_figures(("", "3", "services")), chart("Services")),
]

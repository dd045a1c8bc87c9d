from tests.reports.checks.build import data_table, indicators, prose, report

NETS = data_table(
    ("", "2022", "2023", "2024", "Objectif 2024"),
    ("Rendement moyen des réseaux", "80,7 %", "81,2 %", "82,6 %", "85 %"),
    ("Prix moyen", "4,11 €", "4,30 €", "4,38 €", "4 €"),
)
STAFF = indicators(("Indicateur", "2023", "2024"), ("Rotation des équipes", "18,2 %", "14,9 %"))

WRONG = [
    report(NETS, prose("Le rendement moyen des réseaux passe de 81,2 % à 86,2 %.")),
    report(NETS, prose("Le rendement moyen des réseaux est passé de 79,2 % à 82,6 %.")),
    report(STAFF, prose("La rotation des équipes est passée de 18,2 % à 19,4 %.")),
    report(STAFF, prose("La rotation de nos équipes recule : de 12,8 % à 14,9 %.")),
    report(NETS, prose("De 80,7 % à 85,2 %, le rendement moyen des réseaux monte.")),
]
RIGHT = [
    report(NETS, prose("Le rendement moyen des réseaux passe de 81,2 % à 82,6 %.")),
    report(NETS, prose("Le rendement moyen des réseaux passe de 80,7 % à 82,6 % en deux ans.")),
    report(NETS, prose("Avant, le rendement moyen des réseaux passait de 80,7 % à 81,2 %.")),
    # Rounded, of another thing, of neither number, of one word, of years without a table.
    report(NETS, prose("Le rendement moyen des réseaux passe de 81,2 % à 83 %.")),
    report(NETS, prose("Le rendement des pompes passe de 81,2 % à 86,2 %.")),
    report(NETS, prose("Le rendement moyen des réseaux passe de 71,2 % à 76,2 % au nord.")),
    report(STAFF, prose("La rotation passe de 18,2 % à 16,3 %.")),
    report(STAFF, prose("La rotation des équipes est de 14,9 %."), year=2031),
    report(prose("Le rendement moyen des réseaux passe de 81,2 % à 86,2 %.")),
]

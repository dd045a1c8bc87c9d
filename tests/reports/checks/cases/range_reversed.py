from tests.reports.checks.build import data_table, fact_list, key_figures, prose, report

WRONG = [
    report(prose("Entre 40 et 25 agents sont partis.")),
    report(fact_list(("Durée :", "entre 12 et 9 mois", ""))),
    report(key_figures(("", "Entre 60 et 45 %", "des agents"))),
    report(data_table(("Site", "Âge"), ("A", "entre 45 et 30 ans"))),
    report(prose("Il coûte entre 3 et 2 millions d’euros.")),
]
RIGHT = [
    report(prose("Entre 25 et 40 agents sont partis.")),
    report(prose("Nous sommes passés de 40 à 25 agents.")),
    report(prose("Le délai va de 3 à 1 mois.")),
    report(prose("Entre 2023 et 2022, rien.", "Entre -10 et 10 degrés.")),
    report(data_table(("Site", "Âge"), ("A", "entre 30 et 45 ans"), ("B", "30"))),
    report(prose("Entre 900 000 et 1 million d’euros.")),
]

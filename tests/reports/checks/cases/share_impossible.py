from tests.reports.checks.build import data_table, fact_list, indicators, key_figures, prose, report

WRONG = [
    report(prose("Il y a 1 450 logements, dont 1 620 rénovés.")),
    report(prose("We have 45 agents, of which 52 work at night.")),
    report(key_figures(("", "170", "tribunaux sur 168 utilisant le produit"))),
    report(prose("Le service équipe 170 tribunaux sur 168.")),
    report(prose("Nous suivons 12 sur 10 services.")),
    report(key_figures(("", "120 %", "des agents sont satisfaits"))),
    report(fact_list(("", "900", "utilisateurs sur un potentiel de 500"))),
    report(indicators(("Indicateurs", "2024"), ("Part des femmes", "145 %"))),
    report(prose("Le produit touche 105 équipes sur les 100 équipes du réseau.")),
]
RIGHT = [
    report(prose("Il y a 1 450 logements, dont 620 rénovés, et 12 sites, dont un de 45 places.")),
    report(key_figures(("", "157", "tribunaux sur 168 utilisant le produit"))),
    report(key_figures(("", "21", "failles corrigées, sur 9 services"))),
    report(key_figures(("", "21", "failles corrigées sur 9 services"))),
    report(fact_list(("", "500", "utilisateurs sur un potentiel de 900"))),
    report(prose("Nous avons mené 40 ateliers sur 12 mois.")),
    report(
        key_figures(("", "+160 %", "de dossiers"), ("", "120 %", "des objectifs sont atteints"))
    ),
    report(prose("Une hausse de 150 % des dossiers a été observée.")),
    report(data_table(("Indicateur", "2024"), ("Taux de réalisation", "105 %"), ("Part", "45 %"))),
    report(prose("Elle compte 300 agents et 12 sites. Un guide porte sur 4 sujets.")),
    report(prose("")),
]

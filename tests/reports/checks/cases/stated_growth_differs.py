from tests.reports.checks.build import data_table, fact_list, prose, report

WRONG = [
    report(prose("Visits rose to 1.34 million, an increase of 13.7% on 2023 (1.2 million).")),
    report(prose("Il y a 1 340 adhérents, 9 % de plus que l’année précédente (1 200 adhérents).")),
    report(prose("La collecte est de 4 860 tonnes, contre 4 310 en 2023, soit 1 200 de plus.")),
    report(prose("Il y a eu 900 plaintes, contre 1 000 en 2023, soit 200 plaintes de moins.")),
    report(prose("Le taux passe de 84,1 % à 87,3 %, en hausse de 6 points.")),
    report(prose("We had 486 200 visitors, up 18% on the previous year (434 900).")),
    report(prose("Nous avons publié 1 230 articles (+4,6 %), contre 1 150 en 2023.")),
    report(prose("En 2024, 41 200 passages, soit 6 % de plus qu’en 2023 (38 000).")),
    report(prose("Le centre a reçu 900 plaintes, en baisse de 25 %, contre 1 000 en 2023.")),
    report(fact_list(("", "1 230", "articles (+4,6 %), contre 1 150 en 2023"))),
    report(prose("Tout va bien. Le budget est de 12 M€ (+50 %), contre 10 M€ l’an dernier.")),
]
RIGHT = [
    report(prose("Visits rose to 1.34 million, an increase of 11.7% on 2023 (1.2 million).")),
    report(prose("La collecte est de 4 860 tonnes, contre 4 310 en 2023, soit 550 de plus.")),
    report(prose("Il y a eu 900 plaintes, contre 1 000 en 2023, soit 100 plaintes de moins.")),
    report(prose("Le taux passe de 84,1 % à 87,3 %, en hausse de 3,2 points.")),
    report(prose("Le taux passe de 84,1 % à 87,3 %, et la note de 12 points.")),
    report(prose("We had 486 200 visitors, up 12% on the previous year (434 900).")),
    report(prose("Il faut 3 agents de plus, contre 2 prévus, pour 40 dossiers.")),
    report(prose("Nous avons publié 1 230 articles (+7 %), contre 1 150 en 2023.")),
    report(prose("En 2024, 41 200 passages, soit 8,4 % de plus qu’en 2023 (38 000).")),
    report(prose("Nous avons reçu 120 projets (+20 %) contre 3 lauréats et 12 jurys.")),
    report(prose("Nous avons reçu 120 projets (+20 %).", "Ils étaient 90 contre 80 ailleurs.")),
    report(prose("80 % des agents ont répondu, soit 1 230 agents, contre 1 150 en 2023.")),
    report(prose("Le budget est de 12 M€ (+50 %), contre 10 agents.")),
    report(data_table(("A", "1 230 (+4,6 %), contre 1 150"), ("B", "12"))),
]

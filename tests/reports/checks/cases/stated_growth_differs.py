from tests.reports.checks.build import data_table, fact_list, prose, report

WRONG = [
    report(prose("Nous avons publié 1 230 articles (+4,6 %), contre 1 150 en 2023.")),
    report(prose("En 2024, 41 200 passages, soit 6 % de plus qu’en 2023 (38 000).")),
    report(prose("Le centre a reçu 900 plaintes, en baisse de 25 %, contre 1 000 en 2023.")),
    report(fact_list(("", "1 230", "articles (+4,6 %), contre 1 150 en 2023"))),
    report(prose("Tout va bien. Le budget est de 12 M€ (+50 %), contre 10 M€ l’an dernier.")),
]
RIGHT = [
    report(prose("Nous avons publié 1 230 articles (+7 %), contre 1 150 en 2023.")),
    report(prose("En 2024, 41 200 passages, soit 8,4 % de plus qu’en 2023 (38 000).")),
    report(prose("Nous avons reçu 120 projets (+20 %) contre 3 lauréats et 12 jurys.")),
    report(prose("Nous avons reçu 120 projets (+20 %).", "Ils étaient 90 contre 80 ailleurs.")),
    report(prose("80 % des agents ont répondu, soit 1 230 agents, contre 1 150 en 2023.")),
    report(prose("Le budget est de 12 M€ (+50 %), contre 10 agents.")),
    report(data_table(("A", "1 230 (+4,6 %), contre 1 150"), ("B", "12"))),
]

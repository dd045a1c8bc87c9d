from tests.reports.checks.build import chart, data_table, fact_list, prose, report

WRONG = [
    report(prose("Le budget est de 1,25648 million d’euros.")),
    report(prose("Le taux est de 87,3333 %.")),
    report(data_table(("Site", "2024"), ("A", "12,345 %"))),
    report(fact_list(("Taux :", "4,1667 %", ""))),
    report(data_table(("Site", "2024"), ("A", "2,48731 M€"))),
]
RIGHT = [
    report(prose("Le budget est de 1,256 million d’euros, soit 87,33 %.")),
    report(prose("Une masse de 0,00012 gramme.")),
    report(data_table(("Site", "2024"), ("A", "12,35 %"), ("B", "12"))),
    report(chart("Parts", ("A", "12,34567 %"))),
    report(prose("Il y a 1 234 567 visites et 12 000 €.")),
    report(data_table(("Site", "Latitude"), ("A", "48,85661"))),
]

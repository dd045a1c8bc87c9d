from tests.reports.checks.build import data_table, fact_list, heading, prose, report

LONG = "Le taux d’occupation était de 87,3 % en 2024."
OTHER = "Le taux d’occupation était de 85,1 % en 2023."

WRONG = [
    report(prose(LONG, LONG)),
    report(prose(LONG), heading("Suite"), prose(LONG)),
    report(prose(f"{LONG} {LONG}")),
    report(prose(LONG, OTHER), heading("Suite"), prose(f"<p><b>{LONG}</b></p>")),
    report(prose(f"Nous avons grandi. {LONG} {LONG} Voilà.")),
]
RIGHT = [
    report(prose(LONG, OTHER)),
    report(prose("En savoir plus.", "En savoir plus.")),
    report(prose(f"<ul><li>{LONG}</li><li>{LONG}</li></ul>")),
    report(fact_list(("Taux de", "87 %", "en 2024, dans tous nos centres")), prose(LONG)),
    report(data_table((LONG, LONG), ("A", "12"))),
    report(prose(f"{OTHER} {LONG}"), heading("Suite"), prose(f"{LONG} Voilà la suite.")),
]

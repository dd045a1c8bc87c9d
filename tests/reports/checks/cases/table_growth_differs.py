from tests.reports.checks.build import data_table, heading, prose, report

LOANS = data_table(
    ("Prêts", "2023", "2024"),
    ("Livres jeunesse", "105 000", "114 030"),
    ("Revues", "12 000", "11 040"),
)
GIFTS = data_table(
    ("Income", "2023", "2024"), ("Legacies", "12 500", "13 500"), ("Shops", "400", "300")
)
SHARES = ("Income", "2023", "2024", "Share of 2024")
WRONG = [
    report(data_table(SHARES, ("Shops", "400", "500", "25%")), prose("Shops grew by 52%.")),
    report(LOANS, prose("Les livres jeunesse ont progressé de 12 %.")),
    report(LOANS, prose("Les prêts de livres jeunesse ont progressé de 12 %.")),
    report(heading("Prêts"), prose("Les revues ont baissé de 18 %, faute de place."), LOANS),
    report(GIFTS, prose("Legacies grew by 18%. We are thankful.")),
    report(GIFTS, prose("Legacies grew by 18%, to £13,500.")),
    report(LOANS, prose("Les revues ont progressé de 8 %.")),
]
RIGHT = [
    report(data_table(SHARES, ("Shops", "400", "500", "25%")), prose("Shops grew by 25%.")),
    report(LOANS, prose("Les livres jeunesse ont progressé de 8,6 %.")),
    report(LOANS, prose("Les livres jeunesse ont progressé de 9 %.")),
    report(LOANS, prose("Les livres jeunesse ont progressé de près de 12 %.")),
    report(GIFTS, prose("Legacies grew by about 18%.")),
    report(GIFTS, prose("Legacies grew by 8%. We are thankful.")),
    # Other things, spans or parts.
    report(LOANS, prose("Les achats de livres jeunesse ont progressé de 12 %.")),
    report(LOANS, prose("Les livres jeunesse ont progressé de 12 % depuis 2019.")),
    report(GIFTS, prose("Legacies grew by 18% a year.")),
    report(LOANS, heading("Budget"), prose("Les livres jeunesse ont progressé de 12 %.")),
    report(LOANS, LOANS, prose("Les livres jeunesse ont progressé de 12 %.")),
]

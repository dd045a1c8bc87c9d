from tests.reports.checks.build import data_table, indicators, report

HEADS = ("Indicateur", "Objectif 2024", "Résultat 2024", "Issue")
UNDATED = ("Standard", "Target", "2022/23", "2023/24", "Status")
WRONG = [
    report(data_table(UNDATED, ("Bookings kept", "80%", "71%", "72%", "Achieved"))),
    report(indicators(HEADS, ("Visiteurs", "500", "420", "✔"))),
    report(indicators(HEADS, ("Visiteurs", "500", "540", "❌"))),
    report(data_table(UNDATED, ("Calls: answered within a minute", "80%", "71%", "78.2%", "Met"))),
    report(
        data_table(UNDATED, ("Calls: answered within a minute", "80%", "71%", "83%", "Not met"))
    ),
    report(indicators(HEADS, ("Visiteurs", "500", "420", "Atteint"))),
    report(indicators(HEADS, ("Visiteurs", "500", "540", "Non atteint"))),
    report(indicators(HEADS, ("Délai de réponse", "9 jours", "12 jours", "Objectif atteint"))),
    report(
        data_table(HEADS, ("Usagers", "70", "65", "Atteint"), ("Femmes", "50", "52", "Atteint"))
    ),
]
RIGHT = [
    report(indicators(HEADS, ("Visiteurs", "500", "540", "✅"), ("Femmes", "50", "42", "✘"))),
    # A colour may allow for what nearly reached it.
    report(indicators(HEADS, ("Visiteurs", "500", "498", "Vert"))),
    report(data_table(UNDATED, ("Calls: answered within a minute", "80%", "71%", "83%", "Met"))),
    report(
        data_table(UNDATED, ("Calls: answered within a minute", "80%", "71%", "78%", "Not met"))
    ),
    report(data_table(UNDATED, ("Calls: answered within a minute", "80%", "71%", "78%", "Nearly"))),
    report(indicators(HEADS, ("Visiteurs", "500", "500", "Atteint"))),
    report(indicators(HEADS, ("Délai de réponse", "9 jours", "8 jours", "Atteint"))),
    # Nobody can tell; of another year; no number.
    report(indicators(HEADS, ("Arrivées", "500", "420", "Atteint"))),
    report(data_table(("", "Target", "2021", "Status"), ("Visitors", "500", "420", "Met"))),
    report(data_table(("", "Target 2025", "2024", "Status"), ("Visitors", "500", "420", "Met"))),
    report(indicators(HEADS, ("Visiteurs", "500", "ND", "Atteint"))),
    report(indicators(HEADS, ("Visiteurs", "500", "moins de 510", "Atteint"))),
]

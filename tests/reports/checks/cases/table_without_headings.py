"""By rule, in the module of its code: reports that it must find fault with, and not."""

from tests.reports.checks.build import awards, chart, data_table, indicators, report

CARD = (("Fondée en", "1987"), ("Siège", "Lille"), ("Budget", "1,2 M€"), ("Salariés", "34"))
WRONG = [
    report(data_table(("", "", ""), ("Mois", "Mai", ""), ("Appels", "8,1", "7,9"))),
    report(data_table(("", "", ""), ("Appels", "8,1", "7,9"), ("Départs", "3", "4"))),
    report(data_table(("", ""), ("Nord", "120"), ("Sud", "80"), ("Est", "75"))),
    report(data_table(("", ""), ("Nord", "12 %"), ("Sud", "8 %"))),
    report(data_table(("", ""), ("Nord", "Mme Dupin"), ("", "M. Leroy"))),
    report(data_table(("", ""), ("Nord", "Mme Dupin"), ("Nord", "M. Leroy"))),
    report(data_table(("", "", ""), ("Fondée en", "1987", "oui"), ("Siège", "Lille", "non"))),
    report(data_table(("", ""), ("Utile ?", "12 %"))),
    report(data_table(("Question", ""), ("Utile ?", "12 %"))),
    report(data_table(("", "2023", " "), ("Utile ?", "12 %", "14 %"))),
    report(indicators(("Indicateurs", "", "", ""), ("Services", "1", "2", "3"))),
    report(indicators((" ", " "), ("Services", "1"), caption="")),
    report(chart("Parité", ("2024", "17", "20"), columns=("Année", "Femmes", ""))),
    report(chart("", ("2024", "17"), columns=("", ""))),
]
RIGHT = [
    report(data_table(("", "", ""), ("Mois", "Mai", "Juin"), ("Appels", "8,1", "7,9"))),
    report(data_table(("", "", ""), ("Site", "North", "South"), ("Beds", "12", "40"))),
    report(data_table(("", ""), *CARD)),
    report(data_table((" ", ""), ("Founded", "1987"), ("Office", "Leeds"))),
    report(data_table(("", ""), ("Salariés", "34"), ("Budget", "1,2 M€"))),
    report(data_table(("", ""), ("Présidente", "Mme Dupin"), ("Trésorier", "M. Leroy"))),
    report(data_table(("", "2024"), ("Utile ?", "12 %"))),
    report(data_table(("Question", "2024"), ("Utile ?", "12 %"))),
    report(indicators(("Indicateurs", "Résultats 2024"), ("Services", "11"))),
    report(awards(("Mano", "", "30 000 €"))),
    report(chart("Effectifs", ("2024", "12"))),
    report(chart("Effectifs", alt="Courbe", transcription="<p>12</p>")),
    report(data_table(())),
]

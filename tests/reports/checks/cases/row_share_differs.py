from tests.reports.checks.build import chart, data_table, report

HEADS = ("Année", "Inscrits", "Boursiers", "Part")
ROWS = (("A", "11 200", "3 900", "34,8 %"), ("B", "11 650", "4 100", "35,2 %"))
WIDE = (("A", "10", "40", "25 %"), ("B", "10", "80", "12,5 %"), ("C", "30", "90", "33,3 %"))

WRONG = [
    report(data_table(HEADS, *ROWS, ("C", "9 200", "9 384", "98,0 %"))),
    report(data_table(HEADS, *ROWS, ("C", "12 010", "4 420", "41,8 %"))),
    report(data_table(HEADS, ("C", "12 010", "4 420", "41,8 %"), *ROWS)),
    report(data_table(HEADS, *WIDE, ("D", "9", "90", "20 %"))),
    report(
        data_table(
            ("", "Part", "Boursiers", "Inscrits"),
            ("A", "25 %", "10", "40"),
            ("B", "50 %", "20", "40"),
            ("C", "30 %", "9", "90"),
        )
    ),
    report(data_table(HEADS, *ROWS, ("C", "12 010", "4 420", "63,8 %"), ("D", "20", "10", "50 %"))),
]
RIGHT = [
    # More was spent than voted, and the row says so.
    report(data_table(HEADS, *ROWS, ("C", "9 200", "9 384", "102,0 %"))),
    report(data_table(HEADS, *ROWS, ("C", "12 010", "4 420", "36,8 %"))),
    report(data_table(HEADS, *ROWS, ("C", "12 010", "4 420", "36 %"))),
    report(data_table(HEADS, *ROWS, ("C", "12 010", "ND", "41,8 %"))),
    report(data_table(HEADS, ("A", "10", "40", "80 %"), ("B", "10", "80", "75 %"))),
    report(data_table(("Site", "2023", "2024"), ("A", "12 %", "14 %"), ("B", "10 %", "9 %"))),
    report(data_table(HEADS, *WIDE, ("D", "9", "90", "14"))),
    report(chart("Effectifs", ("A", "12"), ("B", "14"))),
]

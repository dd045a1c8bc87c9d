from tests.reports.checks.cited import cited

WRONG = [
    cited("Une hausse de [20 %|growth|0 1].", "40", "50"),
    cited("Une baisse de [20 %|growth|0 1].", "60", "50"),
    cited("Soit [13|difference|0 1] de moins.", "60", "47"),
    cited("Le délai a diminué de [12 %|change|0].", "+12 %"),
    cited("La part augmente de [3 points|difference|0 1].", "59 %", "62 %"),
]
RIGHT = [
    cited("Une hausse de [20 %|growth|0 1].", "60", "50"),
    cited("Une baisse de [20 %|growth|0 1].", "40", "50"),
    cited("Soit [13|difference|0 1] de plus.", "60", "47"),
    cited("Le délai a diminué de [12 %|change|0].", "-12 %"),
    cited("La part augmente de [3 points|difference|0 1].", "62 %", "59 %"),
    cited("Un écart de [13|difference|0 1].", "60", "47"),
    cited("Le nombre baisse. Il y en a [58|same|0].", "58"),
    cited("Il baisse, puis augmente de [20 %|growth|0 1].", "40", "50"),
]

from tests.reports.checks.cited import cited

WRONG = [
    cited("Nous suivions [47|same|x] services.", elsewhere="74"),
    cited("Environ [2,5 millions|rounded|x] de visites.", elsewhere="1 360 000"),
    cited("Soit [12|difference|0 x] de plus.", "60", elsewhere="47"),
    cited("Une hausse de [20 %|growth|0 x].", "63", elsewhere="50"),
    cited("C’étaient [58 %|same|x] des services.", elsewhere="59 %"),
]
RIGHT = [
    cited("Nous suivions [74|same|x] services.", elsewhere="74"),
    cited("Environ [2,5 millions|rounded|x] de visites.", elsewhere="2 480 000"),
    cited("Soit [13|difference|0 x] de plus.", "60", elsewhere="47"),
    cited("Une hausse de [26 %|growth|0 x].", "63", elsewhere="50"),
    cited("Nous suivions [47|same|x] services."),
    cited("Nous suivons [47|same|0] services.", "74"),
]

from tests.reports.checks.cited import cited

WRONG = [
    cited("Nous suivons [47|same|0] services.", "74"),
    cited("Plus de [2,5 millions|rounded|0] de visites.", "2 360 000"),
    cited("Soit [12|difference|0 1] de plus.", "60", "47"),
    cited("Cela fait [10 %|part|0 1] du total.", "30", "150"),
    cited("Une hausse de [20 %|growth|0 1].", "63", "50"),
    cited("Nous suivons [quarante-sept|same|0] services.", "74"),
    cited("Nous suivons [47|same|0] services.", "74", in_introduction=True),
    cited("Nous suivons [4|same|0]7 services.", "47"),
    cited("Nous suivons [47|same|0]0 services.", "47"),
    cited("Nous suivons 1 [047|same|0] services.", "47"),
    cited("Nous suivons [47|same|0],5 services.", "47"),
    cited("Nous suivons [47|same|0] 000 services.", "47"),
    cited("Nous suivons [47|same|0] millions de services.", "47"),
    cited("Nous suivons [47|rounded|0] milliers de services.", "47 200 000"),
    cited("Déjà [47|same|0] services", "74", in_heading=True),
]
RIGHT = [
    cited("Déjà [74|same|0] services", "74", in_heading=True),
    cited("Nous suivons [74|same|0] services.", "74", in_introduction=True),
    cited("Nous suivons [74|same|0] services.", "74"),
    cited("Plus de [2,5 millions|rounded|0] de visites.", "2 480 000"),
    cited("Soit [13|difference|0 1] de plus.", "60", "47"),
    cited("Cela fait [20 %|part|0 1] du total.", "30", "150"),
    cited("Une hausse de [26 %|growth|0 1].", "63", "50"),
    cited("Nous suivons [47|same|x] services.", "74", elsewhere="74"),
    cited("En 2024 [215|same|0] services, 12 de plus", "215"),
    cited("Nous suivons [47|same|0]<sup>2</sup> services.", "47"),
    cited("De [47|same|0] à 58 %, [58 %|same|1], 3 % de plus", "47", "58 %"),
    cited("Nous suivons [47|rounded|0] millions de services.", "47 200 000"),
    cited("Nous suivons [47|same|0] services.", "en cours"),
]

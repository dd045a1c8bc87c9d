from tests.reports.checks.build import prose, report
from tests.reports.checks.cited import KEY, cited

WRONG = [
    cited("Nous suivions [47|same|x] services."),
    cited("Nous suivons [47|same|0] services.", "en cours"),
    cited("Nous suivons [47|same|0] services.", "ND"),
    cited("Soit [12|difference|0 x] de plus.", "60"),
    cited("Cela fait [10 %|part|0 1] du total.", "30", "0"),
    report(prose('<p><bilan-figure of="r.x" as="same">47</bilan-figure> services</p>'), key=KEY),
]
RIGHT = [
    cited("Nous suivons [74|same|0] services.", "74"),
    cited("Nous suivons [47|same|0] services.", "74"),
    cited("Nous suivions [47|same|x] services.", elsewhere="47"),
    cited("Soit [13|difference|0 1] de plus.", "60", "47"),
    report(prose("Nous suivons 47 services."), key=KEY),
]

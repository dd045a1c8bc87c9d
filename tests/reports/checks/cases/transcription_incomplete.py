"""By rule, in the module of its code: reports that it must find fault with, and not."""

from tests.reports.checks.build import chart, report

ROWS = (("Une équipe", "59"), ("Une autre", "43"), ("La dernière", "1"))

WRONG = [
    report(chart("Services", *ROWS, transcription="<p>59 et 43 services.</p>")),
    report(chart("Services", *ROWS, transcription="<p>En tout, 103 services.</p>")),
    report(chart("Services", ("Appels", "24 617 600"), transcription="<p>24 617 601 appels.</p>")),
    report(
        chart(
            "Parité",
            ("2023", "53 %", "47 %"),
            ("2024", "45 %", "55 %"),
            columns=("Année", "Femmes", "Hommes"),
            transcription="<ul><li>2023 : 53 % et 47 %</li><li>2024 : 45 %</li></ul>",
        )
    ),
    report(chart("", ("Coût", "1,30 €"), transcription="<p>Le coût est de 13 €.</p>")),
    report(chart("Services", ("A", "20"), transcription="<p>Environ 200 services.</p>")),
    report(chart("Services", *ROWS, transcription="<p></p>")),
]
RIGHT = [
    report(chart("Rangs", ("La France", "14"), transcription="<p>La France est 14e.</p>")),
    report(chart("Phases", ("A", "la phase 2 en cours"), transcription="<p>Rien encore.</p>")),
    report(chart("Services", *ROWS, transcription="<p>59, 43 et 1.</p>")),
    report(chart("Services", *ROWS)),
    report(chart("Appels", ("2023", "24617600"), transcription="<p>24 617 600 appels.</p>")),
    report(chart("Appels", ("2023", "24 617 600"), transcription="<p>24617600 appels.</p>")),
    report(chart("Aide", ("2023", "30 K€"), transcription="<p>Une aide de 30 000 €.</p>")),
    report(chart("Aide", ("2023", "2,5 millions"), transcription="<p>2,5 millions en 2023.</p>")),
    report(chart("Parts", ("2023", "N/A"), ("2024", "17,4 %"), transcription="<p>17,4 %</p>")),
    report(chart("Zéros", ("2023", "0"), transcription="<p>0 en 2023.</p>")),
    report(chart("Services", alt="Barres", transcription="<p>12 services.</p>")),
    report(chart("Vide", ("2023", ""), ("2024",), transcription="<p>Rien encore.</p>")),
]

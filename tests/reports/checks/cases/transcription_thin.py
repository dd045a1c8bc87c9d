"""By rule, in the module of its code: reports that it must find fault with, and not."""

from tests.reports.checks.build import chart, report

ALT = "Barres du nombre de services par équipe"

WRONG = [
    report(chart("Services", alt=ALT, transcription="<p>43 et 1.</p><p>Ailleurs : ND</p>")),
    report(chart("Services", alt=ALT, transcription="<p>L’une en a 43, une autre 1.</p>")),
    report(chart("Services", alt=ALT, transcription="<p>Le graphique montre une hausse.</p>")),
    report(chart("Services en 2023", alt=ALT, transcription="<p>De 2020 à 2023, 43 services.</p>")),
    report(chart("", alt=ALT, transcription="<p>Une forte hausse.</p>")),
    report(
        chart(
            "Parts de 10 %, 20 % et 70 % des services",
            alt=ALT,
            transcription="<p>Parts des services : 10 %, 20 % et 70 %.</p>",
        )
    ),
    report(chart("Services", alt=ALT, transcription=f"<p>{ALT}</p>")),
]
RIGHT = [
    report(chart("Services", alt=ALT, transcription="<ul><li>12</li><li>8</li><li>3</li></ul>")),
    report(chart("Services", ("Une équipe", "12"), transcription="<p>Une équipe en a 12.</p>")),
    report(chart("Services", ("Une équipe", "12"))),
    report(chart("Services", alt=ALT)),
    report(
        chart(
            "Services en 2024",
            alt=ALT,
            transcription="<p>59 services à la première équipe, 43 à la deuxième, 1 à l’autre.</p>",
        )
    ),
    report(
        chart(
            "Effectifs par année",
            alt="Courbe des effectifs",
            transcription="<p>Effectifs : 302 personnes en octobre, 404 en juin, 159 ensuite.</p>",
        )
    ),
]

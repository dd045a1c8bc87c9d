from reports.core.reading.parts import Text
from reports.core.reading.place import WHOLE
from tests.reports.checks.build import callout, prose, report

LAST = report(
    prose(
        "<p>En 2023, les équipes ont grandi. Depuis 2022, un fonds aide les services.</p>",
        "<p>Le programme est né en 2013.</p>",
    ),
    callout("Ceci transcrit une présentation faite début 2024."),
    prose("Au cours de l’année 2023, les agents ont appris.", "Fin 2023, tout marchait."),
    prose("En 2023, 17 articles ont paru (2022 : 13, 2021 : 15)."),
    year=2023,
)

WRONG = [
    report(prose("En 2023, les équipes ont grandi."), last=LAST),
    report(callout("Ceci transcrit une présentation faite début 2024."), last=LAST),
    report(prose("<b>Au cours</b> de l'année 2023, les agents ont appris."), last=LAST),
    report(prose("Bonjour. Fin 2023, tout marchait. Merci."), last=LAST),
    report(callout("En 2023, les équipes ont grandi."), last=LAST),
]
CHAPO = "Ce que le réseau a fait en 2023."
LAST.beside = [Text(WHOLE.below("Chapô"), "introduction", CHAPO, f"<p>{CHAPO}</p>")]
UNCHANGED = report(last=LAST)
UNCHANGED.beside = LAST.beside
WRONG.append(UNCHANGED)
RIGHT = [
    report(prose("En 2023, 17 articles ont paru (2022 : 13, 2021 : 15)."), last=LAST),
    report(prose("En 2024, les équipes ont grandi."), last=LAST),
    report(callout("Ceci transcrit une présentation faite début 2025."), last=LAST),
    report(prose("Depuis 2022, un fonds aide les services."), last=LAST),
    report(prose("Le programme est né en 2013."), last=LAST),
    report(prose("En 2023, les équipes avaient moins grandi."), last=LAST),
    report(prose("En 2023, les équipes ont grandi.")),
]

from tests.reports.checks.build import heading, prose, report

REPAIRED = (
    "ligne 12 : parenthèse jamais refermée, rangée à part : « Administration ».",
    "ligne 40 : identifiant d’une autre année, laissé de côté : « graphique-2023 ».",
    "ligne 8 : poids saisi « 604,58 KB », laissé de côté : il est calculé, en Ko ou Mo.",
    "ligne 386 : ligne de tableau coupée en deux : recollée.",
)
JUDGED = "ligne 52 : lien vers une ancre sans titre : #nulle-part"

WRONG = [
    *(report(prose("Rien."), notices=(notice,)) for notice in REPAIRED),
    report(prose("Rien."), notices=(REPAIRED[0], JUDGED)),
]
RIGHT = [
    report(prose("Rien.")),
    report(prose("Rien."), notices=()),
    report(prose("Rien."), notices=(JUDGED,)),
    report(heading("Un titre"), notices=(JUDGED, JUDGED)),
    report(notices=()),
]

from tests.reports.checks.build import heading, prose, report

REPAIRED = (
    "ligne 12 : parenthèse jamais refermée, rangée à part : « Administration ».",
    "ligne 40 : identifiant d’une autre année, laissé de côté : « graphique-2023 ».",
    "ligne 8 : poids saisi « 604,58 KB », laissé de côté : il est calculé, en Ko ou Mo.",
    "ligne 386 : ligne de tableau coupée en deux : recollée.",
)
JUDGED = "ligne 52 : lien vers une ancre sans titre : #nulle-part"
PAGE = "ligne 5 : page web : seul le contenu de <main> est pris ; laissés de côté : "
MENUS = f"{PAGE}<nav> (214 mots), <header> (2 mots), <footer> (31 mots)."

UNCLEAR = "ligne {} : « 1,256 » se lit 1 256 en anglais et 1,256 en français : gardé en texte. {}"
ASKED = "Dites la langue du fichier à l’import (--language)."
WRONG = [
    report(prose("Rien."), notices=(UNCLEAR.format(3, ASKED),)),
    report(prose("Rien."), notices=tuple(UNCLEAR.format(line, ASKED) for line in range(3, 5))),
    report(prose("Rien."), notices=tuple(UNCLEAR.format(line, ASKED) for line in range(3, 9))),
    *(report(prose("Rien."), notices=(notice,)) for notice in REPAIRED),
    report(prose("Rien."), notices=(REPAIRED[0], JUDGED)),
    report(prose("Rien."), notices=("ligne 3 : <iframe> retiré.",)),
    report(prose("Rien."), notices=(f"{PAGE}<nav> (3 mots), 412 mots ailleurs.",)),
    report(prose("Rien."), notices=(f"{PAGE}<aside> (96 mots).",)),
    report(prose("Rien."), notices=("encodage réparé : le fichier UTF-8 avait été mal relu.",)),
]
RIGHT = [
    report(prose("Rien."), notices=("ligne 3 : chiffre resté dans du texte riche : « 12 »",)),
    report(
        prose("Rien."), notices=("ligne 3 : <pre> n’a pas été reconnu : gardé comme texte riche.",)
    ),
    report(prose("Rien.")),
    report(prose("Rien."), notices=()),
    report(prose("Rien."), notices=(JUDGED,)),
    report(heading("Un titre"), notices=(JUDGED, JUDGED)),
    report(notices=()),
    report(prose("Rien."), notices=(MENUS,)),
    report(prose("Rien."), notices=("ligne 3 : <script> retiré.",)),
    report(prose("Rien."), notices=("ligne 3 : attribut onclick retiré.",)),
    report(prose("Rien."), notices=("titre sans espace après les # : lu comme un titre.",)),
    report(prose("Rien."), notices=(f"{PAGE}<nav> (1 mot), 12 mots ailleurs.",)),
    report(prose("Rien."), notices=(f"{PAGE}<aside> (9 mots), <footer> (90 mots).",)),
    report(prose("Rien."), notices=("langue du fichier : anglais, d’après ses mots.",)),
    report(prose("Rien."), notices=("sommaire laissé de côté : il est tiré des titres.",)),
    report(prose("Rien."), notices=("en-tête ou pied de page laissé de côté : « 12 »",)),
    report(prose("Rien."), notices=("encodage cp1252, tel que le fichier le déclare.",)),
    report(prose("Rien."), notices=("nouvelle fiche « a » : existe déjà sous « A » (b) ; …",)),
]

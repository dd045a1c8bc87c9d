"""What print has in the place of a typewriter's marks, and of spaces that were forgotten."""

import pytest

from reports.core.text.edits import Fix, apply_edits
from reports.core.text.french_spaces import fix_breaking_spaces
from reports.core.text.html_lines import sort_edits
from reports.core.text.missing_spaces import fix_missing_spaces
from reports.core.text.typewriter_marks import fix_doubled_spaces, fix_straight_marks

SIGNS = str.maketrans({"\u202f": "_", "\u00a0": "~"})


def correct(fix: Fix, text: str) -> str:
    edits = [edit for change in fix(text) for edit in change]
    return apply_edits(text, sort_edits(edits)).translate(SIGNS)


@pytest.mark.parametrize(
    ("fix", "text", "expected"),
    [
        (fix_straight_marks, "L'an d'\"or\"", "L’an d’«_or_»"),
        (fix_straight_marks, 'Un "mot", un "autre mot".', "Un «_mot_», un «_autre mot_»."),
        (fix_straight_marks, "'voilà' l'idée", "«_voilà_» l’idée"),
        (fix_straight_marks, "('l'eau d'ici')", "(«_l’eau d’ici_»)"),
        (fix_straight_marks, "« il dit 'oui' »", "« il dit “oui” »"),
        (fix_straight_marks, "\"il dit 'oui' ici\"", "«_il dit “oui” ici_»"),
        (fix_straight_marks, "les années '80 d'ici", "les années '80 d’ici"),
        (fix_straight_marks, "Un écran de 15\" et 5'", "Un écran de 15\" et 5'"),
        (fix_straight_marks, "https://a.test/l'an", "https://a.test/l'an"),
        (fix_doubled_spaces, "a  b \u00a0: c", "a b~: c"),
        (fix_doubled_spaces, " a b ", " a b "),
        (fix_missing_spaces, "62% des cas; oui!", "62~% des cas_; oui_!"),
        (fix_missing_spaces, "n°129 et «mot»: 1234567€", "n°~129 et «_mot_»~: 1_234_567~€"),
        (fix_missing_spaces, "l'article;la loi", "l'article_; la loi"),
        (fix_missing_spaces, "https://a.test/?b=c;d", "https://a.test/?b=c;d"),
        (fix_breaking_spaces, "62 % des\n; cas", "62~% des_; cas"),
    ],
)
def test_fixes(fix: Fix, text: str, expected: str) -> None:
    assert correct(fix, text) == expected


@pytest.mark.parametrize(
    "fix",
    [
        fix_straight_marks,
        fix_doubled_spaces,
        fix_missing_spaces,
        fix_breaking_spaces,
    ],
)
def test_what_is_corrected_is_not_corrected_again(fix: Fix) -> None:
    text = 'L\'an  «mot»: "dit" à 62% ; n°4 des 12 000€ ?'
    once = apply_edits(text, [edit for change in fix(text) for edit in change])
    assert once != text
    assert list(fix(once)) == []

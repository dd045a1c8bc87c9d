"""What print has in the place of a typewriter's marks, and of spaces that were forgotten."""

import pytest

from reports.text.edits import Correction, apply_edits
from reports.text.french_spaces import correct_breaking_spaces
from reports.text.missing_spaces import correct_missing_spaces
from reports.text.typewriter_marks import correct_doubled_spaces, correct_straight_marks

pytestmark = pytest.mark.pure

SIGNS = str.maketrans({"\u202f": "_", "\u00a0": "~"})


def correct(correction: Correction, text: str) -> str:
    edits = [edit for change in correction(text) for edit in change]
    return apply_edits(text, edits).translate(SIGNS)


@pytest.mark.parametrize(
    ("correction", "text", "expected"),
    [
        (correct_straight_marks, "L'an d'\"or\"", "L’an d’«_or_»"),
        (correct_straight_marks, 'Un "mot", un "autre mot".', "Un «_mot_», un «_autre mot_»."),
        (correct_straight_marks, "Un écran de 15\" et 5'", "Un écran de 15\" et 5'"),
        (correct_straight_marks, "https://a.test/l'an", "https://a.test/l'an"),
        (correct_doubled_spaces, "a  b \u00a0: c", "a b~: c"),
        (correct_doubled_spaces, " a b ", " a b "),
        (correct_missing_spaces, "62% des cas; oui!", "62~% des cas_; oui_!"),
        (correct_missing_spaces, "n°129 et «mot»: 1234567€", "n°~129 et «_mot_»~: 1_234_567~€"),
        (correct_missing_spaces, "l'article;la loi", "l'article_; la loi"),
        (correct_missing_spaces, "https://a.test/?b=c;d", "https://a.test/?b=c;d"),
        (correct_breaking_spaces, "62 % des\n; cas", "62~% des_; cas"),
    ],
)
def test_corrections(correction: Correction, text: str, expected: str) -> None:
    assert correct(correction, text) == expected


@pytest.mark.parametrize(
    "correction",
    [
        correct_straight_marks,
        correct_doubled_spaces,
        correct_missing_spaces,
        correct_breaking_spaces,
    ],
)
def test_what_is_corrected_is_not_corrected_again(correction: Correction) -> None:
    text = 'L\'an  «mot»: "dit" à 62% ; n°4 des 12 000€ ?'
    once = apply_edits(text, [edit for change in correction(text) for edit in change])
    assert once != text
    assert list(correction(once)) == []

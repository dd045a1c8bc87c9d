"""Texts are compared word by word as Wagtail compares them, which shows the fields beside them."""

import pytest
from wagtail.admin.compare import diff_text

from reports.core.changes.change import Kind
from reports.core.changes.text_changes import compare_words

KINDS = {"equal": Kind.SAME, "deletion": Kind.GONE, "addition": Kind.NEW}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ("Douze gares.", ""),
        ("", "Douze gares."),
        ("Le canton suit 217 haies_vives.", "Le canton suit 220 haies_vives, dont 4 en ville."),
        ("Un été sans pluie ; l’eau manque.", "L’eau manque : un été sans pluie."),
        ("mots " * 300 + "derniers", "premiers " + "mots " * 250),
        ("1\u202f240\u202f€\n½ 7² 中文", "1\u202f250\u202f€ ½ 7³ 中国"),
    ],
)
def test_words_are_compared_as_wagtail_does(before: str, after: str) -> None:
    expected = [(KINDS[kind], text) for kind, text in diff_text(before, after).changes]
    assert [(piece.kind, piece.text) for piece in compare_words(before, after)] == expected

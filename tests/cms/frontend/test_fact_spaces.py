"""No line breaks between a figure and a double sign after it, on pages and on paper."""

import pytest
from django.template.loader import render_to_string

from cms.frontend.templatetags.bilan import fact_words
from cms.pdf.elements import Setter


@pytest.mark.parametrize(
    ("after", "shown"),
    [
        (": la note", "4,2/5\u00a0: la note"),
        ("»", "4,2/5\u00a0»"),
        ("; 4,4 l’an prochain", "4,2/5\u202f; 4,4 l’an prochain"),
        ("? Oui", "4,2/5\u202f? Oui"),
        ("de moyenne", "4,2/5 de moyenne"),
        (", la note", "4,2/5, la note"),
    ],
)
def test_the_space_between_a_figure_and_the_words_after_it(after: str, shown: str) -> None:
    fact = {"before": "", "figure": {"text": "4,2/5", "state": "VALUE"}, "after": after, "url": ""}
    assert fact_words(fact) == shown
    printed = render_to_string("frontend/fact.html", {"fact": fact, "site": {}})
    assert printed.strip() == shown.replace("4,2/5", "<strong>4,2/5</strong>")
    _, *rest = Setter("", "").fact(fact)
    assert "4,2/5" + "".join(node["text"] for node in rest) == shown

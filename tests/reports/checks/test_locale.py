"""Rules read each report in its language, and rules of one language read no other."""

from reports.checks.reading.visitor import read_document
from reports.checks.rule import RULES
from reports.document import read
from reports.figures.locale import Locale

PROSE = [
    {
        "type": "paragraph",
        "id": "a",
        "value": {"text": "<p>We helped 1,234 homes.</p><p>They saved 1,234.5 hours.</p>"},
    }
]


def test_the_same_words_state_other_figures_in_another_language() -> None:
    french, english = (
        read_document(2024, read(PROSE, locale)) for locale in (Locale(), Locale("en", "GBP"))
    )

    assert [str(s.figure.value) for s in french.statements] == ["1.234"]
    assert [str(s.figure.value) for s in english.statements] == ["1234", "1234.5"]


def test_rules_on_french_usage_are_asked_of_french_alone() -> None:
    french = {code for code, rule in RULES.items() if not rule.asks("en")}

    assert french == {"spacing-breaking", "spacing-missing", "bytes-in-english", "english-unmarked"}
    assert all(rule.asks("fr") for rule in RULES.values())

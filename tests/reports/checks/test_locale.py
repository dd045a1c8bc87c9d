"""Rules read each report in its language, and rules of one language read no other."""

from reports.checks.rule import RULES
from reports.core.document import read
from reports.core.figures import Figure
from reports.core.figures.locale import Locale, use_locale
from reports.core.reading.place import Place
from reports.core.reading.sentence import stem_words
from reports.core.reading.statement import Statement
from reports.core.reading.visitor import read_document

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


def test_words_are_compared_in_the_language_of_the_report() -> None:
    def is_alike(one: str, other: str) -> bool:
        counted = (Statement(Place(0), Figure("12"), "", words).counted for words in (one, other))
        return stem_words(one) == stem_words(other) and len(set(counted)) == 1

    with use_locale(Locale("en")):
        assert is_alike("published policies", "publishing policy")
    assert not is_alike("published policies", "publishing policy")
    assert is_alike("services publics", "service public")


def test_rules_on_french_usage_are_asked_of_french_alone() -> None:
    french = {code for code, rule in RULES.items() if not rule.asks("en")}

    spaces = {"spacing-breaking", "spacing-missing"}
    assert french == {*spaces, "marks-straight", "bytes-in-english", "english-unmarked"} | {
        "citation-direction"
    }
    assert all(rule.asks("fr") for rule in RULES.values())

"""The year that only the first lines of a report say."""

import pytest

from reports.core.refusal import Refusal
from reports.exchange.importing import source


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("## Rapport d’activité 2031\n\nTexte.", 2031),
        ("## Annual Report 2031/32\n\nFor the year to 31 March 2032.", 2031),
        ("<h1>Fondation</h1><p>Saison 2030-2031</p>", 2031),
        ("Annual accounts for the year ended 31 March 2032", 2032),
    ],
)
def test_the_first_lines_say_the_year(text: str, year: int) -> None:
    assert source.Source("bilan.md", text, 1, {}, "").year() == year


@pytest.mark.parametrize(
    "text",
    [
        "Depuis 2031, la maison grandit.",
        "Rapport des années 2030 et 2031",
        "Un\n\nDeux\n\nTrois\n\nQuatre\n\nRapport 2031",
        "Rapport 12-2031-04",
        "",
    ],
)
def test_other_years_are_not_guessed(text: str) -> None:
    with pytest.raises(Refusal):
        source.Source("bilan.md", text, 1, {}, "").year()

"""An excerpt shows the first match, cut at words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.text.excerpt import CUT, LENGTH, excerpt
from reports.text.stems import parse_search

FILL = "mot " * 100


def test_a_short_text_is_whole() -> None:
    assert excerpt("L’impact de Mano.", parse_search("impact")) == "L’impact de Mano."


def test_it_is_around_the_first_match() -> None:
    shown = excerpt(f"{FILL}Les déployées ici {FILL} déployer", parse_search("deployer"))

    assert shown.startswith(f"{CUT}mot ")
    assert shown.endswith(f" mot{CUT}")
    assert "Les déployées ici" in shown
    assert 150 < len(shown) <= LENGTH


def test_it_begins_at_the_beginning_when_the_match_does() -> None:
    assert excerpt(f"Impact {FILL}", parse_search("impact")).startswith("Impact mot")


def test_it_ends_at_the_end_and_is_full_all_the_same() -> None:
    shown = excerpt(f"{FILL}impact", parse_search("impact"))

    assert shown.endswith("mot impact")
    assert 150 < len(shown) <= LENGTH


def test_without_a_match_it_is_the_beginning() -> None:
    assert excerpt(f"Début {FILL}", parse_search("ailleurs")).startswith("Début mot")


@pytest.mark.parametrize("lead", range(40, 80))
def test_numbers_stay_whole(lead: int) -> None:
    after = "17,4\u00a0% " * 60
    shown = excerpt(f"{'x' * lead} 18\u202f000 impact {after}", parse_search("impact"))

    tokens = shown.strip(CUT).split(" ")
    assert {"18\u202f000", "impact", "17,4\u00a0%"} <= set(tokens)
    assert "000" not in tokens
    assert "%" not in tokens


@given(st.text(max_size=700), st.text(min_size=1, max_size=20))
def test_it_is_bounded_and_part_of_the_text(text: str, query: str) -> None:
    shown = excerpt(text, parse_search(query))

    assert len(shown) <= LENGTH
    assert shown.removeprefix(CUT).removesuffix(CUT) in text

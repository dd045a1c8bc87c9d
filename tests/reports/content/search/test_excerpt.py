"""An excerpt shows the first match, cut at words."""

from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reports.core.text.excerpt import CUT, MAX_EXCERPT_CHARACTERS, build_excerpt, count_utf16
from reports.core.text.search_words import parse_search
from reports.core.text.word_finder import WordFinder

FILL = "mot " * 100


def excerpt(text: str, query: str) -> str:
    return build_excerpt(text, WordFinder(parse_search(query))).text


def marked(text: str, query: str, prefix: bool = False) -> str:
    """The excerpt with its matches in brackets, as a frontend marks them."""
    shown = build_excerpt(text, WordFinder(parse_search(query, prefix)))
    units = shown.text.encode("utf-16-le")
    pieces, at = [], 0
    for start, end in [[count_utf16(shown.text[:n]) for n in match] for match in shown.matches]:
        pieces += [units[2 * at : 2 * start], "[".encode("utf-16-le")]
        pieces += [units[2 * start : 2 * end], "]".encode("utf-16-le")]
        at = end
    return b"".join([*pieces, units[2 * at :]]).decode("utf-16-le")


def test_a_short_text_is_whole() -> None:
    assert excerpt("L’impact de Mano.", "impact") == "L’impact de Mano."


def test_it_is_around_the_first_match() -> None:
    shown = excerpt(f"{FILL}Les déployées ici {FILL} déployer", "deployer")

    assert shown.startswith(f"{CUT}mot ")
    assert shown.endswith(f" mot{CUT}")
    assert "Les déployées ici" in shown
    assert 150 < len(shown) <= MAX_EXCERPT_CHARACTERS


def test_it_begins_at_the_beginning_when_the_match_does() -> None:
    assert excerpt(f"Impact {FILL}", "impact").startswith("Impact mot")


def test_it_ends_at_the_end_and_is_full_all_the_same() -> None:
    shown = excerpt(f"{FILL}impact", "impact")

    assert shown.endswith("mot impact")
    assert 150 < len(shown) <= MAX_EXCERPT_CHARACTERS


def test_without_a_match_it_is_the_beginning() -> None:
    assert excerpt(f"Début {FILL}", "ailleurs").startswith("Début mot")


@pytest.mark.parametrize("lead", range(40, 80))
def test_numbers_stay_whole(lead: int) -> None:
    after = "17,4\u00a0% " * 60
    shown = excerpt(f"{'x' * lead} 18\u202f000 impact {after}", "impact")

    tokens = shown.strip(CUT).split(" ")
    assert {"18\u202f000", "impact", "17,4\u00a0%"} <= set(tokens)
    assert "000" not in tokens
    assert "%" not in tokens


class ThoroughFinder(WordFinder):
    """Finds words in the whole of a text, wherever it is asked to end."""

    def find_matches(
        self, text: str, language: str = "fr", start: int = 0, end: int | None = None
    ) -> Iterator[tuple[int, int]]:
        return (match for match in super().find_matches(text, language) if match[0] >= start)


@given(
    st.lists(
        st.sampled_from(["18 000", "18", "000", "x\u0302", "Été", "mots", "x" * 70]), min_size=30
    ),
    st.sampled_from(["18000", "18", "ete", "x", "mot 18000"]),
)
@example(["18 000", *["mots"] * 37, "18 000", "mots"], "18000")
def test_what_comes_after_it_is_not_read_and_changes_nothing(words: list[str], query: str) -> None:
    text, searched = " ".join(words), parse_search(query)
    thorough = build_excerpt(text, ThoroughFinder(searched))
    assert build_excerpt(text, WordFinder(searched)) == thorough


@given(st.text(max_size=700), st.text(min_size=1, max_size=20))
def test_it_is_bounded_and_part_of_the_text(text: str, query: str) -> None:
    shown = excerpt(text, query)

    assert len(shown) <= MAX_EXCERPT_CHARACTERS
    assert shown.removeprefix(CUT).removesuffix(CUT) in text


@pytest.mark.parametrize(
    ("text", "query", "shown"),
    [
        ("L’impact des bornes déployées.", "deployer impact", "L’[impact] des bornes [déployées]."),
        ("« Écoles », école", "ECOLE", "« [Écoles] », [école]"),
        ("🎉 fête 👩‍💻 des écoles 𝔸 fête", "fete", "🎉 [fête] 👩‍💻 des écoles 𝔸 [fête]"),
        ("Une r\u00e9gion", "re\u0301gion", "Une [r\u00e9gion]"),
        ("x\u0302 et x", "x", "[x\u0302] et [x]"),
        ("18\u202f000 bornes, 18 000", "18000", "[18\u202f000] bornes, [18 000]"),
        ("Rien de tout cela", "ailleurs", "Rien de tout cela"),
        ("de la de la", "de la borne", "de la de la"),
    ],
)
def test_matches_are_where_the_words_stand(text: str, query: str, shown: str) -> None:
    assert marked(text, query) == shown


def test_a_prefix_marks_the_whole_word() -> None:
    assert marked("Les bornes déployées", "déplo", prefix=True) == "Les bornes [déployées]"
    assert marked("Les bornes déployées", "bo dép", prefix=True) == "Les bornes [déployées]"


def test_matches_of_a_cut_text_are_those_that_are_shown() -> None:
    text = f"{FILL}🎉 Les bornes ici {'mot ' * 10}borne {FILL} borne"
    shown = marked(text, "bornes")
    assert shown.startswith(f"{CUT}mot ")
    assert "🎉 Les [bornes] ici mot" in shown
    assert shown.count("[") == 2
    assert "mot [borne] mot" in shown


@given(st.text(max_size=700), st.text(min_size=1, max_size=20))
def test_matches_are_in_order_and_within_the_text(text: str, query: str) -> None:
    shown = build_excerpt(text, WordFinder(parse_search(query, prefix=True)))

    places = [place for match in shown.matches for place in match]
    assert places == sorted(places)
    assert all(0 <= start < end <= len(shown.text) for start, end in shown.matches)

"""Words are found in texts as they would be if each were looked at."""

import re
import sys
from collections import defaultdict
from pathlib import Path
from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.core.text.search_words import SearchWord, parse_search
from reports.core.text.stems import LETTER, fold_word, normalize_text, split_into_words
from reports.core.text.word_finder import MIN_SAFE_LETTERS, WordFinder, compile_candidate

WORDS = st.sampled_from(
    [
        *("Œuvre", "oeuvres", "ÉTÉ", "ete", "e\u0301cole", "l’impact", "a_b", "x7y", "3e", "m²"),
        *("18\u00a0000", "18000", "²", "٣", "µm", "Straße", "ï", "Ï", "İstanbul", "ﬁn", "fin"),
        *("ʰa", "ha", "\u212a", "k", "dying", "die"),
        *("lies", "lying", "Ça", "caça", "cœurs", "coeur"),
    ]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=12).map(" ".join))


LANGUAGES = st.sampled_from(["fr", "en"])


def find_slowly(searched: list[SearchWord], text: str, language: str = "fr") -> list[int]:
    """Return where words are found that are looked at one by one."""
    stems = {stem for word in searched for stem in word.stems}
    prefixes = tuple(word.prefix for word in searched if word.prefix)
    return [
        word.start
        for word in split_into_words(text, language)
        if stems & {*word.stems}
        or any(form.startswith(prefixes) for form in (word.folded, *word.stems) if prefixes)
    ]


@given(query=TEXTS, text=TEXTS, prefix=st.booleans(), language=LANGUAGES)
def test_any_text(query: str, text: str, prefix: bool, language: str) -> None:
    text = normalize_text(text)
    searched = parse_search(query, prefix)
    found = [start for start, _ in WordFinder(searched).find_matches(text, language)]
    assert found == find_slowly(searched, text, language)


def test_every_letter_may_begin_a_word_and_be_its_second() -> None:
    """No letter is passed over that folds to one that is searched for."""
    letters = [c for c in map(chr, range(sys.maxunicode + 1)) if re.match(LETTER, c)]
    assert len(letters) > 100_000
    by_folded: defaultdict[str, list[str]] = defaultdict(list)
    for letter in letters:
        first = fold_word(letter)[:1]
        by_folded[first if first and first.isascii() else "others"].append(letter)
    assert set(ascii_lowercase) < set(by_folded)
    for first, group in by_folded.items():
        begins = compile_candidate(frozenset(["ꙮ" if first == "others" else first]))
        follows = compile_candidate(frozenset([f"x{'ꙮ' if first == 'others' else first}xx"]))
        assert [each for each in group if not begins.match(each)] == []
        assert [each for each in group if not follows.match(f"x{each}")] == []


def test_most_words_are_passed_over_without_a_look() -> None:
    candidate = compile_candidate(frozenset(["produit"]))
    text = "L’été, près des écoles primaires, un Produit et des œuvres."
    assert candidate.findall(text) == ["près", "primaires", "Produit"]


def test_one_finder_reads_each_text_in_its_language() -> None:
    finder = WordFinder(parse_search("published"))
    for _ in range(2):
        assert list(finder.find_matches("publishing")) == []
        assert list(finder.find_matches("publishing", "en")) == [(0, 10)]


@pytest.mark.parametrize("query", ["produits", "18 000", "état", "écoles oeuvre", "m²", "dé", "µm"])
def test_every_text_of_the_guides(query: str) -> None:
    guides = Path(__file__).parents[4] / "docs"
    text = normalize_text("\n".join(each.read_text() for each in guides.rglob("*.md")) + " µm")
    searched = parse_search(query, prefix=True)
    found = [start for start, _ in WordFinder(searched).find_matches(text)]
    assert found == find_slowly(searched, text)


def test_no_stem_has_another_first_letter_than_its_word() -> None:
    guides = Path(__file__).parents[4] / "docs"
    text = normalize_text("\n".join(each.read_text() for each in guides.rglob("*.md")))
    words = {
        (word.folded, word.stems)
        for language in ("fr", "en")
        for word in split_into_words(text, language)
        if word.stems
    }
    assert len(words) > 2_000
    assert not [(folded, stems) for folded, stems in words if {s[0] for s in stems} != {folded[0]}]


@given(st.text("abcdefghijklmnopqrstuvwxyzéèêëàâçîïôûùœæ’", min_size=1, max_size=14))
def test_no_long_stem_has_another_second_letter_than_its_word(text: str) -> None:
    for language in ("fr", "en"):
        for word in split_into_words(normalize_text(text), language):
            long = {stem[:2] for stem in word.stems if len(stem) >= MIN_SAFE_LETTERS}
            assert long <= {word.folded[:2]}

"""Words that are sought in a text, as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.authoring.replacements.query import Query, Refused
from reports.core.text.edits import apply_edits


def replace(text: str, words: str, by: str = "X", **options: bool) -> str:
    edits = [edit for change in Query(words, by, **options).find(text) for edit in change]
    return apply_edits(text, edits)


@pytest.mark.parametrize(
    ("text", "words", "options", "expected"),
    [
        ("Été, ete, ÉTÉ", "été", {}, "X, X, X"),
        ("Été, ete, ÉTÉ", "été", {"with_accents": True}, "X, ete, X"),
        ("Été, ete, ÉTÉ", "ete", {"with_case": True}, "Été, X, ÉTÉ"),
        ("Été, été", "été", {"with_case": True, "with_accents": True}, "Été, X"),
        ("Un e\u0301te\u0301 chaud", "ete", {}, "Un X chaud"),
        ("art, part, art.", "art", {"whole_words": True}, "X, part, X."),
        ("12, 120, 2012", "12", {"whole_words": True}, "X, 120, 2012"),
        ("« mot »", "« mot", {"whole_words": True}, "X »"),
        ("un cœur, un coeur", "coeur", {}, "un X, un X"),
        ("un œuf", "o", {}, "un œuf"),
        ("62\u202f% et 62 %", "62 %", {}, "X et X"),
        ("l’an, l'an", "l'an", {}, "X, X"),
        ("a.b, axb", "a.b", {}, "X, axb"),
        ("(a)* [b] \\d", "(a)* [b] \\d", {}, "X"),
        ("aaaa", "aa", {}, "XX"),
        ("Straße", "strasse", {}, "X"),
    ],
)
def test_what_is_found(text: str, words: str, options: dict[str, bool], expected: str) -> None:
    assert replace(text, words, **options) == expected


def test_the_same_words_are_no_change() -> None:
    assert list(Query("été", "été").find("été, Été")) == []
    assert list(Query("Été", "été").find("été, Été")) == [((5, 8, "été"),)]


@pytest.mark.parametrize(
    ("text", "words", "options", "expected"),
    [
        ("Chat, chat, CHAT", "chat", {}, "Loup, loup, Loup"),
        ("Chat, chat", "Chat", {}, "loup, loup"),
        ("Chat, chat", "Chat", {"with_case": True}, "loup, chat"),
    ],
)
def test_a_capital_stays_one(
    text: str, words: str, options: dict[str, bool], expected: str
) -> None:
    assert replace(text, words, "loup", **options) == expected


def test_a_replacement_is_one_line_without_control_signs() -> None:
    assert replace("un mot", "mot", "deux\nmots\0") == "un deux mots "


@pytest.mark.parametrize(
    ("words", "by", "sentence"),
    [
        ("", "x", "Tapez ce que vous cherchez."),
        ("\u0301", "x", "Tapez ce que vous cherchez."),
        ("a" * 10_000, "x", "2\u202f000 signes au plus"),
        ("a", "x" * 2_001, "2\u202f000 signes au plus"),
    ],
)
def test_what_is_refused(words: str, by: str, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        Query(words, by)


@given(st.text(max_size=60), st.text(min_size=1, max_size=3))
def test_changes_are_in_order_and_apart(text: str, words: str) -> None:
    try:
        found = [change[0] for change in Query(words, "\x01").find(text)]
    except Refused:
        return
    done = 0
    for edit in found:
        assert done <= edit.start < edit.end <= len(text)
        done = edit.end

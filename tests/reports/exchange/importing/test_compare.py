"""The comparison of words sees every loss, in reports of any size."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.exchange.importing import fidelity

WORDS = st.lists(st.sampled_from("abc"), max_size=12)


@given(WORDS, WORDS)
def test_whole_means_that_nothing_is_missing(file, body):
    kept = fidelity.compare_words(file, body)
    remaining = iter(body)
    in_order = all(word in remaining for word in file)  # is `file` a subsequence of `body`?
    assert not kept.whole or in_order
    assert kept.seen == len(file)
    assert kept.kept + sum(len(run.split()) for run in kept.lost) == len(file)


@given(st.lists(st.sampled_from("abc"), min_size=1, max_size=12), st.data())
def test_one_deleted_word_is_always_lost(file, data):
    place = data.draw(st.integers(0, len(file) - 1))
    assert not fidelity.compare_words(file, file[:place] + file[place + 1 :]).whole


def test_percent_is_never_rounded_up_to_whole():
    file = ["mot"] * 100_000 + ["fin"]
    kept = fidelity.compare_words(file, file[:-1])
    assert (kept.whole, kept.percent, kept.lost) == (False, 99.99, ("fin",))


@pytest.mark.parametrize("words", [30_000])
def test_a_large_rest_is_counted_not_compared_in_order(words):
    file = [str(n) for n in range(words)]
    body = ["début", *reversed(file[1:]), "fin"]
    kept = fidelity.compare_words(file, body)
    assert kept.lost == ("0",)
    assert set(kept.added) == {"début", "fin"}


def test_a_rest_of_few_words_said_often_is_counted_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fidelity, "diff_in_order", None)
    file = ["perdu", *["un", "deux"] * 1_000, "fin"]
    kept = fidelity.compare_words(file, [*["deux", "un"] * 1_000, "autre"])
    assert set(kept.lost) == {"perdu", "fin"}

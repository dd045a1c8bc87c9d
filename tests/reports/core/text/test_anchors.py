"""Anchors: as kramdown makes them, unique, stable, old ones kept."""

import pytest

from reports.core.text.anchors import normalize_anchor, settle_anchors, slugify


@pytest.mark.parametrize(
    ("title", "anchor"),
    [
        ("État des lieux", "état-des-lieux"),
        ("Préambule - Terminologie", "préambule---terminologie"),
        ("beta.gouv.fr", "betagouvfr"),
        ("Les intrapreneurs : des agents", "les-intrapreneurs--des-agents"),
        ("Lʼapproche", "lʼapproche"),
    ],
)
def test_slugify(title, anchor):
    assert slugify(title) == anchor


def test_raw_and_percent_encoded_forms_are_one():
    assert (
        normalize_anchor("#%C3%A9tat")
        == normalize_anchor("état")
        == normalize_anchor("#e\u0301tat")
        == "état"
    )


def heading(text, anchor="", old=()):
    return {"text": text, "anchor": anchor, "old_anchors": list(old)}


def test_a_new_heading_gets_an_anchor_and_a_changed_title_keeps_it():
    title = heading("Nos résultats")
    settle_anchors([title])
    assert title["anchor"] == "nos-résultats"
    title["text"] = "Leurs résultats"
    settle_anchors([title])
    assert title["anchor"] == "nos-résultats"


def test_same_titles_get_anchors_of_their_own():
    headings = [heading("FAST"), heading("FAST"), heading("FAST")]
    settle_anchors(headings)
    assert [h["anchor"] for h in headings] == ["fast", "fast-1", "fast-2"]


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (["Note 1"], ["section-note-1"]),
        (["Appel 2-1", "Appel 2-1"], ["section-appel-2-1", "section-appel-2-1-1"]),
        (["Note", "Note", "Note"], ["note", "section-note", "section-note-1"]),
        (["Note 1-1-1"], ["note-1-1-1"]),
    ],
)
def test_the_anchor_of_a_note_is_given_to_no_heading(titles, expected):
    headings = list(map(heading, titles))
    settle_anchors(headings)
    assert [h["anchor"] for h in headings] == expected


def test_a_stored_anchor_is_not_taken_by_an_earlier_new_heading():
    headings = [heading("FAST"), heading("Autre", "fast")]
    settle_anchors(headings)
    assert [h["anchor"] for h in headings] == ["fast-1", "fast"]


def test_old_anchors_lead_to_one_heading_only():
    headings = [heading("A", "a", ["b", "x", "x"]), heading("B", "b", ["x", "y"])]
    settle_anchors(headings)
    assert [h["old_anchors"] for h in headings] == [["x"], ["y"]]


def test_a_heading_without_words_still_gets_an_anchor():
    headings = [heading("…"), heading("")]
    settle_anchors(headings)
    assert [h["anchor"] for h in headings] == ["section", "section-1"]


def test_a_duplicated_block_gives_up_the_anchor_that_it_copied():
    headings = [heading("FAST", "fast", ["vite"]), heading("FAST", "fast", ["vite"])]
    settle_anchors(headings)
    assert [h["anchor"] for h in headings] == ["fast", "fast-1"]
    assert [h["old_anchors"] for h in headings] == [["vite"], []]

"""Revisions from before a block changed its shape open, and say what is no longer taken up."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from wagtail import blocks as wagtail
from wagtail.blocks.base import get_error_json_data
from wagtail.test.utils.form_data import querydict_from_html

from reports.content.folding.bodies import ContentBody, ReportBody
from reports.core.changes.leftovers import find_leftovers
from reports.core.document.block import BLOCKS
from tests.threads.form_data import body_fields

from .conftest import block, item

CARD = {"name": "Mano", "facts": [{"figure": "442", "after": "organisations"}]}
TABLE = {"columns": [{"id": "c", "heading": "Nom"}], "rows": [{"id": "r", "cells": ["Agents"]}]}

# name: (body as stored, what can no longer be taken up)
OLD = {
    "a fact as a plain string": (
        [block("key_figures", {"groups": [{"title": "", "facts": ["Plus de 248 services"]}]})],
        [],
    ),
    "a list of facts in the place of groups": (
        [block("key_figures", [{"facts": ["248 services"]}])],
        [],
    ),
    "a list as one value": ([block("impact_cards", {"cards": CARD})], []),
    "a list as plain values": ([block("impact_cards", {"cards": [CARD, CARD]})], []),
    "a table without ids": (
        [
            block(
                "indicator_table",
                {"table": {"columns": [{"heading": "Nom"}], "rows": [{"cells": ["Agents"]}]}},
            )
        ],
        [],
    ),
    "rows without cells": (
        [block("data_table", {"table": {**TABLE, "rows": [{"id": "r"}, None, 3]}})],
        ["3"],
    ),
    "rows as lists": ([block("data_table", {"table": {**TABLE, "rows": [["Agents", 217]]}})], []),
    "a table as a text": ([block("data_table", {"table": "Agents : 217"})], ["Agents : 217"]),
    "cells with more in them": (
        [
            block(
                "data_table",
                {"table": {**TABLE, "rows": [{"id": "r", "cells": [{"raw": "1", "why": "Env."}]}]}},
            )
        ],
        ["Env."],
    ),
    "an unknown block": (
        [
            block("paragraph", {"text": "<p>Reste.</p>"}),
            block("timeline", {"events": [{"year": 2019, "text": "<p>Le début.</p>"}]}),
        ],
        ["2019 · Le début."],
    ),
    "an additional child": (
        [block("heading", {"text": "Titre", "level": "2", "subtitle": "Un sous-titre"})],
        ["Un sous-titre"],
    ),
    "no child at all": ([block("chart", {}), block("picture", {}), block("budget", {})], []),
    "a struct as a text": (
        [block("heading", "Titre"), block("paragraph", "<p>Des mots.</p>"), block("quote", None)],
        [],
    ),
    "a number for a level": ([block("heading", {"text": "Titre", "level": 3})], []),
    "a choice of another time": ([block("chart", {"title": "Parts", "kind": "pie"})], ["pie"]),
    "no number where there is one": (
        [block("fact_list", {"items": [{"level": "premier", "before": "Un"}]})],
        ["premier"],
    ),
    "a reference by name": (
        [block("picture", {"picture": "carte.png", "alt": "x"})],
        ["carte.png"],
    ),
    "a figure with more in it": (
        [block("budget", {"lines": [{"title": "A", "amount": {"figure": {"value": "3 €"}}}]})],
        [],
    ),
    "rich text as parts": ([block("paragraph", {"text": ["Un", "deux"]})], []),
    "a block without a value": ([{"type": "callout", "id": "c"}], []),
    "ids that are no texts": (
        [
            {"type": "quote", "value": {"text": "Un"}, "id": {"a": []}},
            {
                "type": "links",
                "value": {"items": [{"type": "item", "value": {"text": "Lien"}, "id": [3]}]},
                "id": 4,
            },
        ],
        [],
    ),
    "a block without a type": ([{"value": "Perdu ?", "id": "c"}], ["Perdu ?"]),
    "no block": (["Une phrase seule.", 3, None, ["a"]], ["Une phrase seule.", "3", "a"]),
    "a body that is a text": ("Ancien texte du bilan.", ["Ancien texte du bilan."]),
    "a body that is an object": ({"text": "Ancien texte"}, ["Ancien texte"]),
    "a body that is a number": (12, ["12"]),
    "items without ids": (
        [block("impact_cards", {"cards": [{"type": "item", "value": CARD}]})],
        ["Mano · 442 · organisations"],
    ),
}


@pytest.mark.parametrize("name", OLD)
def test_an_old_body_is_read_and_what_is_left_is_told(name: str) -> None:
    stored, left = OLD[name]
    body = ReportBody().to_python(stored if isinstance(stored, str) else json.dumps(stored))
    written = json.dumps(body.get_prep_value(), ensure_ascii=False)

    assert [leftover.text for leftover in find_leftovers(body)] == left
    for word in words(stored) - words(left):
        assert word in written, word


def words(stored: Any) -> set[str]:
    """The words of stored data, without its keys."""
    match stored:
        case dict():
            return {w for k, v in stored.items() if k not in ("type", "id") for w in words(v)}
        case list():
            return {word for each in stored for word in words(each)}
    found = re.findall(r"[^\W\d_]{4,}", re.sub("<[^>]*>", " ", str(stored)))
    return set(found) - {"None"}


@pytest.mark.django_db
@pytest.mark.parametrize("name", OLD)
def test_an_old_revision_opens_everywhere(name, report, revision, compare, editor) -> None:
    today = revision([block("paragraph", {"text": "<p>Aujourd’hui.</p>"})])
    old = revision(OLD[name][0])
    one = f"/admin/pages/{report.pk}"

    edited = editor.get(f"{one}/edit/")
    assert edited.status_code == 200
    assert editor.get(f"{one}/revisions/{old.pk}/view/").status_code == 200
    assert editor.get(f"/admin/bilan/comparer/{report.pk}/").status_code == 200
    compare(old, today)
    shown = compare(today, old)
    told = [str(message) for message in edited.context["messages"]]
    for text in OLD[name][1]:
        assert text in shown
        assert any(text in message for message in told)
    assert OLD[name][1] or told == []


FILLERS = [block("paragraph", {"text": f"<p>Filler {n}.</p>"}, f"p{n}") for n in range(10)]


def join_bodies() -> Iterator[Any]:
    """Yield the blocks of all lists above, with ids that differ where they are texts."""
    for rank, (stored, _) in enumerate(OLD.values()):
        for raw in stored if isinstance(stored, list) else ():
            has_id = isinstance(raw, dict) and isinstance(raw["id"], str)
            yield {**raw, "id": f"{raw['id']}-{rank}"} if has_id else raw


ALL = [*join_bodies(), *FILLERS]
LEFT = [text for stored, left in OLD.values() if isinstance(stored, list) for text in left]


def post_form(editor: Any, opened: Any, address: str, unfolded: bool) -> Any:
    """Post the form that was opened, to one of the views that takes it."""
    data = querydict_from_html(opened.content.decode(), form_id="page-edit-form")
    data = {name: value for name, value in data.dict().items() if not name.startswith("body-")}
    field = opened.context["form"]["body"]
    stream = field.field.block
    states = stream.get_form_state(field.value())
    return editor.post(address, {**data, **dict(body_fields(stream, states, unfolded=unfolded))})


def check_words(report: Any) -> None:
    """Check that the latest draft has every block and every word that can be read."""
    body = json.loads(report.revisions.order_by("-pk").first().content["body"])
    written = json.dumps(body, ensure_ascii=False)
    types = [child["type"] for child in ReportBody().to_python(json.dumps(ALL)).raw_data]
    assert [raw["type"] for raw in body if raw["type"] in BLOCKS] == types
    for word in words(ALL) - words(LEFT):
        assert word in written, word


@pytest.mark.django_db
@pytest.mark.parametrize("unfolded", [False, True])
@pytest.mark.parametrize("view", ["edit/", "revisions/{}/revert/"])
def test_an_old_revision_is_saved(view, unfolded, report, revision, editor) -> None:
    old = revision(ALL)
    revision([block("paragraph", {"text": "<p>Aujourd’hui.</p>"})])
    one = f"/admin/pages/{report.pk}"
    opened = editor.get(f"{one}/revisions/{old.pk}/revert/")
    saved = post_form(editor, opened, f"{one}/{view.format(old.pk)}", unfolded)
    assert saved.status_code == 302, saved.context["form"].errors
    check_words(report)


@pytest.mark.django_db
def test_a_block_of_an_old_shape_that_changed_elsewhere_is_shown(report, revision, editor) -> None:
    old = revision(ALL)
    address = f"/admin/pages/{report.pk}/edit/"
    opened = editor.get(address)
    for raw in (old_shapes := json.loads(json.dumps(ALL))):
        if isinstance(raw, dict) and isinstance(raw.get("value"), dict):
            raw["value"]["seen"] = False  # as another person's autosave changes it
    old.content["body"] = json.dumps(old_shapes)
    old.save()

    shown = post_form(editor, opened, address, False)
    assert shown.status_code == 200
    saved = post_form(editor, shown, address, False)
    assert saved.status_code == 302, saved.context["form"].errors
    check_words(report)


@pytest.mark.django_db
def test_old_bodies_hinder_no_search_for_a_block(report, revision, editor) -> None:
    for stored, _ in OLD.values():
        revision(stored)
    fleeting = revision(FILLERS)
    address = f"/admin/pages/{report.pk}/edit/"
    opened = editor.get(address)
    fleeting.delete()
    response = post_form(editor, opened, address, False)
    assert response.status_code == 200
    (error,) = response.context["form"].errors["body"].as_data()
    assert "a été supprimé ailleurs" in str(get_error_json_data(error))


@pytest.mark.django_db
def test_reverting_says_what_the_old_revision_would_lose(report, revision, editor) -> None:
    old = revision([block("timeline", {"text": "<b>Le début</b> & la fin"})])
    revision([block("paragraph", {"text": "<p>Aujourd’hui.</p>"})])
    response = editor.get(f"/admin/pages/{report.pk}/revisions/{old.pk}/revert/")

    html = response.content.decode()
    assert response.status_code == 200
    assert "Bloc d’un ancien modèle « timeline » : Le début &amp; la fin" in html
    assert "Un contenu de cette version n’est plus repris par Bilan" in html
    assert "timeline" not in editor.get(f"/admin/pages/{report.pk}/edit/").content.decode()


@pytest.mark.django_db
def test_a_revision_without_a_body_opens(report, revision, compare, editor) -> None:
    today = revision([block("paragraph", {"text": "<p>Aujourd’hui.</p>"})])
    old = revision([])
    del old.content["body"]
    old.save()

    assert editor.get(f"/admin/pages/{report.pk}/edit/").status_code == 200
    assert "Aujourd’hui." in compare(old, today)


@pytest.mark.django_db
def test_what_is_left_is_shown_as_text(report, revision, compare) -> None:
    evil = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    before = revision([block("<i>x</i>", {"text": evil})])
    after = revision([block("heading", {"text": evil, "level": evil, "more": evil})])
    html = compare(before, after)

    assert "<script>alert" not in html
    assert "<img src=x" not in html
    assert "Bloc d’un ancien modèle « &lt;i&gt;x&lt;/i&gt; »" in html


def test_what_fits_is_untouched() -> None:
    stored = [
        block("impact_cards", {"cards": [item(CARD, "i")]}),
        block("data_table", {"table": TABLE}),
    ]
    body = ReportBody().to_python(stored)

    assert body.unfitted_blocks == []
    assert all(one is other for one, other in zip(body.raw_data, stored, strict=True))


def test_code_may_still_give_names_and_values() -> None:
    body = ContentBody().to_python([("quote", {"attribution": "X"})])
    assert isinstance(body, wagtail.StreamValue)
    assert body[0].value["attribution"] == "X"

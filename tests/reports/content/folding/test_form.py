"""What the edit view does with blocks that nobody opened: they stay as they were stored."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.blocks.base import get_error_json_data
from wagtail.test.utils.form_data import querydict_from_html

from reports.checks import gate
from reports.content.models import AnnualReportPage, ContentPage
from tests.reports.content.folding.conftest import saved

pytestmark = pytest.mark.django_db

HEADING = 1  # the place of the first heading among the blocks
EDITED = {"text": "Un autre titre", "level": "3", "anchor": "", "old_anchors-count": "0"}


def open_heading(data, place=HEADING, **fields):
    """Replaces what stands for a folded heading by its fields."""
    order, child_id, _ = data.pop(f"body-{place}-kept")[0].split()
    for name, value in {"type": "heading", "order": order, "id": child_id, "deleted": ""}.items():
        data[f"body-{place}-{name}"] = value
    for name, value in {**EDITED, **fields}.items():
        data[f"body-{place}-value-{name}"] = value


def change(page: AnnualReportPage, place: int, **value: str) -> None:
    """Somebody else saves a draft."""
    other = page.get_latest_revision_as_object()
    raw = other.body.raw_data[place]
    other.body.raw_data[place] = {**raw, "value": {**raw["value"], **value}}
    other.save_revision(clean=False)


def said(response) -> str:
    """The errors of the body, those of its blocks too."""
    error = response.context["form"].errors["body"].as_data()[0]
    return json.dumps(get_error_json_data(error), ensure_ascii=False)


def test_a_draft_that_nobody_touched_is_stored_as_it_was(page, opened, post):
    before = page.get_latest_revision().content["body"]
    assert post(page, opened(page)).status_code == 302
    assert page.revisions.count() == 2
    assert page.revisions.order_by("-pk").first().content["body"] == before


def test_a_publication_adds_anchors_and_changes_nothing_else(page, opened, post, monkeypatch):
    monkeypatch.setattr(gate, "demand_no_errors", lambda revision: None)
    words = [raw for raw in saved(page)[:13] if raw["type"] != "links"]
    page.body = json.dumps(words)
    page.save_revision(clean=False)
    assert post(page, opened(page), **{"action-publish": "1"}).status_code == 302
    page.refresh_from_db()
    assert page.live
    assert all(raw["value"]["anchor"] for raw in saved(page) if raw["type"] == "heading")
    others = [raw for raw in words if raw["type"] != "heading"]
    assert [raw for raw in saved(page) if raw["type"] != "heading"] == others


def test_only_the_opened_block_changes(page, opened, post):
    data, expected = opened(page), saved(page)
    open_heading(data)
    assert post(page, data).status_code == 302
    expected[HEADING]["value"] |= {"text": "Un autre titre", "level": "3"}
    assert saved(page) == expected


def test_blocks_are_moved_and_deleted(page, opened, post):
    data, expected = opened(page), saved(page)
    first, third = (data[f"body-{place}-kept"].partition(" ")[2] for place in (0, 2))
    data["body-0-kept"], data["body-2-kept"] = f"2 {first}", f"0 {third}"
    del data["body-1-kept"]
    assert post(page, data).status_code == 302
    expected[0], expected[2] = expected[2], expected[0]
    del expected[1]
    assert saved(page) == expected


def test_an_unknown_block_outlives_its_neighbour(page, opened, post):
    data = opened(page)
    del data["body-4-kept"]
    post(page, data)
    body = saved(page)
    assert body[-1] == {"type": "timeline", "value": ["2019", "2024"], "id": "t-1"}


def test_a_plain_page_keeps_its_unknown_blocks(index, editor, post):
    page = ContentPage(title="Mentions", slug="mentions", live=False)
    index.get_parent().add_child(instance=page)
    timeline = {"type": "timeline", "value": ["2019"], "id": "t-1"}
    heading = {"type": "heading", "value": {"text": "Un titre", "level": "2"}, "id": "h-1"}
    page.body = json.dumps([timeline, heading])
    page.save_revision(clean=False)
    response = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    data = querydict_from_html(response.content.decode(), form_id="page-edit-form")
    data.update({"body-count": "1", "body-0-type": "heading", "body-0-order": "0"})
    data.update({"body-0-id": "h-1", "body-0-deleted": ""})
    data.update({f"body-0-value-{name}": value for name, value in EDITED.items()})
    assert post(page, data).status_code == 302
    first, second = saved(page)
    assert first == timeline
    assert second["value"]["text"] == EDITED["text"]


def test_a_block_that_changed_elsewhere_is_shown_and_nothing_is_stored(page, opened, post):
    overwritten = page.get_latest_revision()
    data = opened(page)
    change(page, 0, text="<p>Écrit par quelqu’un d’autre</p>")
    overwritten.delete()
    AnnualReportPage.objects.filter(pk=page.pk).update(body=json.dumps([]))
    open_heading(data)
    response = post(page, data)
    assert response.status_code == 200
    assert "a été modifié ailleurs" in said(response)
    assert "Écrit par quelqu’un d’autre" in json.dumps(state(response), ensure_ascii=False)
    assert state(response)[HEADING]["value"]["text"] == "Un autre titre"
    assert page.revisions.count() == 1


def state(response):
    field = response.context["form"]["body"]
    return field.field.widget.block_def.get_form_state(field.value())


def test_what_was_seen_is_what_is_saved_while_some_draft_has_it(page, opened, post):
    data, expected = opened(page), saved(page)
    change(page, 0, text="<p>Écrit par quelqu’un d’autre</p>")
    refused = post(page, data)
    assert refused.status_code == 200
    assert "une autre version" in refused.content.decode()
    again = querydict_from_html(refused.content.decode(), form_id="page-edit-form")
    for name in ("loaded_revision_id", "loaded_revision_created_at"):
        data[name] = again[name]
    assert post(page, data).status_code == 302
    assert saved(page) == expected


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "x",
        "0",
        "0 a b",
        "-1 a b c",
        "9" * 400 + " a b",
        '{"type": "paragraph", "value": {"text": "<script>alert(1)</script>"}, "id": "a"}',
        '0 a {"type": "heading"}',
        "0\x00 a b",
        "٣ a b",
    ],
)
def test_what_stands_for_no_stored_block_is_refused_in_words(page, opened, post, kept):
    data, before = opened(page), saved(page)
    data["body-0-kept"] = kept
    data["body-00-kept"] = "5 a b"
    data["body-9999999999-kept"] = "5 a b"
    response = post(page, data)
    assert response.status_code == 200
    assert "a été supprimé ailleurs" in said(response)
    assert (saved(page), page.revisions.count()) == (before, 1)
    assert len(state(response)) >= len(before) - 2


def test_a_block_of_another_page_is_none_of_this_one(page, index, opened, post):
    other = AnnualReportPage(title="Bilan 2023", slug="2023", year=2023, live=False)
    index.add_child(instance=other)
    other.body = page.body
    other.mint_block_ids()
    other.save_revision(clean=False)
    data = opened(page)
    data["body-0-kept"] = opened(other)["body-0-kept"]
    response = post(page, data)
    assert "a été supprimé ailleurs" in said(response)
    assert page.revisions.count() == 1


def test_an_older_draft_is_restored_whole(page, opened, post):
    older, before = page.get_latest_revision(), saved(page)
    change(page, 0, text="<p>Plus récent</p>")
    address = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, older.pk])
    data = opened(page, address)
    assert post(page, data).status_code == 302
    assert saved(page) == before


def test_the_preview_shows_folded_blocks(page, opened, editor):
    preview = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    answer = editor.post(preview, opened(page).dict()).json()
    assert answer == {"is_valid": True, "is_available": True}


def test_html_in_an_opened_text_is_words(page, opened, post):
    data = opened(page)
    order, child_id, _ = data.pop("body-0-kept")[0].split()
    text = "<script>alert(1)</script>"
    content = {"blocks": [{"key": "a", "text": text, "type": "unstyled", "depth": 0}]}
    content["blocks"][0] |= {"inlineStyleRanges": [], "entityRanges": []}
    content["entityMap"] = {}
    data |= {"body-0-type": "paragraph", "body-0-order": order, "body-0-id": child_id}
    data |= {"body-0-deleted": "", "body-0-value-text": json.dumps(content)}
    assert post(page, data).status_code == 302
    assert "<script" not in saved(page)[0]["value"]["text"]


def test_the_edit_view_asks_little_more_than_that_of_an_empty_report(page, index, editor):
    empty = AnnualReportPage(title="Vide", slug="2030", year=2030, live=False)
    index.add_child(instance=empty)
    empty.save_revision(clean=False)
    counts = []
    for one in (empty, page):
        address = reverse("wagtailadmin_pages:edit", args=[one.pk])
        editor.get(address)
        with CaptureQueriesContext(connection) as captured:
            editor.get(address)
        counts.append(len(captured))
    assert counts[1] < counts[0] + 60


def test_a_short_body_is_shown_as_wagtail_shows_it(page, editor):
    page.body = json.dumps(saved(page)[:5])
    page.save_revision(clean=False)
    response = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert not any("kept" in child for child in state(response))

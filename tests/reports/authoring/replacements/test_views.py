"""The address that the edit view asks what would be replaced, and then for the blocks."""

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.blocks import StreamBlock

from reports.content.folding.stored_blocks import Storage, digest_block
from reports.content.models import AnnualReportPage, User
from reports.content.site_tree import report_index
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build
from tests.reports.checks.edit_form import build_form
from tests.reports.people import make_people

BODY = stored(
    build.heading("Les haies"),
    build.prose('<p>Une haie de 62% <a href="/haie">ici</a>.</p>'),
    build.key_figures(("", "12", "haies")),
)


@pytest.fixture
def people(db: None) -> dict[str, User]:
    return make_people()


@pytest.fixture
def report(people: dict[str, User]) -> AnnualReportPage:
    page = AnnualReportPage(title="Bilan 2031", slug="2031", year=2031, live=False)
    page.body = json.dumps(BODY)
    report_index().add_child(instance=page)
    page.save_revision()
    return page


def load(report: AnnualReportPage) -> list[Any]:
    body: list[Any] = json.loads(report.get_latest_revision().content["body"])
    return body


def folded(body: list[Any]) -> dict[str, str]:
    """What the form posts of blocks that nobody has unfolded."""
    return {
        f"body-{rank}-kept": f"{rank} {raw['id']} {digest_block(raw)}"
        for rank, raw in enumerate(body)
    }


def ask(client: Client, page: AnnualReportPage | None, data: dict[str, Any]) -> Any:
    address = reverse("bilan_replace", args=[page.pk]) if page else reverse("bilan_replace_new")
    return client.post(address, data)


def test_folded_blocks_are_searched_and_those_that_change_come_back(
    editor: Client, report: AnnualReportPage
) -> None:
    before = load(report)
    asked = {**folded(before), "find": "haie", "replacement": "talus"}
    passages = ask(editor, report, asked).json()["passages"]
    assert [(each["old"], each["new"]) for each in passages] == [
        ("haies", "taluss"),
        ("haie", "talus"),
        ("haies", "taluss"),
    ]
    chosen = [passages[1]["key"]]
    [block] = ask(editor, report, {**asked, "chosen": json.dumps(chosen)}).json()["blocks"]
    assert (block["id"], block["type"]) == (load(report)[1]["id"], "paragraph")
    stream = AnnualReportPage._meta.get_field("body").stream_block
    after = json.loads(json.dumps(before[1]).replace("haie de", "talus de"))
    [state] = StreamBlock.get_form_state(stream, stream.to_python([after]))
    assert texts(block["value"]) == texts(state["value"])
    assert load(report) == before  # nothing is stored


def texts(state: dict[str, Any]) -> list[str]:
    """The paragraphs of a rich text in the editor, whose keys are new each time."""
    return [block["text"] for block in json.loads(state["text"])["blocks"]]


def test_what_is_typed_and_not_saved_is_searched(editor: Client, report: AnnualReportPage) -> None:
    asked = build_form("Un verger.") | {"find": "verger", "replacement": "bois"}
    for page in (report, None):
        [passage] = ask(editor, page, asked).json()["passages"]
        chosen = json.dumps([passage["key"]])
        [block] = ask(editor, page, {**asked, "chosen": chosen}).json()["blocks"]
        assert texts(block["value"]) == ["Un bois."]


def test_titles_and_the_introduction_are_searched_too(
    editor: Client, report: AnnualReportPage
) -> None:
    html = '<p>Une <a href="/haie">haie</a> et une haie.</p>'
    widget = AnnualReportPage._meta.get_field("introduction").formfield().widget
    asked = {
        **folded(load(report)),
        "title": "Les haies en 2024",
        "hero_title": "",
        "introduction": widget.format_value(html),
        "find": "haie",
        "replacement": "talus",
        "whole": "on",
    }
    passages = ask(editor, report, asked).json()["passages"]
    beside = [each for each in passages if each["block"] == "page"]
    assert [(each["place"], each["new"]) for each in beside] == [
        ("Chapô", "talus"),
        ("Chapô", "talus."),
    ]

    made = ask(editor, report, {**asked, "chosen": json.dumps([beside[1]["key"]])}).json()
    assert made["blocks"] == []
    assert list(made["fields"]) == ["introduction"]
    [paragraph] = json.loads(made["fields"]["introduction"])["blocks"]
    assert paragraph["text"] == "Une haie et une talus."
    assert len(paragraph["entityRanges"]) == 1

    del asked["whole"]
    [first, *_] = ask(editor, report, asked).json()["passages"]
    made = ask(editor, report, {**asked, "chosen": json.dumps([first["key"]])}).json()
    assert made["fields"] == {"title": "Les taluss en 2024"}


def test_a_title_that_would_be_too_long_is_refused(
    editor: Client, report: AnnualReportPage
) -> None:
    asked = {**folded(load(report)), "title": "Un an", "find": "an", "replacement": "n" * 300}
    answer = ask(editor, report, {**asked, "chosen": '["page/0"]'})
    assert answer.status_code == 400
    assert "Titre" in answer.json()["error"]


def test_a_block_comes_back_signed_and_is_saved_as_it_came(
    editor: Client, report: AnnualReportPage
) -> None:
    before = load(report)
    asked = {**folded(before), "find": "haie", "replacement": "talus", "chosen": '["%s/0"]'}
    asked["chosen"] %= before[1]["id"]
    [block] = ask(editor, report, asked).json()["blocks"]
    signed, other = block["signed"], block["signed"].replace("talus", "chêne")

    stream = AnnualReportPage._meta.get_field("body").stream_block
    for text, is_ours in ((signed, True), (other, False), ("", False), ("x {}", False)):
        posted = {"body-1-signed": f"1 {text}"}
        value = stream.value_from_datadict(posted, {}, "body", storage=Storage(report, "body"))
        assert value.vanished is not is_ours
        kept = [child.get_prep_value() for child in value]
        assert kept == ([json.loads(signed.partition(" ")[2])] if is_ours else [])


def test_a_rule_mends_words_and_leaves_the_rest(editor: Client, report: AnnualReportPage) -> None:
    asked = {**folded(load(report)), "rule": "spacing-missing"}
    [passage] = ask(editor, report, asked).json()["passages"]
    assert (passage["old"], passage["new"]) == ("62%", "62\u00a0%")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"find": ""}, "Tapez ce que vous cherchez."),
        ({"find": "a" * 10_000}, "C’est trop long"),
        ({"rule": "absent-path"}, "ne sait pas corriger"),
        ({"rule": "nulle-part"}, "ne sait pas corriger"),
        ({"find": "haie", "chosen": "["}, "n’a pas pu être lue"),
        ({"find": "haie", "chosen": "[1]"}, "n’a pas pu être lue"),
        ({"find": "haie", "replacement": "x", "chosen": '["x/1"]'}, "n’est plus le même"),
        ({"find": "haie", "replacement": "x" * 2_000, "chosen": "all"}, "Rien n’a changé"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(
    editor: Client, report: AnnualReportPage, data: dict[str, str], sentence: str
) -> None:
    answer = ask(editor, report, folded(load(report)) | data)
    assert answer.status_code == 400
    assert sentence in answer.json()["error"]


def test_a_block_that_would_be_too_long_changes_nothing(
    editor: Client, report: AnnualReportPage
) -> None:
    asked = {**folded(load(report)), "find": "haies", "replacement": "x" * 1_999}
    keys = [passage["key"] for passage in ask(editor, report, asked).json()["passages"]]
    answer = ask(editor, report, {**asked, "chosen": json.dumps(keys)})
    assert answer.json()["error"].startswith(
        "1 Les haies › Titre\u00a0: ce texte aurait 2\u202f003 signes"
    )


def test_a_form_beside_another_version_is_refused(editor: Client, report: AnnualReportPage) -> None:
    heading = load(report)[0]
    old = folded([{**heading, "value": {**heading["value"], "text": "Ailleurs"}}])
    answer = ask(editor, report, {**old, "find": "haie"})
    assert "modifié ailleurs" in answer.json()["error"]


def test_only_those_who_may_edit_are_answered(
    editor: Client, report: AnnualReportPage, client: Client
) -> None:
    asked = {**folded(load(report)), "find": "haie"}
    client.force_login(User.objects.create_user("passage"))
    for page in (report, None):
        assert ask(client, page, asked).status_code == 302
    assert editor.get(reverse("bilan_replace", args=[report.pk])).status_code in (302, 405)

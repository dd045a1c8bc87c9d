"""The address that the editor asks what a clipboard is: who may, and what it leaves behind."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.blocks import StreamBlock
from wagtail.models import GroupCollectionPermission, GroupPagePermission

from reports.content.models import AnnualReportPage, Picture, Service, User
from reports.content.site_tree import report_index
from reports.exchange.importing.admin import paste, views

HEDGES = (Path(__file__).parents[1] / "clipboard" / "google_docs.html").read_text(encoding="utf-8")
KINDS = ["heading", "paragraph", "fact_list", "data_table", "picture", "paragraph"]


@pytest.fixture
def report(people: dict[str, User]) -> AnnualReportPage:
    page = AnnualReportPage(title="Bilan 2031", slug="2031", year=2031, live=False)
    return report_index().add_child(instance=page)


def ask(client: Client, page: AnnualReportPage | None, html: str = "", **fields: Any) -> Any:
    url = reverse("bilan_paste", args=[page.pk]) if page else reverse("bilan_paste_new")
    texts = {"html": html, "text": fields.pop("text", "")}
    files = {name: SimpleUploadedFile(name, text.encode()) for name, text in texts.items() if text}
    headers = {"X-Requested-With": "XMLHttpRequest"}
    return client.post(url, {**files, **fields}, headers=headers)


def test_an_answer_says_what_becomes_what(editor: Client, report: AnnualReportPage) -> None:
    answer = ask(editor, report, HEDGES).json()
    assert [block["type"] for block in answer["blocks"]] == KINDS
    first = answer["lines"][0]
    assert (first["label"], first["text"]) == ("Titre", "Partie · Les haies du canton")
    assert answer["lines"][2]["parts"] == "3 lignes"
    assert answer["lines"][2]["text"] == "340 arbres plantés, 12 vergers suivis, dont 4 en ville"
    assert answer["notices"] == ["Commentaires laissés de côté."]
    assert answer["pictures"] == 1


def test_the_states_are_those_of_the_editor(editor: Client, report: AnnualReportPage) -> None:
    blocks = ask(editor, report, HEDGES).json()["blocks"]
    stream = AnnualReportPage._meta.get_field("body").stream_block
    value = {"text": "Les haies du canton", "level": "2", "anchor": "les-haies-du-canton"}
    own = [{"type": "heading", "value": value}]
    [state] = StreamBlock.get_form_state(stream, stream.to_python(own))
    assert blocks[0]["value"] == json.loads(json.dumps(state["value"]))


def test_a_look_stores_nothing_and_a_paste_its_pictures_alone(
    editor: Client,
    report: AnnualReportPage,
    people: dict[str, User],
) -> None:
    html = HEDGES + '<p><a href="/startups/haie.html">Haie+</a> : planter.</p>'
    assert ask(editor, report, html).status_code == 200
    assert not Picture.objects.exists()
    answer = ask(editor, report, html, keep="1").json()
    picture = Picture.objects.get()
    assert answer["blocks"][4]["value"]["picture"]["id"] == picture.pk
    assert picture.title == "Une haie au printemps"
    assert picture.uploaded_by_user == people["redaction"]
    ask(editor, report, html, keep="1")
    assert Picture.objects.count() == 1
    assert not Service.objects.exists()
    report.refresh_from_db()
    assert report.latest_revision is None
    assert len(report.body) == 0


def test_numbers_are_read_in_the_language_of_the_form(
    editor: Client,
    report: AnnualReportPage,
) -> None:
    text = "## Money\n\n- 133,000 trees planted\n"
    english = ask(editor, report, text=text, language="en").json()
    assert english["lines"][1]["text"].startswith("133,000 trees")
    for field in ({"language": "xx"}, {"currency": "<b>"}):
        assert ask(editor, report, text=text, **field).status_code == 200


@pytest.mark.parametrize(
    ("html", "sentence"),
    [
        ("<p>" + "mot " * 1_300_000, "plus de 5 Mo"),
        ("é" * 5_000_001, "plus de 5 Mo"),
        ("<p>" + "mot " * 130_000, "plus de 500 000 caractères de texte"),
        ("<b>" * 500, "Trop de niveaux imbriqués"),
        ("<p> </p>", "rien qui puisse devenir un bloc"),
        ("", "rien qui puisse devenir un bloc"),
    ],
    ids=["large", "large in letters", "long", "deep", "blank", "absent"],
)
def test_what_cannot_be_taken_is_a_sentence(
    editor: Client,
    report: AnnualReportPage,
    html: str,
    sentence: str,
) -> None:
    answer = ask(editor, report, html)
    assert answer.status_code == 400
    assert sentence in answer.json()["error"].replace("\u202f", " ")


@pytest.mark.parametrize("line_break", ["<br>", "<br/>"])
def test_a_line_break_opens_in_the_editor(
    editor: Client, report: AnnualReportPage, line_break: str
) -> None:
    html = f"<h2>Titre</h2><p class=MsoNormal>Un <b>gras{line_break}deux</b></p>"
    answer = ask(editor, report, html)
    assert answer.status_code == 200
    value = json.loads(answer.json()["blocks"][1]["value"]["text"])
    assert [block["text"] for block in value["blocks"]] == ["Un gras\ndeux"]


def test_what_breaks_the_reader_is_a_sentence(
    editor: Client, report: AnnualReportPage, monkeypatch: Any
) -> None:
    monkeypatch.setattr(paste, "read_paste_bounded", lambda *given: 1 / 0)
    answer = ask(editor, report, "<p>Un</p>")
    assert answer.status_code == 400
    assert "n’a pas pu être lu" in answer.json()["error"]


def test_bytes_that_are_no_text_break_nothing(editor: Client, report: AnnualReportPage) -> None:
    file = SimpleUploadedFile("html", b"<p>Un\x00\xff\xfe deux\xed\xa0\x80</p>")
    answer = editor.post(reverse("bilan_paste", args=[report.pk]), {"html": file})
    assert answer.status_code == 200


def test_who_may_not_edit_the_report_is_refused(
    report: AnnualReportPage,
    client: Client,
    people: dict[str, User],
) -> None:
    group = Group.objects.create(name="Relecture")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    stranger = User.objects.create_user("relecture")
    stranger.groups.add(group)
    assert ask(client, report, HEDGES).status_code in (302, 403)
    client.force_login(stranger)
    for page in (report, None):
        answer = ask(client, page, HEDGES, keep="1")
        assert answer.status_code == 403
        assert "haies" not in answer.content.decode()
    assert not Picture.objects.exists()


def test_who_may_add_no_pictures_pastes_the_rest(
    report: AnnualReportPage,
    client: Client,
    people: dict[str, User],
) -> None:
    group = Group.objects.create(name="Plume")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    change = Permission.objects.get(codename="change_page")
    GroupPagePermission.objects.create(group=group, page=report, permission=change)
    assert not GroupCollectionPermission.objects.filter(group=group).exists()
    writer = User.objects.create_user("plume")
    writer.groups.add(group)
    client.force_login(writer)
    answer = ask(client, report, HEDGES, keep="1").json()
    assert [block["type"] for block in answer["blocks"]] == KINDS
    assert paste.NO_PICTURES in answer["notices"]
    assert answer["pictures"] == 0
    assert not Picture.objects.exists()


def test_a_report_that_nobody_has_saved_yet(editor: Client, people: dict[str, User]) -> None:
    assert ask(editor, None, HEDGES).status_code == 200


def test_without_a_token_and_by_other_methods(
    report: AnnualReportPage,
    people: dict[str, User],
) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(people["redaction"])
    assert ask(strict, report, HEDGES).status_code == 403
    assert strict.get(reverse("bilan_paste", args=[report.pk])).status_code == 405


def test_two_at_once_take_turns(
    editor: Client,
    report: AnnualReportPage,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(paste, "MAX_WAIT_SECONDS", 0.01)
    with views.ONE_AT_A_TIME:
        answer = ask(editor, report, HEDGES)
    assert (answer.status_code, answer.json()["error"]) == (503, paste.BUSY)
    assert ask(editor, report, HEDGES).status_code == 200


def test_the_form_names_the_address(editor: Client, report: AnnualReportPage) -> None:
    edit = editor.get(reverse("wagtailadmin_pages:edit", args=[report.pk])).content.decode()
    assert f'data-bilan-paste="{reverse("bilan_paste", args=[report.pk])}"' in edit
    args = ["reports", "annualreportpage", report.get_parent().pk]
    add = reverse("wagtailadmin_pages:add", args=args)
    assert f'data-bilan-paste="{reverse("bilan_paste_new")}"' in editor.get(add).content.decode()

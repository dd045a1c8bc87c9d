"""What an editor is told of a chart that is being typed: by whom it may be asked, and what."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page

from reports.content.charts.admin import chart_request
from reports.content.charts.admin.render_worker import Busy, TooLong, worker
from reports.content.charts.process import NotDrawn
from reports.content.models import ReportIndexPage, User
from reports.content.tables import Table
from reports.core.document.transcription import renew_basis

from .tables import THREE, one, table

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _worker() -> Iterator[None]:
    yield
    worker.close()


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The specifications that are drawn, by a pen of the test's own."""
    found: list[Any] = []
    monkeypatch.setattr(worker, "get_or_draw", lambda spec: found.append(spec) or "<svg></svg>")
    return found


@pytest.fixture
def editor(client: Client, site: Any) -> Client:
    client.force_login(User.objects.create_superuser("editor"))
    return client


@pytest.fixture
def site() -> ReportIndexPage:
    index = ReportIndexPage(title="Bilans", slug="bilan")
    Page.get_first_root_node().add_child(instance=index)
    return index


def stored(data: Table) -> str:
    return json.dumps(data.stored)


def ask(client: Client, body: Any = None, **fields: Any) -> Any:
    if body is None:
        texts = {"title": "Services", "kind": "bar", "unit": "", "basis": "", "words": ""}
        body = json.dumps({**texts, "data": stored(one("59", "14")), "written_for": "", **fields})
    return client.post(reverse("bilan_chart"), body, content_type="application/json")


def told(client: Client, data: Table, **fields: Any) -> dict[str, Any]:
    response = ask(client, data=stored(data), **fields)
    assert response.status_code == 200
    return response.json()


def test_a_drawing_comes_back_and_nothing_is_stored(editor: Client, media: Path) -> None:
    answer = told(editor, one("59", "14"))

    assert answer["svg"].startswith("<svg")
    assert ">59</text>" in answer["svg"]
    assert (answer["reason"], answer["remark"]) == ("", "")
    assert not list(media.rglob("*"))


@pytest.mark.parametrize(
    ("kind", "data", "reason"),
    [
        ("picture", one("59"), "Image seule"),
        ("bar", Table(), "dès que des données"),
        ("bar", table(["", "Services"], ["", ""]), "dès que des données"),
        ("bar", table(["Services"], ["DINUM"]), "Il manque une colonne"),
        ("bar", one("", ""), "Aucune valeur n’est saisie"),
        ("bar", one("beaucoup", "de 3 à 5"), "Aucune valeur n’est un nombre seul"),
    ],
)
def test_where_nothing_is_drawn_it_is_said_why(
    editor: Client, drawn: list[Any], kind: str, data: Table, reason: str
) -> None:
    answer = told(editor, data, kind=kind)

    assert reason in answer["reason"]
    assert answer["svg"] == ""
    assert not drawn


@pytest.mark.parametrize(
    ("kind", "data", "remark"),
    [
        ("bar", one("59", "N/A", ""), "Pas un nombre seul, donc pas dessiné : B (N/A)."),
        ("line", one("59"), "Une seule catégorie : la courbe se réduit à un point."),
        ("bar", one("59"), ""),
    ],
)
def test_what_a_drawing_does_not_show_is_said(
    editor: Client, drawn: list[Any], kind: str, data: Table, remark: str
) -> None:
    assert told(editor, data, kind=kind)["remark"] == remark
    assert drawn


@pytest.mark.parametrize(
    ("failure", "said", "again"),
    [
        (NotDrawn("/home/x ValueError"), "Le dessin a échoué", False),
        (TooLong("see the log"), "trop de calcul pour un aperçu", False),
        (Busy(), "en attente de dessin", True),
    ],
)
def test_a_failure_is_said_in_words_and_costs_the_transcription_nothing(
    editor: Client, monkeypatch: pytest.MonkeyPatch, failure: Exception, said: str, again: bool
) -> None:
    def fail(spec: Any) -> str:
        raise failure

    monkeypatch.setattr(worker, "get_or_draw", fail)
    answer = told(editor, one("59"))

    assert said in answer["reason"]
    assert "ValueError" not in json.dumps(answer)
    assert answer["again"] is again
    assert "A : 59" in answer["generated"]


@pytest.mark.usefixtures("drawn")
def test_without_words_the_generated_ones_are_shown_and_can_be_edited(editor: Client) -> None:
    answer = told(editor, THREE, title="<b>Services</b>", unit="produits")

    assert (answer["origin"], answer["basis"], answer["written_for"]) == ("generated", "", "")
    assert "<b>" not in answer["generated"]
    assert '<th scope="row">Lancés</th><td>7</td>' in answer["generated"]
    lines = [block["text"] for block in json.loads(answer["draft"])["blocks"]]
    assert lines[1] == "Lancés : Résultats 2022, 7 ; Objectifs 2023, 8 ; Résultats 2023, 11"


@pytest.mark.usefixtures("drawn")
def test_what_changed_since_the_words_were_written_is_told_cell_by_cell(editor: Client) -> None:
    words, then = "On compte 59 services.", one("59", "14")
    first = told(editor, then, words=words)
    assert (first["origin"], first["changes"]) == ("edited", [])

    now = Table(then.columns, (then.rows[0], *one("0", "20").rows[1:]))
    kept = {"words": words, "basis": first["basis"], "written_for": first["written_for"]}
    second = told(editor, now, **kept)
    assert (second["origin"], second["changes"]) == ("outdated", ["B, Services : 14 → 20"])
    assert (second["basis"], second["written_for"]) == (first["basis"], first["written_for"])

    settled = told(editor, now, **{**kept, "words": f"{words} Puis 20."})
    assert (settled["origin"], settled["changes"]) == ("edited", [])
    assert Table.from_stored(json.loads(settled["written_for"])) == now


@pytest.mark.usefixtures("drawn")
def test_data_that_nobody_remembers_are_not_made_up(editor: Client) -> None:
    basis = renew_basis("", one("59"), "Mots")
    for written_for in ("", stored(one("3"))):  # nothing, or what this basis is not of
        answer = told(editor, one("60"), words="Mots", basis=basis, written_for=written_for)
        assert answer["origin"] == "outdated"
        assert answer["changes"] == []
        assert "n’a pas gardées" in answer["note"]


@pytest.mark.usefixtures("drawn")
def test_of_many_changes_some_are_told_and_the_others_counted(editor: Client) -> None:
    then = one(*map(str, range(30)))
    kept = {"words": "Mots", "basis": renew_basis("", then, "Mots"), "written_for": stored(then)}
    changes = told(editor, one(*["99"] * 30), **kept)["changes"]

    assert len(changes) == 21
    assert changes[-1] == "et 10 autres changements"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("pas du JSON", "rechargez"),
        ("[]", "rechargez"),
        ({"title": 3}, "rechargez"),
        ({"data": {"rows": []}}, "rechargez"),
        ({"written_for": "[" * 100_000}, "rechargez"),
        ({"title": "a" * (chart_request.MAX_FIELD_CHARACTERS["title"] + 1)}, "500 signes"),
        ({"data": stored(one(*["1"] * 201))}, "Trop de cellules"),
        ({"written_for": stored(one(*["1"] * 201))}, "Trop de cellules"),
        ({"data": stored(one("1" * 301))}, "300 signes"),
        ({"words": "a" * chart_request.MAX_BODY_BYTES}, "trop long"),
    ],
)
def test_what_is_malformed_or_too_large_is_refused_with_a_reason(
    editor: Client, drawn: list[Any], body: Any, said: str
) -> None:
    response = ask(editor, body) if isinstance(body, str) else ask(editor, **body)

    assert response.status_code == 400
    assert said in response.json()["error"]
    assert not drawn


@pytest.mark.usefixtures("drawn")
def test_only_who_may_write_a_report_may_ask(client: Client, site: ReportIndexPage) -> None:
    user = User.objects.create_user("somebody", password="somebody")
    assert ask(client).status_code == 302  # to the door
    client.login(username="somebody", password="somebody")
    assert ask(client).status_code == 302

    group = Group.objects.create(name="Admin")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user.groups.add(group)
    refused = ask(client)
    assert refused.status_code == 403
    assert "droit" in refused.json()["error"]

    add = Permission.objects.get(codename="add_page")
    GroupPagePermission.objects.create(group=group, page=site, permission=add)
    assert ask(client).status_code == 200
    assert client.get(reverse("bilan_chart")).status_code == 405


@pytest.mark.usefixtures("drawn", "site")
def test_a_request_from_elsewhere_is_refused() -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(User.objects.create_superuser("editor"))
    assert ask(client).status_code == 403

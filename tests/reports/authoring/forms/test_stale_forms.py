"""Of two forms that are saved at once, one is stored; the other comes back with what was typed."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import unescape
from typing import Any
from unittest.mock import patch

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, Revision

from reports.content.models import AnnualReportPage, HomePage, Service, Term, User
from reports.content.wagtail_patches.loaded_version import check_loaded_version
from tests.reports.checks.conftest import save_draft
from tests.reports.checks.edit_form import build_form

Draft = Callable[..., AnnualReportPage]
Send = Callable[..., Any]
AUTOSAVE = {"accept": "application/json"}
PUBLISH = {"action-publish": "1"}


@contextmanager
def meanwhile(act: Callable[[], Any]) -> Iterator[None]:
    """Do something once, when all versions were compared that are compared before a transaction."""
    pending = [act]

    def check_and_act(instance: Any) -> None:
        check_loaded_version(instance)
        if pending:
            pending.pop()()

    with patch("reports.authoring.forms.stale_forms.check_loaded_version", check_and_act):
        yield


def name_version(obj: Any) -> dict[str, str]:
    """Return what the form says that somebody has opened now."""
    latest = Revision.objects.filter(pk=obj.latest_revision_id).first()
    if latest is None:
        return {"loaded_revision_id": "0", "loaded_revision_created_at": ""}
    return {
        "loaded_revision_id": str(latest.pk),
        "loaded_revision_created_at": latest.created_at.isoformat(),
    }


def read_stored(obj: Any) -> Any:
    """Return an object as the database has it now, with its latest draft."""
    return type(obj).objects.get(pk=obj.pk).get_latest_revision_as_object()


@pytest.fixture
def clients(people: dict[str, User]) -> dict[str, Client]:
    made = {name: Client() for name in ("redaction", "validation", "administration")}
    for name, client in made.items():
        client.force_login(people[name])
    return made


@pytest.fixture
def report(draft: Draft) -> AnnualReportPage:
    return draft("Au début.")


def edit_url(obj: Any) -> str:
    if isinstance(obj, Page):
        return reverse("wagtailadmin_pages:edit", args=[obj.pk])
    return reverse(obj.snippet_viewset.get_url_name("edit"), args=[obj.pk])


def read_page(answer: Any) -> str:
    """Return what an answer shows; its contexts hold those of requests in between as well."""
    return unescape(answer.content.decode())


@pytest.mark.parametrize("kind", [{}, AUTOSAVE], ids=["by hand", "by itself"])
@pytest.mark.parametrize("others", [{}, AUTOSAVE], ids=["after one by hand", "after an autosave"])
def test_the_second_of_two_reports_saved_at_once_is_refused(
    report: AnnualReportPage, clients: dict[str, Client], kind: dict[str, str], others: Any
) -> None:
    opened, url = name_version(report), edit_url(report)
    first, second = clients["redaction"], clients["validation"]

    def save_first() -> None:
        answer = first.post(url, build_form("Le sien.") | opened, headers=others)
        assert answer.status_code == (200 if others else 302)

    with meanwhile(save_first):
        answer = second.post(url, build_form("Le mien.") | opened, headers=kind)

    assert "Le sien." in str(read_stored(report).body)
    assert report.revisions.count() == 2
    if kind:
        assert (answer.status_code, answer.json()["error_code"]) == (400, "invalid_revision")
        return
    told = read_page(answer)
    assert "data-w-autosave-interval-value" not in told
    assert "redaction a enregistré une autre version à" in told
    assert "Rien de votre formulaire n’est enregistré : tout ce que vous avez tapé" in told
    assert "Le mien." in told
    # who has been told may save over it, and the other version stays
    knows = name_version(read_stored(report))
    for field, value in knows.items():
        assert f'<input type="hidden" name="{field}" value="{value}">' in told
    again = second.post(url, build_form("Le mien.") | knows)
    assert again.status_code == 302
    bodies = [str(r.as_object().body) for r in report.revisions.order_by("-created_at")[:2]]
    assert ["Le mien." in bodies[0], "Le sien." in bodies[1]] == [True, True]


def test_a_draft_that_was_overwritten_in_place_counts_as_another(
    report: AnnualReportPage, clients: dict[str, Client]
) -> None:
    """An autosave keeps the id of its revision."""
    opened, url = name_version(report), edit_url(report)
    mine = opened | {"overwrite_revision_id": opened["loaded_revision_id"]}

    def save_first() -> None:
        answer = clients["redaction"].post(url, build_form("Le sien.") | mine, headers=AUTOSAVE)
        assert answer.json()["revision_id"] == report.latest_revision_id

    for kind in ({}, AUTOSAVE):
        with meanwhile(save_first):
            clients["validation"].post(url, build_form("Le mien.") | opened, headers=kind)
        assert "Le sien." in str(read_stored(report).body)
        mine["loaded_revision_created_at"] = name_version(read_stored(report))[
            "loaded_revision_created_at"
        ]
        opened = mine | {"overwrite_revision_id": ""}


@pytest.mark.parametrize(
    ("action", "told"),
    [("action-publish", "rien n’est publié"), ("action-submit", "rien n’est soumis")],
)
def test_a_stale_form_does_nothing_else(
    report: AnnualReportPage, clients: dict[str, Client], action: str, told: str
) -> None:
    opened, url = name_version(report), edit_url(report)
    save_draft(report, "Le sien.")
    answer = clients["validation"].post(url, build_form("Le mien.") | opened | {action: "1"})

    assert told in read_page(answer)
    assert "Le mien." in read_page(answer)
    report.refresh_from_db()
    assert (report.live, report.workflow_in_progress) == (False, False)
    assert "Le sien." in str(read_stored(report).body)


def test_a_workflow_is_neither_approved_nor_cancelled_by_a_stale_form(
    report: AnnualReportPage, clients: dict[str, Client], people: dict[str, User]
) -> None:
    report.get_workflow().start(report, people["redaction"])
    opened, url = name_version(report), edit_url(report)
    step = AnnualReportPage.objects.get(pk=report.pk).current_workflow_task
    save_draft(report, "Le sien.")
    approve = {"action-workflow-action": "true", "workflow-action-name": "approve"}
    approve["workflow-action-extra-data"] = json.dumps({"comment": ""})
    cancel = {"action-cancel-workflow": "1"}

    for person, action, told in (
        ("validation", approve, "rien n’est approuvé"),
        ("administration", cancel, "rien n’est annulé"),
    ):
        answer = clients[person].post(url, build_form("Le mien.") | opened | action)
        assert told in read_page(answer)
        assert AnnualReportPage.objects.get(pk=report.pk).current_workflow_task == step


def test_a_version_saved_between_two_steps_of_a_publication_is_not_replaced(
    report: AnnualReportPage, clients: dict[str, Client]
) -> None:
    opened, url = name_version(report), edit_url(report)

    save_revision = AnnualReportPage.save_revision

    def save_theirs_first(page: AnnualReportPage, **options: Any) -> Revision:
        with patch.object(AnnualReportPage, "save_revision", save_revision):
            save_draft(report, "Le sien.")
            return page.save_revision(**options)

    with patch.object(AnnualReportPage, "save_revision", save_theirs_first):
        form = build_form("Le mien.") | opened | PUBLISH
        answer = clients["validation"].post(url, form)

    assert "rien n’est publié" in read_page(answer)
    assert "Le mien." in read_page(answer)
    assert "Le sien." in str(read_stored(report).body)
    report.refresh_from_db()
    assert not report.live


def test_what_nobody_has_changed_is_published(
    report: AnnualReportPage, clients: dict[str, Client]
) -> None:
    form = build_form("Au début.") | name_version(report) | PUBLISH
    assert clients["validation"].post(edit_url(report), form).status_code == 302
    report.refresh_from_db()
    assert report.live


def test_a_second_window_of_ones_own_is_told_so(
    report: AnnualReportPage, clients: dict[str, Client]
) -> None:
    opened, url = name_version(report), edit_url(report)
    clients["redaction"].post(url, build_form("Premier.") | opened)
    answer = clients["redaction"].post(url, build_form("Second.") | opened)
    assert "Vous avez enregistré une autre version" in read_page(answer)
    assert "Second." in read_page(answer)


def test_what_had_no_version_yet_is_guarded_too(
    report: AnnualReportPage, clients: dict[str, Client]
) -> None:
    home = HomePage.objects.first()
    assert home is not None
    Page.objects.filter(pk=home.pk).update(latest_revision=None)
    home.refresh_from_db()
    opened, url = name_version(home), edit_url(home)
    form = {name: value for name, value in build_form().items() if not name.startswith("body")}
    form |= {"title": home.title, "slug": home.slug} | opened
    client = clients["administration"]
    assert client.post(url, form | {"seo_title": "Le sien"}).status_code == 302
    answer = client.post(url, form | {"seo_title": "Le mien"})
    assert "une autre version" in read_page(answer)
    assert read_stored(home).seo_title == "Le sien"


@pytest.mark.parametrize("live", [True, False])
@pytest.mark.parametrize("kind", [{}, AUTOSAVE], ids=["by hand", "by itself"])
@pytest.mark.parametrize(
    ("model", "form"),
    [
        (Service, {"slug": "mano", "name": "Mano"}),
        (Term, {"slug": "api", "name": "API", "definition": "Une interface."}),
    ],
)
def test_the_second_of_two_records_saved_at_once_is_refused(
    clients: dict[str, Client], model: Any, form: dict[str, str], live: bool, kind: Any
) -> None:
    record = model.objects.create(**form, live=live)
    opened, url = name_version(record), edit_url(record)

    def save_first() -> None:
        posted = form | opened | {"name": "Le sien"}
        assert clients["redaction"].post(url, posted).status_code == 302

    with meanwhile(save_first):
        posted = form | opened | {"name": "Le mien"}
        answer = clients["validation"].post(url, posted, headers=kind)

    assert read_stored(record).name == "Le sien"
    assert record.revisions.count() == 1
    if kind:
        assert (answer.status_code, answer.json()["error_code"]) == (400, "invalid_revision")
        return
    assert "redaction a enregistré une autre version à" in read_page(answer)
    assert 'value="Le mien"' in read_page(answer)
    assert "data-w-autosave-interval-value" not in read_page(answer)
    again = form | name_version(read_stored(record)) | {"name": "Le mien"}
    assert clients["validation"].post(url, again).status_code == 302
    assert read_stored(record).name == "Le mien"

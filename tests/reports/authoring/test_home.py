"""What the first screen says to each role, and that it costs the same however much there is."""

import datetime
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Comment, CommentReply, Revision

from reports.checks.check_result import check_latest
from reports.content.models import AnnualReportPage, Indicator, User
from reports.publishing.models import OutboxEntry, Release
from tests.reports.checks.conftest import save_draft

Draft = Callable[..., AnnualReportPage]


def panels(user: User) -> dict[str, str]:
    """The text of each panel, by its id, for whoever signs in."""
    client = Client()
    client.force_login(user)
    html = BeautifulSoup(client.get("/admin/").content, "lxml")
    return {
        panel["id"].removesuffix("-section"): " ".join(panel.get_text(" ").split())
        for panel in html.select("section.w-panel")
    }


def start(user: User) -> str:
    client = Client()
    client.force_login(user)
    html = BeautifulSoup(client.get("/admin/").content, "lxml")
    return " ".join(link.get_text(" ") for link in html.select(".bilan-start a"))


def submit(page: AnnualReportPage, user: User) -> AnnualReportPage:
    page.get_workflow().start(page, user)
    return AnnualReportPage.objects.get(pk=page.pk)


def reject(page: AnnualReportPage, user: User, comment: str) -> None:
    state = page.current_workflow_task_state
    state.task.specific.on_action(state, user, "reject", comment=comment)


def test_who_writes_sees_drafts_with_their_findings_and_what_came_back(
    draft: Draft, people: dict[str, User]
) -> None:
    check_latest(draft("Un DOUTE.", year=2023))
    returned = submit(draft("Rien.", year=2024), people["redaction"])
    reject(returned, people["validation"], "Le titre manque.")
    seen = panels(people["redaction"])

    assert "Bilan 2023 jamais publié · 1 avertissement · modifié par redaction" in seen["drafts"]
    assert "Bilan 2024 à reprendre" in seen["drafts"]
    assert "validation demande des modifications" in seen["sent-back"]
    assert "Le titre manque." in seen["sent-back"]
    assert not {"scheduled", "matters", "accounts", "published"} & set(seen)


def test_counts_that_are_older_than_the_draft_are_not_shown_as_its_own(
    draft: Draft, people: dict[str, User]
) -> None:
    page = draft("Un DOUTE.")
    check_latest(page)
    save_draft(page, "Une FAUTE.")

    seen = panels(people["redaction"])["drafts"]
    assert "modifié depuis les derniers contrôles" in seen
    assert "avertissement" not in seen


def test_who_validates_sees_what_waits_and_what_is_scheduled(
    draft: Draft, people: dict[str, User]
) -> None:
    page = draft("Une FAUTE et un DOUTE.")
    check_latest(page)
    submit(page, people["redaction"])
    record = Indicator.objects.create(code="agents", name="Agents")
    record.save_revision(user=people["redaction"])
    record.get_workflow().start(record, people["redaction"])
    other = draft("Rien.", year=2023)
    hour = timezone.now() + datetime.timedelta(days=1)
    Revision.objects.filter(pk=other.latest_revision_id).update(approved_go_live_at=hour)
    seen = panels(people["validation"])

    line = "Relecture · soumis par redaction · 1 erreur, 1 avertissement · à l’instant"
    assert f"Bilan 2024 {line}" in seen["awaiting"]
    assert "Indicateur « Agents » Validation · soumis par redaction" in seen["awaiting"]
    assert "Bilan 2024" not in seen["drafts"]  # it is said once
    assert "Bilan 2023" in seen["drafts"]
    assert "Bilan 2024 en attente : Relecture" in panels(people["redaction"])["drafts"]
    assert f"à {timezone.localtime(hour):%H:%M}" in seen["scheduled"]
    assert not {"matters", "accounts"} & set(seen)
    assert "awaiting" not in panels(people["redaction"])  # it is their own


def test_who_administers_sees_accounts_without_group_and_what_is_not_set_up(
    draft: Draft, people: dict[str, User]
) -> None:
    User.objects.create_user("perdue", "perdue@bilan.example")
    people["validation"].groups.clear()
    draft("Rien.").get_latest_revision().publish(user=people["administration"])
    seen = panels(people["administration"])

    assert "perdue compte sans groupe" in seen["accounts"]
    assert "Personne ne valide" in seen["matters"]
    assert "3 comptes n’ont pas d’adresse électronique" in seen["matters"]
    assert "EMAIL_HOST" in seen["matters"]
    assert "publié par administration" in seen["published"]


def test_who_administers_sees_messages_that_do_not_leave(
    people: dict[str, User], settings: Any
) -> None:
    settings.EMAIL_HOST = "mail.example"
    assert "message" not in panels(people["administration"])["matters"].replace(
        "Des messages n’arrivent pas", ""
    )
    old = timezone.now() - datetime.timedelta(hours=3)
    OutboxEntry.objects.create(kind="mail", recipient="secret", payload="secret", created_at=old)
    OutboxEntry.objects.create(kind="mail", given_up_at=old)
    seen = panels(people["administration"])["matters"]
    assert "Des messages attendent Le serveur de courrier ne les prend pas" in seen
    assert "il y a 3 heures" in seen
    assert "1 message abandonné Depuis 30 jours" in seen
    assert "secret" not in seen


def test_who_administers_sees_that_nothing_is_published_by_itself(people: dict[str, User]) -> None:
    old = timezone.now() - datetime.timedelta(hours=3)
    assert "pas eu lieu" not in panels(people["administration"])["matters"]
    Release.objects.create(name="S", goes_public_at=old, state=Release.State.APPROVED)
    OutboxEntry.objects.create(kind="webhook", recipient="1", payload={}, created_at=old)
    seen = panels(people["administration"])["matters"]

    assert "1 publication prévue n’a pas eu lieu" in seen
    assert "publish_scheduled" in seen
    assert "Des annonces de webhooks attendent" in seen


def test_who_administers_sees_that_a_disk_is_nearly_full(
    people: dict[str, User], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "disque" not in panels(people["administration"])["matters"]
    monkeypatch.setattr("shutil.disk_usage", lambda path: SimpleNamespace(free=50_000_000))
    seen = panels(people["administration"])["matters"]

    assert "Le disque est presque plein Il reste 47,7 Mio : un fichier" in seen


def test_comments_that_others_left_are_there_until_they_are_answered(
    draft: Draft, people: dict[str, User]
) -> None:
    page = draft("Rien.")
    writer, approver = people["redaction"], people["validation"]
    asked = Comment.objects.create(page=page, user=writer, text="Juste ?", contentpath="title")
    assert "comments" not in panels(writer)
    assert "redaction écrit · à l’instant Juste ?" in panels(approver)["comments"]

    CommentReply.objects.create(comment=asked, user=approver, text="Oui.")
    assert "validation vous répond · à l’instant Oui." in panels(writer)["comments"]
    assert "comments" not in panels(approver)

    asked.resolved_at = timezone.now()
    asked.save()
    assert "comments" not in panels(writer)


def test_one_goes_on_where_one_was(draft: Draft, people: dict[str, User]) -> None:
    assert start(people["redaction"]).endswith("Guide de l’édition")
    page = draft("Rien.")
    page.get_latest_revision_as_object().save_revision(user=people["redaction"], log_action=True)

    assert start(people["redaction"]).startswith("Continuer : Bilan 2024")
    assert "Nouveau bilan" in start(people["redaction"])


@pytest.mark.parametrize("name", ["redaction", "validation", "administration"])
def test_the_number_of_statements_does_not_grow(
    name: str, draft: Draft, people: dict[str, User]
) -> None:
    def more(year: int) -> None:
        page = draft("Un DOUTE.", year=year)
        check_latest(page)
        Comment.objects.create(page=page, user=people["validation"], text="?", contentpath="title")
        submit(page, people["redaction"])
        returned = submit(draft("Rien.", year=year + 1), people["redaction"])
        reject(returned, people["validation"], "Non.")
        waiting = draft("Rien.", year=year + 2)
        Revision.objects.filter(pk=waiting.latest_revision_id).update(
            approved_go_live_at=timezone.now() + datetime.timedelta(days=1)
        )
        draft("Rien.", year=year + 3).get_latest_revision().publish(user=people["administration"])
        User.objects.create_user(f"perdue-{year}")

    def asked() -> int:
        client = Client()
        client.force_login(people[name])
        client.get("/admin/")
        with CaptureQueriesContext(
            connection,
        ) as statements:
            assert client.get("/admin/").status_code == 200
        return len(statements)

    more(2000)
    few = asked()
    for year in (2010, 2020, 2030):
        more(year)
    assert asked() == few

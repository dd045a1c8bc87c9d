"""Publication at its hour: one process at a time, each thing as a whole, errors on their own."""

import json
import logging
import signal
import subprocess
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, Revision

from reports.content.models import AnnualReportPage, ContentPage, User
from reports.content.site_tree import report_index
from reports.publishing import scheduled
from reports.publishing.models import OutboxEntry
from tests.shared_database import describe_process, shared_database

HELD = "reports.publication.publish.held"
PUBLISHED = "wagtail.publish.scheduled"
RUNNING = "publish_scheduled tourne déjà : rien à faire ici.\n"
HOLE = [{"type": "paragraph", "id": "p1", "value": {"text": ""}}]  # an error of the checks
HOLDER = (
    "import django; django.setup(); from reports.content import process_lock; import sys\n"
    "with process_lock.hold('publish_scheduled') as acquired:\n"
    "    print(acquired, flush=True); sys.stdin.read()"
)


def schedule(page: Page, user: User | None = None) -> Revision:
    past = timezone.now() - timedelta(minutes=1)
    page.go_live_at = past
    return page.save_revision(user=user, approved_go_live_at=past, clean=False)


def add_plain(slug: str) -> ContentPage:
    page = ContentPage(title=slug, slug=slug, live=False)
    report_index().get_parent().add_child(instance=page)
    return page


def add_hollow(year: int) -> AnnualReportPage:
    page = AnnualReportPage(title=f"Bilan {year}", year=year, slug=str(year), live=False)
    report_index().add_child(instance=page)
    page.body = json.dumps(HOLE)
    return page


def count(action: str) -> int:
    return PageLogEntry.objects.filter(action=action).count()


def test_an_error_holds_back_nothing_else(
    db: None, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    pages = [add_plain(slug) for slug in ("un", "deux", "trois")]
    revisions = [schedule(page) for page in pages]
    expired = add_plain("fini")
    ContentPage.objects.filter(pk=expired.pk).update(live=True, expire_at=timezone.now())
    publish = Revision.publish

    def fail_once(revision: Revision, **kwargs: Any) -> None:
        publish(revision, **kwargs)
        if revision.pk == revisions[1].pk:
            raise ValueError("secret-word")

    monkeypatch.setattr(Revision, "publish", fail_once)
    with pytest.raises(CommandError, match=r"Échecs : 1\."), caplog.at_level(logging.INFO):
        call_command("publish_scheduled")
    assert [Page.objects.get(pk=page.pk).live for page in pages] == [True, False, True]
    assert not Page.objects.get(pk=expired.pk).live
    assert Page.objects.get(pk=expired.pk).expired
    revisions[1].refresh_from_db()
    assert revisions[1].approved_go_live_at  # tried again by the next run
    assert count(PUBLISHED) == 2
    assert f"could not change revision {revisions[1].pk}: ValueError." in caplog.text
    assert "secret-word" not in caplog.text


def test_what_somebody_takes_out_of_the_queue_meanwhile_stays_a_draft(db: None) -> None:
    page = add_plain("un")
    revision = schedule(page)
    Revision.objects.update(approved_go_live_at=None)
    assert scheduled.publish_due(revision.pk)
    assert not Page.objects.get(pk=page.pk).live
    Page.objects.filter(pk=page.pk).update(live=True, expire_at=timezone.now() + timedelta(days=1))
    assert scheduled.unpublish_expired(Page, page.pk)
    assert Page.objects.get(pk=page.pk).live


@pytest.fixture
def due(transactional_db: None) -> dict[str, Page]:
    """A page to be published, and a report to be held, whose author hears of it."""
    author = User.objects.create_user("author", email="author@bilan.example")
    pages: dict[str, Page] = {"good": add_plain("un"), "bad": add_hollow(2024)}
    for page in pages.values():
        schedule(page, author)
    return pages


def publish(url: Any) -> "subprocess.Popen[str]":
    variables = {"EMAIL_HOST": "127.0.0.1", "EMAIL_PORT": "1"}
    command = describe_process(url, "manage.py", "publish_scheduled", **variables)
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(**command, **pipes)  # type: ignore[call-overload]


def assert_published_once(due: dict[str, Page]) -> None:
    assert Page.objects.get(pk=due["good"].pk).live
    assert not Page.objects.get(pk=due["bad"].pk).live
    assert (count(PUBLISHED), count(HELD)) == (1, 1)
    written = OutboxEntry.objects.filter(kind="mail")
    assert list(written.values_list("recipient")) == [("author@bilan.example",)]


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_while_one_runs_another_ends_at_once_and_a_dead_one_holds_nothing(
    due: dict[str, Page], tmp_path: Path
) -> None:
    with shared_database(tmp_path) as url:
        command = describe_process(url, "-c", HOLDER)
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        holder = subprocess.Popen(**command, **pipes)  # type: ignore[call-overload]
        assert holder.stdout.readline() == "True\n"
        second = publish(url)
        assert second.communicate() == (RUNNING, "")
        assert second.returncode == 0
        holder.send_signal(signal.SIGKILL)
        holder.communicate()
        third = publish(url)
        out, _ = third.communicate()
        assert third.returncode == 0
        assert "Retenu" in out
    assert_published_once(due)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_at_once_publish_once_write_once_and_log_once(
    due: dict[str, Page], tmp_path: Path
) -> None:
    with shared_database(tmp_path) as url:
        both = [publish(url), publish(url)]
        answers = [process.communicate() for process in both]
        assert [process.returncode for process in both] == [0, 0]
    logs = "".join(log for _, log in answers)
    assert logs.count("Held the scheduled publication of report 2024.") == 1
    assert sum("Retenu" in out for out, _ in answers) == 1
    assert_published_once(due)

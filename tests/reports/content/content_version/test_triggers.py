"""The database renews the content version itself, in the transaction of the change."""

import io
import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import connection, transaction
from django.utils import timezone
from PIL import Image
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction, Site

from reports import models
from reports.content.content_version import triggers, version
from reports.content.content_version.tracked_tables import list_tracked_tables


@pytest.fixture
def at_once(db: None) -> None:
    """Deferred triggers would wait for a commit, which a test never comes to."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.fixture
def report(db: None) -> models.AnnualReportPage:
    home = Page.get_first_root_node().add_child(instance=models.HomePage(title="A", slug="a"))
    index = home.add_child(instance=models.ReportIndexPage(title="B", slug="bilan"))
    report: models.AnnualReportPage = index.add_child(
        instance=models.AnnualReportPage(title="2024", slug="2024", year=2024)
    )
    return report


def picture() -> models.Picture:
    png = io.BytesIO()
    Image.new("RGB", (8, 8)).save(png, "PNG")
    file = ContentFile(png.getvalue(), "p.png")
    made: models.Picture = models.Picture.objects.create(title="P", file=file)
    return made


def restrict(report: models.AnnualReportPage) -> PageViewRestriction:
    made: PageViewRestriction = PageViewRestriction.objects.create(
        page=report, restriction_type=PageViewRestriction.LOGIN
    )
    return made


def in_private_collection(report: models.AnnualReportPage) -> None:
    models.Picture.objects.update(collection=Collection.objects.last())


def privatise(report: models.AnnualReportPage) -> None:
    CollectionViewRestriction.objects.create(
        collection=Collection.objects.last(), restriction_type=CollectionViewRestriction.LOGIN
    )


def schedule(report: models.AnnualReportPage) -> None:
    report.go_live_at = timezone.now() + timedelta(hours=1)
    report.save_revision().publish()


CHANGES: dict[str, Callable[[models.AnnualReportPage], Any]] = {
    "a publication": lambda report: report.save_revision().publish(),
    "an unpublication": lambda report: report.unpublish(),
    "a move": lambda report: report.move(models.HomePage.objects.get()),
    "a deletion": lambda report: report.delete(),
    "a restriction": restrict,
    "a schedule": schedule,
    "a bulk update": lambda report: Page.objects.filter(pk=report.pk).update(live=False),
    "a snippet": lambda report: models.Service.objects.create(name="S", slug="s"),
    "a renamed snippet": lambda report: models.Term.objects.update(name="T"),
    "a picture": lambda report: picture(),
    "a picture that moves": in_private_collection,
    "a collection": privatise,
    "a document": lambda report: models.ReportDocument.objects.update(title="D"),
    "a redirect": lambda report: Redirect.objects.create(old_path="/x", redirect_page=report),
    "a site": lambda report: Site.objects.update(hostname="autre.example"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.usefixtures("at_once")
def test_what_changes_something_public_moves_the_version(
    report: models.AnnualReportPage, change: Callable[[models.AnnualReportPage], Any]
) -> None:
    picture()
    models.Term.objects.create(name="Ancien", slug="ancien")
    models.ReportDocument.objects.create(title="X", file=ContentFile(b"x", "x.txt"))
    Collection.get_first_root_node().add_child(name="Privé")
    before = version.read_current_version()
    assert before

    change(report)

    assert version.read_current_version() not in (before, None)


def draft(report: models.AnnualReportPage) -> None:
    report.title = "Un brouillon"
    report.save_revision()


def snippet_draft(report: models.AnnualReportPage) -> None:
    service = models.Service.objects.get()
    service.name = "Un brouillon"
    service.save_revision()


def lock(report: models.AnnualReportPage) -> None:
    report.locked = True
    report.save(update_fields=["locked"])


UNTRACKED_ACTS: dict[str, Callable[[models.AnnualReportPage], None]] = {
    "a draft": draft,
    "a draft of a snippet": snippet_draft,
    "a lock": lock,
}


@pytest.mark.parametrize("act", UNTRACKED_ACTS.values(), ids=UNTRACKED_ACTS)
@pytest.mark.usefixtures("at_once")
def test_what_nobody_outside_sees_does_not(
    report: models.AnnualReportPage, act: Callable[[models.AnnualReportPage], None]
) -> None:
    models.Service.objects.create(name="S", slug="s")
    before = version.read_current_version()

    act(report)

    assert version.read_current_version() == before


@pytest.mark.usefixtures("at_once")
def test_what_is_undone_never_was(report: models.AnnualReportPage) -> None:
    before = version.read_current_version()
    with transaction.atomic():
        report.unpublish()
        assert version.read_current_version() != before
        transaction.set_rollback(True)

    assert version.read_current_version() == before


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_it_moves_when_the_change_is_there_for_others() -> None:
    before = version.read_current_version()
    with transaction.atomic():
        models.Term.objects.create(name="T", slug="t")

    assert version.read_current_version() not in (before, None)


def count_renewals() -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_stat_get_xact_tuples_updated('reports_contentversion'::regclass::oid)"
        )
        return int(cursor.fetchone()[0])


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_one_transaction_renews_the_version_once() -> None:
    if connection.vendor == "sqlite":
        return  # its triggers cannot wait for the commit, and leave no dead rows behind
    before = version.read_current_version()
    with transaction.atomic(), connection.cursor() as cursor:
        counted = count_renewals()
        models.Term.objects.bulk_create(models.Term(name=f"T{n}", slug=f"t{n}") for n in range(50))
        models.Term.objects.update(name="U")
        assert version.read_current_version() == before
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # as the commit does
        assert count_renewals() == counted + 1
    assert version.read_current_version() != before


@pytest.mark.django_db
def test_each_table_has_a_trigger_for_each_event() -> None:
    tables = [table for _, table in triggers.list_installed(connection)]

    assert triggers.list_missing(connection) == []
    assert sorted(tables) == sorted(3 * [one.table for one in list_tracked_tables()])


def definitions() -> Iterator[str]:
    sql = {
        "sqlite": "SELECT sql FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
    }
    with connection.cursor() as cursor:
        cursor.execute(sql[connection.vendor])
        yield from (row[0] for row in cursor.fetchall())


@pytest.mark.django_db
def test_each_watched_column_is_compared() -> None:
    updates = [
        text for text in definitions() if " UPDATE ON " in text and "content_version" in text
    ]
    for one in list_tracked_tables():
        (update,) = [text for text in updates if f"content_version_{one.table}_update" in text]
        found = update.replace('"', "").lower()
        for column in one.columns:
            assert re.search(rf"\bold\.{column}\b", found), (one.table, column)


@pytest.mark.django_db
def test_the_next_change(report: models.AnnualReportPage) -> None:
    now = timezone.now()
    assert version.next_change(now) is None

    Page.objects.filter(pk=report.pk).update(expire_at=now + timedelta(hours=3))
    assert version.next_change(now) == now + timedelta(hours=3)
    models.Service.objects.create(name="S", slug="s", expire_at=now + timedelta(hours=2))
    assert version.next_change(now) == now + timedelta(hours=2)
    report.go_live_at = now + timedelta(hours=1)
    report.save_revision().publish()
    assert version.next_change(now) == now + timedelta(hours=1)
    assert version.next_change(now + timedelta(hours=1)) == now + timedelta(hours=2)
    assert version.next_change(now + timedelta(hours=3)) is None

"""Random acts of editors on a small site: each of them may change what the public sees."""

import datetime
import json
import random
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from django.core.management import call_command
from django.db import transaction
from django.db.models import ProtectedError
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction, Site

from reports import models
from reports.content.models.publication_context import publication_context
from reports.content.models.snippet import Snippet
from reports.content.records.merging import MergeRefused, merge_records, undo_merge
from reports.publishing.releases.approval import approve
from reports.publishing.releases.contents import Candidate, choose_items
from reports.publishing.releases.problems import ReleaseRefused
from reports.publishing.versions.withdrawal import WithdrawalRefused, withdraw_version
from tests.reports.publishing.answering import publish_answered
from tests.reports_graphql.bodies import block, item, row, table

YEARS = range(2020, 2025)
RECORDS: tuple[type[Snippet], ...] = (models.Service, models.Incubator, models.Indicator)
AN_HOUR = datetime.timedelta(hours=1)

Act = Callable[["Editors"], None]
ACTS: list[Act] = []


def act(function: Act) -> Act:
    ACTS.append(function)
    return function


class Editors:
    """What the acts work on, and the chance that chooses among it."""

    def __init__(self, seed: int, home: Page, index: Page) -> None:
        self.random = random.Random(seed)
        self.home, self.index = home, index
        self.merges = self.merges_undone = 0
        self.approver = models.User.objects.create_superuser("approver")

    def choose(self, rows: Any) -> Any:
        """Return one of some rows, read anew; None where there is none."""
        pks = list(rows.order_by("pk").values_list("pk", flat=True))
        return rows.model._default_manager.get(pk=self.random.choice(pks)) if pks else None

    def build_body(self, year: int) -> str:
        """Return a body with a figure, a service and a link, any of which may be hidden."""
        service = self.choose(models.Service.objects.all())
        indicator = self.choose(models.Indicator.objects.all())
        other = self.choose(models.AnnualReportPage.objects.all())
        value = str(self.random.randrange(1, 9))
        cells = table(10, ["", f"Résultats {year}"], row(1, "Lancés", value, ref=indicator.code))
        line = {"name": "Mano", "service": service and service.pk, "reference_name": "Mano"}
        link = f'<a linktype="page" id="{other.pk}">lien</a>' if other else "lien"
        words = self.random.choice(("Un", "Deux", "Trois"))
        return json.dumps(
            [
                block(2, "indicator_table", {"caption": "", "table": cells}),
                block(3, "service_lines", {"services": [item(11, line)]}),
                block(4, "paragraph", {"text": f"<p>{words} {link}.</p>"}),
            ]
        )


@act
def begin_report(editors: Editors) -> None:
    free = set(YEARS) - set(models.AnnualReportPage.objects.values_list("year", flat=True))
    if free:
        year = editors.random.choice(sorted(free))
        page = models.AnnualReportPage(title=f"Bilan {year}", slug=str(year), year=year, live=False)
        parent = Page.objects.get(pk=editors.index.pk)
        parent.add_child(instance=page)
        page.body = editors.build_body(year)
        publish_answered(page.save_revision(clean=False))


@act
def correct_report(editors: Editors) -> None:
    page = editors.choose(models.AnnualReportPage.objects.all())
    if page:
        page.body = editors.build_body(page.year)
        publish_answered(page.save_revision(clean=False))


ACTS.append(correct_report)  # as often as two others


@act
def save_draft(editors: Editors) -> None:
    page = editors.choose(models.AnnualReportPage.objects.all())
    if page:
        page.body = editors.build_body(page.year)
        page.save_revision(clean=False)


@act
def rename_report(editors: Editors) -> None:
    page = editors.choose(models.AnnualReportPage.objects.all())
    if page:
        page.hero_title = editors.random.choice(("Un an", "Une année", ""))
        publish_answered(page.save_revision(clean=False))


@act
def unpublish(editors: Editors) -> None:
    page = editors.choose(Page.objects.filter(depth__gt=3, live=True))
    if page:
        page.specific.unpublish()


@act
def publish_again(editors: Editors) -> None:
    page = editors.choose(Page.objects.filter(depth__gt=3, live=False))
    if page:
        page = page.specific
        page.expire_at = None
        publish_answered(page.save_revision(clean=False))


@act
def restrict(editors: Editors) -> None:
    page = editors.choose(Page.objects.filter(depth__gt=2))
    if page and not page.view_restrictions.exists():
        PageViewRestriction.objects.create(page=page, restriction_type="login")


@act
def lift_restriction(editors: Editors) -> None:
    if restriction := editors.choose(PageViewRestriction.objects.all()):
        restriction.delete()


ACTS.append(lift_restriction)


@act
def delete_page(editors: Editors) -> None:
    page = editors.choose(Page.objects.filter(depth__gt=3))
    if page and editors.random.random() < 0.3:
        page.specific.delete()


@act
def add_page(editors: Editors) -> None:
    name = editors.random.choice("abcd")
    parent = Page.objects.get(pk=editors.home.pk)
    if not parent.get_children().filter(slug=name).exists():
        parent.add_child(instance=models.ContentPage(title=f"Page {name}", slug=name))


@act
def move_page(editors: Editors) -> None:
    page = editors.choose(models.ContentPage.objects.all())
    targets = [*models.ContentPage.objects.order_by("pk"), Page.objects.get(pk=editors.home.pk)]
    target = editors.random.choice(targets)
    if page is None or target.pk == page.pk or target.path.startswith(page.path):
        return
    if not target.get_children().filter(slug=page.slug).exclude(pk=page.pk).exists():
        page.move(target, pos="last-child")


@act
def rename_page(editors: Editors) -> None:
    page = editors.choose(models.ContentPage.objects.all())
    slug = editors.random.choice("efgh")
    if page and not page.get_siblings().filter(slug=slug).exists():
        page.slug = slug
        page.save_revision(clean=False).publish()


@act
def rename_record(editors: Editors) -> None:
    record = editors.choose(editors.random.choice(RECORDS).objects.all())
    if record:
        record.name = editors.random.choice(("Mano", "Docs", "Pix", "Lancés"))
        record.save()


@act
def add_record(editors: Editors) -> None:
    slug = editors.random.choice("abc")
    if not models.Service.objects.filter(slug=slug).exists():
        incubator = editors.choose(models.Incubator.objects.all())
        models.Service.objects.create(name="Mano", slug=slug, incubator=incubator)


@act
def hide_record(editors: Editors) -> None:
    record = editors.choose(editors.random.choice(RECORDS).objects.filter(live=True))
    if record:
        record.unpublish()


@act
def show_record(editors: Editors) -> None:
    record = editors.choose(editors.random.choice(RECORDS).objects.filter(live=False))
    if record:
        record.save_revision().publish()


ACTS.append(show_record)


@act
def merge_record(editors: Editors) -> None:
    model = editors.random.choice(RECORDS)
    merged, survivor = (editors.choose(model.objects.all()) for _ in range(2))
    with suppress(MergeRefused):  # it may be chosen twice, or be merged already
        merge_records(merged, survivor, editors.approver)
        editors.merges += 1


ACTS.append(merge_record)


@act
def undo_last_merge(editors: Editors) -> None:
    model = editors.random.choice(RECORDS)
    if record := editors.choose(model.objects.exclude(merged_into=None)):
        undo_merge(record, editors.approver)
        editors.merges_undone += 1


@act
def delete_record(editors: Editors) -> None:
    record = editors.choose(models.Service.objects.all())
    if record and editors.random.random() < 0.3:
        with suppress(ProtectedError), transaction.atomic():  # a report may list it
            record.delete()


@act
def expire(editors: Editors) -> None:
    """The hour of a page comes, and the schedule runs."""
    page = editors.choose(Page.objects.filter(depth__gt=3, live=True))
    if page:
        Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - AN_HOUR)
        call_command("publish_scheduled")


@act
def publish_at_its_hour(editors: Editors) -> None:
    page = editors.choose(models.ContentPage.objects.all())
    if page:
        page.title = editors.random.choice(("À l’heure", "Plus tard"))
        page.go_live_at = timezone.now() + AN_HOUR
        revision = page.save_revision(clean=False)
        revision.approved_go_live_at = timezone.now() - AN_HOUR
        revision.save()
        models.ContentPage.objects.filter(pk=page.pk).update(go_live_at=None)
        call_command("publish_scheduled")


@act
def release_together(editors: Editors) -> None:
    """A report, a record and a redirect wait for the same hour; it comes."""
    page = editors.choose(models.AnnualReportPage.objects.filter(expire_at=None))
    record = editors.choose(editors.random.choice(RECORDS).objects.all())
    if page is None or record is None:
        return
    page.body = editors.build_body(page.year)
    page.save_revision(clean=False)
    record.name = editors.random.choice(("Mano", "Docs", "Pix", "Lancés"))
    record.save_revision()
    hour = timezone.now() + AN_HOUR
    release = models.Release.objects.create(name="Sortie", goes_public_at=hour)
    choose_items(release, [Candidate(page), Candidate(record)])
    path = f"/vieux-{editors.random.randrange(3)}"
    release.redirects.create(old_path=path, redirect_page=page)
    with publication_context(reason="Pour l’essai."):
        try:
            approve(release, editors.approver)
        except ReleaseRefused:  # its report lists a service without a name
            return
        models.Release.objects.filter(pk=release.pk).update(goes_public_at=timezone.now())
        call_command("publish_scheduled")
    release.refresh_from_db()
    assert release.state == models.Release.State.PUBLISHED, release.problems


@act
def add_redirect(editors: Editors) -> None:
    site = Site.objects.get(is_default_site=True)
    target = editors.choose(Page.objects.filter(depth__gt=2))
    path = f"/vieux-{editors.random.randrange(3)}"
    Redirect.objects.update_or_create(
        old_path=path, site=site, defaults={"redirect_page": target, "redirect_link": ""}
    )


@act
def delete_redirect(editors: Editors) -> None:
    if redirect := editors.choose(Redirect.objects.all()):
        redirect.delete()


@act
def withdraw(editors: Editors) -> None:
    version = editors.choose(models.ReportVersion.objects.filter(withdrawn_at=None))
    if version:
        try:
            withdraw_version(version, "La loi.", None)
        except WithdrawalRefused:
            return


@act
def rename_site(editors: Editors) -> None:
    site = Site.objects.get(is_default_site=True)
    site.site_name = editors.random.choice(("Bilan", "Bilans"))
    site.save()

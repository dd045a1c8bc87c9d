"""Each act writes exactly its entries; what is hidden, undone or remembered writes none."""

import io
import json
from contextlib import suppress
from datetime import timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Page,
    PageViewRestriction,
    Site,
)

from reports.content.models import (
    AnnualReportPage,
    ContentPage,
    Incubator,
    Picture,
    ReportDocument,
    ReportIndexPage,
    Service,
    SiteIdentity,
)
from reports.publishing.feed import announcement, retention
from reports.publishing.models import Change, FeedPosition, PublicState, ReportVersion
from reports.publishing.publish import publish_with_records
from reports.publishing.versions.withdrawal import withdraw_version
from tests.reports.publishing.answering import publish_answered

from .conftest import Act, last_payload


def cards(service: Service) -> str:
    value = {
        "cards": [
            {
                "type": "item",
                "id": "c",
                "value": {"service": service.pk, "name": "Mano", "facts": []},
            }
        ]
    }
    return json.dumps([{"type": "impact_cards", "id": "b", "value": value}])


def test_a_first_publication_is_published_and_a_second_is_a_change(
    index: ReportIndexPage, act: Act
) -> None:
    page = AnnualReportPage(title="Bilan 2024", slug="2024", year=2024, live=False)
    with act() as draft:
        index.add_child(instance=page)
        revision = page.save_revision()
    with act() as first:
        publish_answered(revision)
    payload = last_payload()
    with act() as again:
        page.title = "Autre titre"
        publish_answered(page.save_revision())
    with act() as saved:
        page.title = "Un brouillon"
        page.save_revision()

    assert (draft, first, again, saved) == ([], ["REPORT_PUBLISHED"], ["REPORT_CHANGED"], [])
    assert payload["before"] is None
    assert payload["after"]["path"] == "/bilan/2024/"
    assert payload["after"]["year"] == 2024


def test_a_withdrawn_version_is_an_entry_that_says_nothing_of_it(
    report: AnnualReportPage, act: Act
) -> None:
    with act():
        report.title = "Un nom à retirer"
        report.save()
    with act():
        report.title = "Bilan 2024"
        report.save()
    named = ReportVersion.objects.get(report_key=report.translation_key, number=2)
    with act() as withdrawn:
        withdraw_version(named, "Vie privée.", None)
    payload = last_payload()
    with act() as again:
        report.save()

    assert (withdrawn, again) == (["VERSION_WITHDRAWN"], [])
    assert payload["after"]["withdrawn"] == [2]
    assert "Un nom" not in json.dumps([*Change.objects.values_list("payload", flat=True)])


def test_versions_that_are_made_afterwards_are_entries(report: AnnualReportPage, act: Act) -> None:
    AnnualReportPage.objects.update(title="Écrit par l’ancien code")
    with act() as made:
        call_command("make_versions", stdout=io.StringIO())
    with act() as again:
        call_command("make_versions", stdout=io.StringIO())

    assert (made, again) == (["REPORT_CHANGED"], [])


def test_unpublishing_deletion_and_moves_are_entries(report: AnnualReportPage, act: Act) -> None:
    home = report.get_parent().get_parent()
    with act() as moved:
        report.move(home, pos="last-child")
    payload = Change.objects.get(kind="REPORT_CHANGED").payload
    paths = [payload[side]["path"] for side in ("before", "after")]
    with act() as unpublished:
        Page.objects.get(pk=report.pk).specific.unpublish()
    with act() as published:
        publish_answered(AnnualReportPage.objects.get().save_revision())
    with act() as deleted:
        AnnualReportPage.objects.get().delete()

    assert sorted(moved) == ["REDIRECT_CHANGED", "REPORT_CHANGED"]
    assert paths == ["/bilan/2024/", "/2024/"]
    assert sorted(unpublished) == ["REDIRECT_WITHDRAWN", "REPORT_WITHDRAWN"]
    assert sorted(published) == ["REDIRECT_CHANGED", "REPORT_PUBLISHED"]
    assert sorted(deleted) == ["REDIRECT_WITHDRAWN", "REPORT_WITHDRAWN"]


def test_a_restriction_withdraws_what_is_below_it(report: AnnualReportPage, act: Act) -> None:
    with act() as restricted:
        restriction = PageViewRestriction.objects.create(
            page=report.get_parent(), restriction_type="login"
        )
    with act() as hidden:
        report.title = "Caché"
        publish_answered(report.save_revision())
    with act() as opened:
        restriction.delete()

    assert sorted(restricted) == ["PAGE_WITHDRAWN", "REPORT_WITHDRAWN"]
    assert hidden == []
    assert sorted(opened) == ["PAGE_PUBLISHED", "REPORT_PUBLISHED"]


def test_an_expiry_is_an_entry_when_the_schedule_runs(report: AnnualReportPage, act: Act) -> None:
    past = timezone.now() - timedelta(minutes=1)
    AnnualReportPage.objects.update(expire_at=past)
    with act() as run:
        call_command("publish_scheduled", verbosity=0)
    with act() as again:
        call_command("publish_scheduled", verbosity=0)

    assert run == ["REPORT_WITHDRAWN"]
    assert again == []


def test_records_are_entries_of_their_own(report: AnnualReportPage, act: Act) -> None:
    with act() as made:
        incubator = Incubator.objects.create(name="Fabrique", slug="fabrique")
        service = Service.objects.create(name="Mano", slug="mano", incubator=incubator)
    with act():
        report.body = cards(service)
        report.save()
    with act() as renamed:
        service.name = "Mano bis"
        service.save()
    tags = last_payload()["after"]["tags"]
    with act() as unchanged:
        service.save()
    with act() as hidden:
        incubator.unpublish()

    assert made == ["RECORD_PUBLISHED", "RECORD_PUBLISHED"]
    assert renamed == ["RECORD_CHANGED"]
    assert tags == ["services", "service-mano"]
    assert unchanged == []
    assert sorted(hidden) == ["RECORD_CHANGED", "RECORD_WITHDRAWN"]  # the service shows it no more


def test_what_a_report_refers_to_is_hidden_in_it(report: AnnualReportPage, act: Act) -> None:
    with act():
        service = Service.objects.create(name="Mano", slug="mano")
    with act() as written:
        report.body = cards(service)
        report.save()
    with act() as hidden:
        service.unpublish()

    assert written == ["REPORT_CHANGED"]
    assert sorted(hidden) == ["RECORD_WITHDRAWN", "REPORT_CHANGED"]


def test_a_reference_to_what_is_hidden_is_no_change(report: AnnualReportPage, act: Act) -> None:
    hidden = Service.objects.create(name="Mano", slug="mano", live=False)
    other = Service.objects.create(name="Mano", slug="autre", live=False)
    with act():
        report.body = cards(hidden)
        report.save()
    with act() as written:
        report.body = cards(other)
        report.save()

    assert written == []


def test_a_document_is_part_of_the_reports_that_show_it(report: AnnualReportPage, act: Act) -> None:
    with act() as unused:
        document = ReportDocument.objects.create(title="D", file=ContentFile(b"%", "d.pdf"))
    with act() as cited:
        report.source_document = document
        report.save()
    with act() as renamed:
        document.title = "Autre"
        document.save()
    with act() as hidden:
        CollectionViewRestriction.objects.create(
            collection=Collection.get_first_root_node(), restriction_type="login"
        )

    assert unused == []
    assert cited == renamed == hidden == ["REPORT_CHANGED"]


def test_redirects_follow_what_they_lead_to(report: AnnualReportPage, act: Act) -> None:
    with act() as made:
        Redirect.objects.create(old_path="/ancien", redirect_page=report)
    with act() as gone:
        report.unpublish()
    with act() as back:
        publish_answered(report.save_revision())
    with act() as deleted:
        Redirect.objects.all().delete()

    assert made == ["REDIRECT_CHANGED"]
    assert sorted(gone) == ["REDIRECT_WITHDRAWN", "REPORT_WITHDRAWN"]
    assert sorted(back) == ["REDIRECT_CHANGED", "REPORT_PUBLISHED"]
    assert deleted == ["REDIRECT_WITHDRAWN"]


def test_the_order_of_pages_is_public(index: ReportIndexPage, act: Act) -> None:
    home = index.get_parent()
    with act() as made:
        first = home.add_child(instance=ContentPage(title="Un", slug="un"))
        home.add_child(instance=ContentPage(title="Deux", slug="deux"))
    with act() as moved:
        Page.objects.get(pk=first.pk).move(Page.objects.get(pk=home.pk), pos="last-child")

    assert made == ["PAGE_PUBLISHED", "PAGE_PUBLISHED"]
    assert moved == ["SITE_CHANGED"]


def test_a_new_address_is_that_of_all_pages_below(report: AnnualReportPage, act: Act) -> None:
    index = ReportIndexPage.objects.get()
    with act() as renamed:
        index.slug = "bilans"
        index.save_revision().publish()

    redirects = ["REDIRECT_CHANGED", "REDIRECT_CHANGED"]
    assert sorted(renamed) == ["PAGE_CHANGED", *redirects, "REPORT_CHANGED"]


def test_a_site_has_a_name(report: AnnualReportPage, act: Act) -> None:
    site = Site.objects.get()
    with act() as renamed:
        site.site_name = "Autre nom"
        site.save()

    assert renamed == ["SITE_CHANGED"]


def test_a_site_says_who_publishes_it(report: AnnualReportPage, act: Act) -> None:
    site = Site.objects.get()
    with act() as opened:
        identity = SiteIdentity.objects.create(site=site)  # as opening its form does
    with act() as filled:
        identity.publisher = "Un programme"
        identity.save()
    with act() as saved:
        identity.save()
    with act() as deleted:
        identity.delete()

    assert (opened, filled, saved, deleted) == ([], ["SITE_CHANGED"], [], ["SITE_CHANGED"])


def test_a_logo_counts_while_it_may_be_seen(
    report: AnnualReportPage, act: Act, picture_bytes: bytes
) -> None:
    logo = Picture.objects.create(title="Logo", file=ContentFile(picture_bytes, "logo.png"))
    with act() as chosen:
        identity = SiteIdentity.objects.create(site=Site.objects.get(), logo=logo)
    private = Collection.get_first_root_node().add_child(name="Privé")
    private.view_restrictions.create(restriction_type="login")
    with act() as hidden:
        logo.collection = private
        logo.save()
    with act() as removed:
        identity.logo = None
        identity.save()

    assert (chosen, hidden, removed) == (["SITE_CHANGED"], ["SITE_CHANGED"], [])


def test_a_transaction_writes_its_net_effect(index: ReportIndexPage, act: Act) -> None:
    with act() as hidden_at_once:
        page = index.add_child(instance=AnnualReportPage(title="B", slug="2023", year=2023))
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    with act() as twice:
        page = index.add_child(instance=AnnualReportPage(title="B", slug="2022", year=2022))
        page.title = "Bis"
        page.save()
    sequences = list(Change.objects.values_list("sequence", flat=True))

    assert hidden_at_once == []
    assert twice == ["REPORT_PUBLISHED"]
    assert sequences == list(range(1, len(sequences) + 1))


class Undo(Exception):
    """Ends a transaction that is to leave nothing."""


def retitle_in_vain(report: AnnualReportPage) -> None:
    with suppress(Undo), transaction.atomic():
        report.title = "Jamais"
        report.save()
        raise Undo


def test_what_is_rolled_back_leaves_none(report: AnnualReportPage, act: Act) -> None:
    states = list(PublicState.objects.order_by("pk").values())
    with act() as undone:
        retitle_in_vain(report)
    with act() as halves:
        retitle_in_vain(report)
        report.title = "Autre"
        report.save()

    assert undone == []
    assert halves == ["REPORT_CHANGED"]
    assert [s["subject"] for s in states] == list(
        PublicState.objects.order_by("pk").values_list("pk", flat=True)
    )


def test_records_that_are_published_with_a_report(index: ReportIndexPage, act: Act) -> None:
    service = Service.objects.create(name="Mano", slug="mano", live=False)
    page = AnnualReportPage(title="B", slug="2022", year=2022, live=False)
    index.add_child(instance=page)
    page.body = cards(service)
    page.save_revision(clean=False)
    with act() as published:
        publish_with_records(page)

    assert sorted(published) == ["RECORD_PUBLISHED", "REPORT_PUBLISHED"]


def test_an_existing_database_is_no_news(report: AnnualReportPage, act: Act) -> None:
    PublicState.objects.all().delete()
    FeedPosition.objects.all().delete()
    Change.objects.all().delete()
    with act() as seeded:
        announcement.announce_all()
    with act() as changed:
        report.title = "Bis"
        report.save()

    assert seeded == []
    assert changed == ["REPORT_CHANGED"]


def test_a_change_in_bulk_is_found_by_the_schedule(report: AnnualReportPage, act: Act) -> None:
    AnnualReportPage.objects.update(title="En masse")
    with act() as run:
        call_command("publish_scheduled", verbosity=0)

    assert run == ["REPORT_CHANGED"]


def test_old_entries_are_deleted(report: AnnualReportPage, settings: Any) -> None:
    settings.FEED_DAYS = 3
    site = Site.objects.get()
    count = Change.objects.count()
    Change.objects.order_by("sequence").exclude(kind="REPORT_PUBLISHED").update(
        happened_at=timezone.now() - timedelta(days=4)
    )
    kept = Change.objects.get(kind="REPORT_PUBLISHED")

    assert retention.delete_expired() == count - 1
    assert list(Change.objects.all()) == [kept]
    assert FeedPosition.objects.get(site=site.pk).expired == kept.sequence - 1


def test_a_link_in_an_introduction_is_hidden_with_its_page(
    report: AnnualReportPage, act: Act
) -> None:
    home = report.get_parent().get_parent()
    with act():
        page = home.add_child(instance=ContentPage(title="Un", slug="un"))
    with act():
        report.introduction = f'<p><a linktype="page" id="{page.pk}">ici</a></p>'
        report.save()
    with act() as hidden:
        page.unpublish()

    assert sorted(hidden) == ["PAGE_WITHDRAWN", "REPORT_CHANGED"]

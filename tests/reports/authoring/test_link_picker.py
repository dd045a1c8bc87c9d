"""What the picker of links offers: nothing that the user may not choose."""

from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import resolve, reverse
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    GroupPagePermission,
    PageViewRestriction,
)

from reports.content.models import (
    AnnualReportPage,
    Incubator,
    Indicator,
    ReportDocument,
    Service,
    Term,
)
from reports.content.site_tree import report_index
from tests.reports.authoring.world import World, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(db: None) -> World:
    return World()


def ask(user: Any, query: str, report: int = 0) -> list[dict[str, Any]]:
    """Return the targets that a user is offered, if any are."""
    client = Client()
    client.force_login(user)
    answer = client.get(reverse("bilan_links"), {"q": query, "bilan": report})
    assert answer.status_code in (200, 302, 403)
    targets: list[dict[str, Any]] = answer.json()["targets"] if answer.status_code == 200 else []
    return targets


def list_addresses(user: Any, query: str, report: int = 0) -> list[str]:
    return [target["link"]["url"] for target in ask(user, query, report)]


def publish_heading(report: AnnualReportPage, text: str) -> None:
    report.body = [("heading", {"text": text, "level": "2", "old_anchors": []})]
    report.save()


def test_a_report_is_linked_to_by_its_row(world: World) -> None:
    target = next(each for each in ask(world.colleague, "2024") if each["text"] == "Bilan 2024")

    parent = world.report.get_parent().pk
    assert target["line"] == "Bilan · /bilan/2024/"
    assert target["link"] == {"url": "/bilan/2024/", "id": world.report_pk, "parentId": parent}


def test_a_section_of_another_report_is_found_without_accents(world: World) -> None:
    publish_heading(world.report, "État des lieux")

    assert ask(world.colleague, "etat des lie")
    (target,) = ask(world.colleague, "etat lieux")
    assert target["line"] == "Section · Bilan 2024"
    assert target["link"] == {"url": "/bilan/2024/#état-des-lieux"}
    AnnualReportPage.objects.filter(pk=world.report_pk).update(title="Bilan repris")
    (target,) = ask(world.colleague, "etat lieux")
    assert target["line"] == "Section · Bilan repris (2024)"
    assert not ask(world.colleague, "etat lieux", world.report_pk)  # the form knows its own


def test_records_are_linked_to_where_frontends_show_them(world: World) -> None:
    Service.objects.create(name="Fiche une", slug="fiche.fr")
    Indicator.objects.create(name="Fiche deux", code="fiche-deux")
    Incubator.objects.create(name="Fiche trois", slug="fiche-trois")
    Term.objects.create(name="Fiche quatre", slug="fiche-quatre")

    addresses = list_addresses(world.colleague, "fiche")
    expected = ["/services/fiche.fr/", "/indicateurs/fiche-deux/", "/incubateurs/fiche-trois/"]
    assert addresses == expected
    assert set(settings.RECORD_PAGES.values()) < set(settings.RECORD_PATHS)
    assert all(resolve(address) for address in addresses)


def test_a_document_is_linked_to_by_its_row(world: World) -> None:
    document = world.document(None)

    (target,) = ask(world.colleague, "docu")
    expected = {"id": document.pk, "filename": "Document", "isDocument": True}
    assert target["link"] == {"url": document.url, **expected}


def test_the_nearest_come_first_and_few_of_a_kind(world: World) -> None:
    for number in range(12):
        Service.objects.create(name=f"Les cartes {number}", slug=f"cartes-{number}")
    Service.objects.create(name="Cartes", slug="cartes")

    addresses = list_addresses(world.colleague, "cartes")
    assert addresses[0] == "/services/cartes/"
    assert len(addresses) == 8


def test_before_anything_is_typed_pages_are_offered_the_reports_first(world: World) -> None:
    world.document(None)
    assert list_addresses(world.colleague, "")[:1] == ["/bilan/2024/"]
    assert not any("documents" in address for address in list_addresses(world.colleague, ""))


def test_a_document_of_a_closed_collection_is_not_offered(world: World) -> None:
    closed = Collection.get_first_root_node().add_child(name="Fermée")
    restriction = CollectionViewRestriction.objects.create(
        collection=closed, restriction_type=CollectionViewRestriction.GROUPS
    )
    restriction.groups.add(Group.objects.create(name="autres"))
    file = SimpleUploadedFile("b.txt", b"texte")
    ReportDocument.objects.create(title="Document secret", file=file, collection=closed)

    assert not ask(world.colleague, "secret")
    assert ask(world.superuser, "secret")


def test_a_section_of_a_restricted_report_is_not_offered(world: World) -> None:
    publish_heading(world.report, "État des lieux")
    PageViewRestriction.objects.create(
        page=world.report, restriction_type=PageViewRestriction.LOGIN
    )
    assert not ask(world.colleague, "etat lieux")


def test_a_draft_of_others_is_not_offered(world: World) -> None:
    """Who edits one part of the site does not learn what another part prepares."""
    draft = world.draft()
    group = Group.objects.create(name="mentions")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    change = Permission.objects.get(codename="change_page", content_type__app_label="wagtailcore")
    GroupPagePermission.objects.create(group=group, page=world.page("contact"), permission=change)
    editor = person("mentions")
    editor.groups.add(group)

    assert [target["text"] for target in ask(editor, "contact")] == ["contact"]
    assert not ask(editor, draft.title)
    assert ask(world.colleague, draft.title)


def test_reports_that_are_not_offered_are_not_read(world: World) -> None:
    """Neither their bodies, nor by statements of their own."""
    add_reports(range(2001, 2003))
    ask(world.colleague, "bilan")
    with CaptureQueriesContext(connection) as few:
        ask(world.colleague, "bilan")
    add_reports(range(2003, 2023))

    with CaptureQueriesContext(connection) as many:
        found = ask(world.colleague, "bilan")
    assert [each["text"] for each in found[:3]] == ["Bilan 2024", "Bilan 2022", "Bilan 2021"]
    assert len(many) == len(few)
    assert not any('"body"' in each["sql"] for each in many.captured_queries)


def add_reports(years: range) -> None:
    for year in years:
        page = AnnualReportPage(title=f"Bilan {year}", year=year, slug=str(year))
        report_index().add_child(instance=page)


def test_who_edits_no_page_is_offered_nothing(world: World) -> None:
    Service.objects.create(name="Fiche", slug="fiche")
    world.document(None)

    assert not ask(person("sans rôle"), "fiche")
    visitor = person("entre seulement")
    visitor.user_permissions.add(Permission.objects.get(codename="access_admin"))
    assert not ask(visitor, "fiche")
    assert Client().get(reverse("bilan_links"), {"q": "fiche"}).status_code == 302

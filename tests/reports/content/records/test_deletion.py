"""A record that is used cannot be deleted, by whatever way."""

import pytest
from django.db import transaction
from django.db.models import ProtectedError
from django.test import Client
from django.urls import reverse

from reports.content.models import Incubator, Service, User
from tests.reports.content.records.conftest import Write, card

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(people: dict[str, User], client: Client) -> Client:
    client.force_login(people["administration"])
    return client


@pytest.fixture
def other(db: None) -> Service:
    return Service.objects.create(name="Libre", slug="libre")


def bulk(*services: Service) -> str:
    url = reverse("wagtail_bulk_action", args=["reports", "service", "delete"])
    return f"{url}?{'&'.join(f'id={service.pk}' for service in services)}&next=/admin/"


@pytest.mark.parametrize("live", [True, False])
def test_code_is_refused_in_french(write: Write, mano: Service, live: bool) -> None:
    page = write(2024, card(mano), live=live)
    with pytest.raises(ProtectedError, match="Bilan 2024") as refused, transaction.atomic():
        mano.delete()
    assert refused.value.protected_objects == {page}
    with pytest.raises(ProtectedError), transaction.atomic():
        Service.objects.filter(pk=mano.pk).delete()
    assert Service.objects.filter(pk=mano.pk).exists()


def test_what_nothing_uses_any_more_can_go(write: Write, mano: Service) -> None:
    page = write(2024, card(mano), live=True)
    page.delete()
    mano.delete()
    assert not Service.objects.exists()


@pytest.mark.parametrize("draft", [True, False])
def test_an_incubator_stays_while_a_service_names_it(fabrique: Incubator, draft: bool) -> None:
    service = Service.objects.create(name="Eau", slug="eau", incubator=None if draft else fabrique)
    if draft:
        service.incubator = fabrique
        service.save_revision()
    with pytest.raises(ProtectedError, match="service « Eau »"), transaction.atomic():
        fabrique.delete()
    service.delete()
    fabrique.delete()


@pytest.mark.parametrize("method", ["get", "post"])
def test_the_admin_says_where_it_is_used(
    admin: Client, write: Write, mano: Service, method: str
) -> None:
    page = write(2024, card(mano))
    answer = getattr(admin, method)(f"/admin/snippets/reports/service/delete/{mano.pk}/")

    assert answer.status_code == 409
    assert "rien n’est supprimé" in answer.content.decode()
    assert f'href="/admin/pages/{page.pk}/edit/#block-' in answer.content.decode()
    assert Service.objects.filter(pk=mano.pk).exists()


@pytest.mark.parametrize("method", ["get", "post"])
def test_of_many_none_goes_where_one_is_used(
    admin: Client, write: Write, mano: Service, other: Service, method: str
) -> None:
    write(2024, card(mano))
    answer = getattr(admin, method)(bulk(mano, other))

    assert answer.status_code == 409
    assert "Mano" in answer.content.decode()
    assert "Libre" not in answer.content.decode()
    assert Service.objects.count() == 2


def test_what_nothing_uses_goes_as_before(admin: Client, mano: Service, other: Service) -> None:
    admin.post(f"/admin/snippets/reports/service/delete/{mano.pk}/")
    admin.post(bulk(other))
    assert not Service.objects.exists()


def test_a_record_shows_where_it_is_used_and_what_reports_said(
    admin: Client, write: Write, mano: Service, other: Service
) -> None:
    write(2023, card(mano, mission="D’antan."), live=True)
    write(2025, card(mano, mission="À venir."))
    shown = admin.get(f"/admin/snippets/reports/service/edit/{mano.pk}/").content.decode()
    for words in ("Bilan 2025 (brouillon)", "Bilan 2023 (publié)", "D’antan.", "À venir."):
        assert words in shown
    shown = admin.get(f"/admin/snippets/reports/service/edit/{other.pk}/").content.decode()
    assert "Aucun bilan ne s’en sert." in shown

"""A new record that may be there already is asked about; a merged one is found as its survivor."""

from typing import Any

import pytest

from reports.content.models import Service
from reports.exchange.importing.draft import Named
from reports.exchange.importing.registry import Registry

pytestmark = pytest.mark.django_db


def find(registry: Registry, key: str, name: str, **fields: Any) -> Any:
    return registry.find(Named("service", name, key, fields=tuple(fields.items()), line=7))


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("monguichet", {}),
        ("Mon Guichet", {}),
        ("Tout autre", {"url": "http://www.guichet.example/"}),
    ],
)
def test_one_name_or_one_website_is_asked(name: str, fields: dict[str, str]) -> None:
    Service.objects.create(name="Mon guichet", slug="guichet", url="https://guichet.example")
    registry = Registry(False, 2024)
    made = find(registry, "autre-cle", name, **fields)

    (notice,) = registry.notices
    assert made.slug == "autre-cle"
    assert notice.line == 7
    assert "existe déjà sous « Mon guichet » (guichet)" in notice.message
    assert "est-ce la même fiche" in notice.message


def test_another_name_is_not_asked() -> None:
    Service.objects.create(name="Mon guichet", slug="guichet")
    registry = Registry(False, 2024)
    find(registry, "", "Ton guichet")
    assert not registry.notices


def test_a_merged_record_is_found_as_the_one_that_it_leads_to() -> None:
    survivor = Service.objects.create(name="Mon guichet", slug="guichet")
    Service.objects.create(name="Le guichet", slug="le-guichet", merged_into=survivor)
    registry = Registry(False, 2024)

    assert find(registry, "le-guichet", "Le guichet") == survivor
    assert find(registry, "", "le guichet") == survivor
    assert registry.row(Named("service", "Le guichet")) == survivor.pk
    assert registry.code(Named("service", "", "le-guichet")) == "guichet"
    assert (registry.made, registry.notices) == ({}, [])

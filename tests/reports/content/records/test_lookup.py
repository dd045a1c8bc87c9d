"""Whatever one types of a name, a key or an incubator finds the record."""

import pytest

from reports.content.models import Incubator, Service
from reports.content.records.lookup import MAX_RECORDS, find_records

pytestmark = pytest.mark.django_db

NAMES = {
    "demarches-simplifiees.fr": "Démarches simplifiées",
    "a-just": "A-Just",
    "coeur": "Le Cœur à l’ouvrage",
    "pix": "Pix",
    "pix.pro": "Pix Pro",
    "epix": "Les épixels",
}


@pytest.fixture
def _services(fabrique: Incubator) -> None:
    for slug, name in NAMES.items():
        Service.objects.create(slug=slug, name=name)
    Service.objects.create(slug="eau", name="Potable", incubator=fabrique)


@pytest.mark.usefixtures("_services")
@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("DEMARCHES simplifiees", ["demarches-simplifiees.fr"]),
        ("simplifiées démarches", ["demarches-simplifiees.fr"]),
        ("simplifiees.fr", ["demarches-simplifiees.fr"]),
        ("ajust", ["a-just"]),
        ("coeur à l'ouvrage", ["coeur"]),
        ("pix", ["pix", "pix.pro", "epix"]),
        ("pix.pro", ["pix.pro"]),
        ("ecologie", ["eau"]),
        ("potable fabrique", ["eau"]),
        ("introuvable", []),
        ("pix introuvable", []),
    ],
)
def test_the_nearest_come_first(typed: str, found: list[str]) -> None:
    assert [service.slug for service in find_records(Service, typed)] == found


@pytest.mark.usefixtures("_services")
@pytest.mark.parametrize("typed", ["", "  ", "…"])
def test_nothing_typed_is_the_beginning_of_the_list(typed: str) -> None:
    assert len(find_records(Service, typed)) == 7


def test_an_answer_is_short_and_costs_one_statement(
    fabrique: Incubator, django_assert_num_queries
) -> None:
    for number in range(60):
        Service.objects.create(slug=f"s{number}", name=f"Service {number}", incubator=fabrique)
    with django_assert_num_queries(1):
        found = find_records(Service, "fabrique")
        assert {str(service.incubator) for service in found} == {fabrique.name}
    assert len(found) == MAX_RECORDS

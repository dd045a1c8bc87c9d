"""Pages of services, incubators and funding rounds: what the public reports print of them."""

from typing import Any

import pytest
from django.test import Client

from reports import models

from .page import read, words

pytestmark = pytest.mark.django_db

ADDRESSES = ("/services/mano.beta/", "/incubateurs/fabrique/", "/appels/fast-7/")


def test_a_service_has_every_mention_by_year(
    client: Client, publish: Any, every_block: Any
) -> None:
    publish(2023, every_block)
    publish(2024, every_block)
    page = read(client, "/services/mano.beta/")

    assert [words(title.get_text()) for title in page.select("section h3")] == [
        "Bilan 2024",
        "Bilan 2023",
    ]
    kinds = [words(title.get_text()) for title in page.select("section:first-of-type h4")]
    assert {kind.partition(",")[0] for kind in kinds} == {
        "Impact",
        "D’une période à l’autre",
        "Dans une liste de services",
        "Lauréat d’un financement",
    }
    report = read(client, "/bilan/2024/")
    links = page.select('section:first-of-type li a[href^="/bilan/2024/#"]')
    assert len(links) == len(kinds)
    for link in links:
        assert report.find(id=str(link["href"]).partition("#")[2])
    assert page.select_one('a[href="/incubateurs/fabrique/"]')
    award = next(card for card in page.select(".bilan-card") if "Lauréat" in card.get_text())
    link = award.select_one('a[href="/appels/fast-7/"]')
    assert link
    assert link.get_text() == "FAST 7"


def test_an_incubator_has_its_services(client: Client, living: Any) -> None:
    page = read(client, "/incubateurs/fabrique/")

    assert page.select_one('main a[href="/services/mano.beta/"]')
    assert "Incubateur porté par ANCT" in page.get_text()
    assert page.find("meta", {"name": "description"})


def test_a_phase_has_its_french_name(client: Client, living: Any) -> None:
    service, incubator = (words(read(client, path).get_text()) for path in ADDRESSES[:2])
    assert "Phase : pérennisé" in service
    assert "Mano pérennisé" in incubator

    models.Service.objects.update(phase="")
    assert "Phase" not in read(client, ADDRESSES[0]).get_text()


def test_a_funding_round_has_its_awards(client: Client, publish: Any, every_block: Any) -> None:
    publish(2024, every_block)
    page = read(client, "/appels/fast-7/")

    assert page.find("h1").get_text() == "FAST 7"  # type: ignore[union-attr]
    assert page.select('tbody a[href^="/bilan/2024/#"]')
    assert page.select_one('tbody a[href="/services/mano.beta/"]')


def test_reports_lead_to_incubators_and_rounds(
    client: Client, publish: Any, every_block: Any
) -> None:
    publish(2024, every_block)
    page = read(client, "/bilan/2024/")

    for address in ("/incubateurs/fabrique/", "/appels/fast-7/"):
        assert page.select_one(f'article a[href="{address}"]'), address


def test_what_is_hidden_is_absent(client: Client, publish: Any, every_block: Any) -> None:
    publish(2024, every_block).unpublish()
    for address in ADDRESSES:
        page = read(client, address)
        assert not page.select('main a[href^="/bilan/"]'), address
    for model in (models.Service, models.Incubator, models.FundingRound):
        model.objects.update(live=False)
    for address in ADDRESSES:
        hidden = client.get(address)
        absent = client.get(f"{address.rpartition('/')[0]}-absent/")
        assert (hidden.status_code, hidden.content) == (404, absent.content), address


@pytest.mark.django_db
def test_a_mention_leads_to_its_card(client: Client, publish: Any, every_block: Any) -> None:
    publish(2024, every_block)
    links = read(client, "/services/mano.beta/").select('a[href^="/bilan/2024/#"]')
    places = [str(link["href"]).partition("#")[2] for link in links]
    report = read(client, "/bilan/2024/")
    found = [report.find(id=place) for place in places]

    assert all(found)
    assert any(place and place.select_one(".bilan-card") for place in found)
    assert len({place.name for place in found if place}) > 1

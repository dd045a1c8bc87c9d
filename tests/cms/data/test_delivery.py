"""How files of data travel: kept by caches, open to every origin, under the licence of the site."""

import gzip
import json
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Site

from reports import models
from reports.publishing.versions.withdrawal import withdraw_version
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build

pytestmark = pytest.mark.django_db

BEFORE = stored(build.key_figures(("", "35", "services d’antan")))
AFTER = stored(build.key_figures(("", "36", "services")))
FILES = ("donnees.csv", "donnees.json", "donnees.ods")


@pytest.fixture
def numbers(publish: Any) -> tuple[int, int]:
    """The numbers of two versions: 35 services, then 36."""
    page = publish(2024, BEFORE)
    old = models.ReportVersion.objects.latest("number").number
    page.body = json.dumps(AFTER)
    page.save()
    return old, models.ReportVersion.objects.latest("number").number


@pytest.mark.parametrize("name", FILES)
def test_any_origin_may_read_it_and_ask_again(
    client: Client, numbers: tuple[int, int], keeping: Any, name: str
) -> None:
    address = f"/bilan/2024/{name}"
    first, second = client.get(address), client.get(address)
    assert first["Access-Control-Allow-Origin"] == "*"
    assert first["Cache-Control"].startswith("public, max-age=")
    assert "report-2024" in first["Cache-Tag"]
    assert (second["ETag"], second.content) == (first["ETag"], first.content)

    again = client.get(address, headers={"If-None-Match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == first["ETag"]
    assert again["Access-Control-Allow-Origin"] == "*"
    page = models.AnnualReportPage.objects.get()
    page.body = json.dumps(BEFORE)
    page.save()
    changed = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert changed.status_code == 200
    assert changed["ETag"] != first["ETag"]


def test_text_travels_compressed(client: Client, numbers: tuple[int, int]) -> None:
    plain = client.get("/bilan/2024/donnees.csv")
    packed = client.get("/bilan/2024/donnees.csv", headers={"Accept-Encoding": "gzip"})
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert packed["ETag"] != plain["ETag"]
    assert "Accept-Encoding" in packed["Vary"]


@pytest.mark.parametrize("name", FILES)
def test_it_names_the_licence_of_the_site(
    client: Client, numbers: tuple[int, int], name: str
) -> None:
    address = f"/bilan/2024/{name}"
    assert "Link" not in client.get(address)
    terms = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"
    site = Site.objects.get(is_default_site=True)
    models.SiteIdentity.objects.update_or_create(
        site=site, defaults={"licence_name": "Licence Ouverte 2.0", "licence_url": terms}
    )
    assert client.get(address)["Link"] == f'<{terms}>; rel="license"'


@pytest.mark.parametrize("name", FILES)
def test_a_version_keeps_its_data(client: Client, numbers: tuple[int, int], name: str) -> None:
    old, new = numbers
    today = client.get(f"/bilan/2024/{name}")
    before = client.get(f"/bilan/2024/v/{old}/{name}")
    after = client.get(f"/bilan/2024/v/{new}/{name}")
    assert before["X-Robots-Tag"] == after["X-Robots-Tag"] == "noindex"
    assert "X-Robots-Tag" not in today
    assert before.content != after.content


@pytest.mark.parametrize("name", FILES)
def test_a_withdrawn_version_is_gone(
    client: Client, numbers: tuple[int, int], keeping: Any, django_user_model: Any, name: str
) -> None:
    old, _ = numbers
    address = f"/bilan/2024/v/{old}/{name}"
    assert client.get(address).status_code == 200
    version = models.ReportVersion.objects.get(number=old)
    withdraw_version(version, "Vie privée.", django_user_model.objects.create(username="a"))

    gone = client.get(address)

    assert gone.status_code == 410
    assert "Vie privée." in gone.content.decode()
    assert "antan" not in gone.content.decode()
    assert client.get(f"/bilan/2024/{name}").status_code == 200


@pytest.mark.parametrize("name", FILES)
def test_hidden_and_absent_are_one_answer(
    client: Client, numbers: tuple[int, int], keeping: Any, name: str
) -> None:
    old, _ = numbers
    absent = client.get(f"/bilan/2019/{name}")
    assert absent.status_code == 404
    for path in ("/bilan/2024/", f"/bilan/2024/v/{old}/"):
        assert client.get(f"{path}{name}").status_code == 200
    assert client.get(f"/bilan/2024/v/999/{name}").status_code == 404
    models.AnnualReportPage.objects.get().unpublish()
    for path in ("/bilan/2024/", f"/bilan/2024/v/{old}/"):
        hidden = client.get(f"{path}{name}")
        assert (hidden.status_code, hidden.content) == (404, absent.content)
        assert dict(hidden.headers) == dict(absent.headers)

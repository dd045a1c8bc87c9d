"""Versions of a report as pages: marked as not current, and cited."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from reports import models
from reports.publishing.versions.withdrawal import withdraw_version

FIRST, SECOND = datetime(2025, 2, 1, 9, tzinfo=UTC), datetime(2025, 3, 1, 9, tzinfo=UTC)


def block(text: str) -> dict[str, Any]:
    id = "11111111-1111-4111-8111-111111111111"
    return {"type": "paragraph", "id": id, "value": {"text": f"<p>{text}</p>"}}


@pytest.fixture
def numbers(publish: Any) -> list[int]:
    """The numbers of two versions: « Avant. », then « Après. »."""
    page = publish(2024, [block("Avant.")])
    page.body = json.dumps([block("Après.")])
    page.save()
    versions = models.ReportVersion.objects.filter(report_key=page.translation_key)
    return [version.number for version in versions][-2:]


def test_only_a_version_that_is_not_the_last_warns(client: Client, numbers: list[int]) -> None:
    old, last = (client.get(f"/bilan/2024/v/{number}/").content.decode() for number in numbers)
    assert "fr-alert--warning" in old
    assert "C’est la dernière version publiée" in last
    assert "fr-alert--info" in last
    assert "fr-alert--warning" not in last


def test_a_version_says_that_it_is_not_current(client: Client, numbers: list[int]) -> None:
    old, _ = numbers
    response = client.get(f"/bilan/2024/v/{old}/")
    html = response.content.decode()
    assert "Avant." in html
    assert "Après." not in html
    assert "Ce n’est pas la version actuelle" in html
    assert '<meta name="robots" content="noindex">' in html
    assert '<link rel="canonical" href="http://testserver/bilan/2024/">' in html
    assert response["Memento-Datetime"].endswith(" GMT")
    assert '<http://testserver/bilan/2024/>; rel="original"' in response["Link"]
    assert response["X-Robots-Tag"] == "noindex"


def test_a_report_says_how_to_cite_it(client: Client, numbers: list[int]) -> None:
    html = client.get("/bilan/2024/").content.decode()
    version = models.ReportVersion.objects.get(number=numbers[-1])
    assert "Citer cette version" in html
    assert version.sha256 in html
    assert f"http://testserver/bilan/2024/v/{version.number}/" in html
    assert "noindex" not in html


def test_the_list_of_versions(client: Client, numbers: list[int], django_user_model: Any) -> None:
    old = models.ReportVersion.objects.get(number=numbers[0])
    admin = django_user_model.objects.create(username="admin")
    withdraw_version(old, "Vie privée.", admin)
    html = client.get("/bilan/2024/versions/").content.decode()
    assert "(actuelle)" in html
    assert "Vie privée." in html
    assert f'href="/bilan/2024/v/{numbers[1]}/"' in html
    assert f'href="/bilan/2024/v/{numbers[0]}/"' not in html

    gone = client.get(f"/bilan/2024/v/{numbers[0]}/")

    assert gone.status_code == 410
    assert "Vie privée." in gone.content.decode()
    assert "Avant." not in gone.content.decode()


@pytest.mark.parametrize(
    "path", ["/bilan/2024/v/999/", "/bilan/2023/v/1/", "/bilan/versions/", "/bilan/2024/v/0/"]
)
def test_what_is_no_version(client: Client, numbers: list[int], path: str) -> None:
    assert client.get(path).status_code == 404


def test_programs_find_the_version_of_a_moment(client: Client, numbers: list[int]) -> None:
    models.ReportVersion.objects.filter(number__lt=numbers[0]).delete()
    for number, when in zip(numbers, (FIRST, SECOND), strict=True):
        models.ReportVersion.objects.filter(number=number).update(published_at=when)
    old, new = (f"http://testserver/bilan/2024/v/{number}/" for number in numbers)
    found = client.get("/bilan/2024/versions/carte/")
    assert found["Content-Type"].startswith("application/link-format")
    assert f'<{old}>; rel="first memento"; datetime="Sat, 01 Feb 2025 09:00:00 GMT"' in str(
        found.content.decode()
    )
    assert f'<{new}>; rel="last memento"' in found.content.decode()
    gate = "/bilan/2024/versions/a-date/"
    asked = {
        "Wed, 01 Jan 2020 00:00:00 GMT": old,
        "Sat, 01 Feb 2025 09:00:00 GMT": old,
        "Sat, 01 Mar 2025 08:59:59 -0000": old,
        "Sat, 01 Mar 2025 09:00:00 GMT": new,
        "": new,
    }
    for moment, expected in asked.items():
        answer = client.get(gate, headers={"Accept-Datetime": moment} if moment else {})
        assert (answer.status_code, answer["Location"]) == (302, expected), moment
        assert "accept-datetime" in answer["Vary"]
    huge = "Mon, 01 Jan 99999999999999999999 00:00:00 GMT"
    for wrong in (huge, "hier", "Sat, 99 Mar 2025 09:00:00 GMT", "2025-03-01"):
        assert client.get(gate, headers={"Accept-Datetime": wrong}).status_code == 400
    assert f'<http://testserver{gate}>; rel="timegate"' in client.get(old)["Link"]


def test_programs_are_not_led_to_what_is_withdrawn_or_hidden(
    client: Client, numbers: list[int], django_user_model: Any
) -> None:
    admin = django_user_model.objects.create(username="admin")
    withdraw_version(models.ReportVersion.objects.get(number=numbers[0]), "La loi.", admin)
    moment = {"Accept-Datetime": "Wed, 01 Jan 2020 00:00:00 GMT"}
    led = client.get("/bilan/2024/versions/a-date/", headers=moment)
    assert f"/v/{numbers[0]}/" not in led["Location"]
    assert f"/v/{numbers[0]}/" not in client.get("/bilan/2024/versions/carte/").content.decode()
    models.AnnualReportPage.objects.update(live=False)
    for name in ("carte", "a-date"):
        assert client.get(f"/bilan/2024/versions/{name}/").status_code == 404

"""Embeds and oEmbed are kept as pages are, and gone with what they show."""

from typing import Any

import pytest
from django.test import Client

from cms.frontend import api_client
from cms.frontend.iframes import WIDTH_PIXELS
from reports import models
from reports.publishing.versions.withdrawal import withdraw_version
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("keeping")]


@pytest.fixture
def page(publish: Any) -> models.AnnualReportPage:
    report: models.AnnualReportPage = publish(2024, stored(build.chart("Parts", ["DINUM", "59"])))
    return report


@pytest.fixture
def version(page: models.AnnualReportPage) -> models.ReportVersion:
    return models.ReportVersion.objects.filter(report_key=page.translation_key).latest("number")


@pytest.fixture
def addresses(page: models.AnnualReportPage, version: models.ReportVersion) -> list[str]:
    """The page of the chart, and what oEmbed says of it."""
    embed = f"/embed/2024/v/{version.number}/{page.body[0].id}/"
    return [embed, f"/oembed?url=http://testserver{embed}"]


def test_an_embed_is_made_once_and_any_site_may_frame_it(
    client: Client, addresses: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [client.get(address) for address in addresses]
    monkeypatch.setattr(api_client, "execute_shipped", None)  # nothing is asked any more
    again = [
        client.get(f"{address}{end}")
        for address, end in zip(addresses, ("?a=b", "&a=b"), strict=True)
    ]

    assert [each.content for each in again] == [each.content for each in answers]
    for first, second in zip(answers, again, strict=True):
        assert second["ETag"] == first["ETag"]
        assert "Accept-Encoding" in second["Vary"]
        assert "Origin" not in second["Vary"]  # every origin has the same answer
        assert "Cookie" not in second["Vary"]
    for response in (answers[0], again[0]):
        assert "frame-ancestors *" in response["Content-Security-Policy"]
        assert "X-Frame-Options" not in response
    assert {each["Access-Control-Allow-Origin"] for each in (answers[1], again[1])} == {"*"}
    for address, response in zip(addresses, again, strict=True):
        unchanged = client.get(address, headers={"If-None-Match": response["ETag"]})
        assert unchanged.status_code == 304


def test_sizes_are_answers_of_their_own(client: Client, addresses: list[str]) -> None:
    sizes = [client.get(f"{addresses[1]}&maxwidth={width}").json()["width"] for width in (300, 400)]
    assert sizes == [300, 400]
    assert client.get(addresses[1]).json()["width"] == WIDTH_PIXELS


@pytest.mark.parametrize("way", ["withdrawn", "hidden"])
def test_what_was_kept_is_gone_at_once(
    client: Client,
    page: models.AnnualReportPage,
    version: models.ReportVersion,
    addresses: list[str],
    way: str,
) -> None:
    assert [client.get(address).status_code for address in addresses] == [200, 200]
    if way == "hidden":
        page.unpublish()
    else:
        page.body = stored(build.prose("Autre."))
        page.save()
        withdraw_version(version, "La loi.", models.User.objects.create(username="admin"))

    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 404
        assert "DINUM" not in answer.content.decode()

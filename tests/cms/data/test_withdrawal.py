"""What was taken from readers: what every address of a withdrawn version answers."""

import json
from typing import Any

import pytest
from django.test import Client

from reports import models
from reports.publishing.versions.withdrawal import withdraw_version
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("keeping")]

SECRET = "Ministère d’antan"
REASON = "Vie privée."
FILES = (
    *("", "donnees.csv", "donnees.json", "donnees.ods", "donnees.schema.json"),
    *("donnees/{}.csv", "graphiques/{}.svg", "graphiques/{}.png"),
)


@pytest.fixture
def old(publish: Any) -> tuple[str, str, models.ReportVersion]:
    """A version with a chart that the next one has no more: its path, its block, and its row."""
    page = publish(2024, stored(build.chart("Services", [SECRET, "59"], ["Écologie", "43"])))
    block, version = page.body[0].id, models.ReportVersion.objects.latest("number")
    page.body = json.dumps(stored(build.prose("Des mots.")))
    page.save()
    return f"/bilan/2024/v/{version.number}/", block, version


def test_files_are_gone_with_the_reason_and_frames_are_not_found(
    client: Client, old: tuple[str, str, models.ReportVersion]
) -> None:
    path, block, version = old
    files = [f"{path}{name.format(block)}" for name in FILES]
    frame = f"/embed/2024/v/{version.number}/{block}/"
    frames = [frame, f"/oembed?url=http://testserver{frame}"]
    tags = {address: client.get(address).get("ETag", "") for address in (*files, *frames)}
    assert all(client.get(address).status_code == 200 for address in tags)

    withdraw_version(version, REASON, models.User.objects.create(username="admin"))

    for address in files:
        for headers in ({}, {"If-None-Match": tags[address]}):
            gone = client.get(address, headers=headers)
            assert gone.status_code == 410, address
            assert gone["Cache-Control"] == "no-cache"
            assert address == path or gone["Access-Control-Allow-Origin"] == "*"
            assert REASON in gone.content.decode()
            assert SECRET not in gone.content.decode()
        assert client.head(address).status_code == 410
    absent = client.get("/embed/2019/v/1/00000000-0000-0000-0000-000000000000/").content
    for address in frames:
        hidden = client.get(address)
        assert hidden.status_code == 404, address
        assert REASON not in hidden.content.decode()
    assert client.get(frame).content == absent

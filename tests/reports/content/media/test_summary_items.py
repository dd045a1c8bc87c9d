"""The first screen counts as many pictures and documents as their lists show."""

import re

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.test import Client

from reports.authoring.roles.set_up import set_up
from reports.content.models import Picture, ReportDocument, User
from tests.reports.people import make_people

pytestmark = pytest.mark.django_db


def read_counts(client: Client) -> list[int]:
    html = BeautifulSoup(client.get("/admin/").content, "lxml")
    items = [" ".join(item.get_text(" ").split()) for item in html.select(".w-summary__list li")]
    return [int(re.match(r"\d+", item)[0]) for item in items[1:]]  # type: ignore[index]


def test_it_counts_what_the_lists_show(picture_bytes: bytes) -> None:
    set_up()
    people = make_people()
    for owner in (None, people["redaction"], people["administration"]):
        Picture.objects.create(
            title="Vue", file=ContentFile(picture_bytes, "vue.png"), uploaded_by_user=owner
        )
    ReportDocument.objects.create(title="Annexe", file=ContentFile(b"%PDF-1.4", "annexe.pdf"))

    assert list_shown(people["redaction"]) == read_counts(sign_in(people["redaction"])) == [1, 0]
    everything = [3, 1]
    assert list_shown(people["administration"]) == everything
    assert read_counts(sign_in(people["administration"])) == everything


def sign_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def list_shown(user: User) -> list[int]:
    client = sign_in(user)
    pages = [client.get(f"/admin/{kind}/").context for kind in ("images", "documents")]
    return [len(page["page_obj"].object_list) for page in pages]

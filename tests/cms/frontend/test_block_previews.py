"""Each block shows itself in the chooser as readers will see it."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from reports.content.folding.bodies import ContentBody, ReportBody
from reports.content.models import AnnualReportPage, ContentPage, User

pytestmark = pytest.mark.django_db
BLOCKS = {
    **AnnualReportPage._meta.get_field("body").stream_block.child_blocks,
    **{
        f"content_{n}": b
        for n, b in ContentPage._meta.get_field("body").stream_block.child_blocks.items()
    },
}


def test_every_block_is_here() -> None:
    assert len(BLOCKS) == len(ReportBody().child_blocks) + len(ContentBody().child_blocks)


@pytest.mark.parametrize("name", BLOCKS)
def test_it_is_shown(client: Client, name: str) -> None:
    block = BLOCKS[name]
    assert block.is_previewable
    client.force_login(User.objects.create_superuser("a"))
    response = client.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
    assert response.status_code == 200
    page = BeautifulSoup(response.content, "lxml")

    assert page.select('link[href$="bilan.css"]')
    assert len(page.find("main").get_text(strip=True)) >= 5  # type: ignore[union-attr]

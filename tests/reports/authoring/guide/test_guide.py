"""The guide that editors read in the admin: whole, with its pictures, and nobody else's."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from reports.authoring.guide.guide import NAMES, get_guide
from reports.content.models import User
from reports.core.text import anchors

pytestmark = pytest.mark.django_db

PICTURES = settings.GUIDES / "editeurs"


@pytest.fixture
def reader(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("reader"))
    return client


def source() -> str:
    return (settings.GUIDES / "editeurs.md").read_text(encoding="utf-8")


def test_a_guide_has_its_chapters_and_an_anchor_for_each_heading(reader: Client) -> None:
    page = reader.get(reverse("bilan_help")).content.decode()
    headings = re.findall(r"^##+ (.+)$", source(), re.MULTILINE)
    assert headings
    assert all(f'id="{anchors.slugify(heading)}"' in page for heading in headings)
    found = get_guide("editeurs")
    assert found
    assert [c.title for c in found.chapters] == re.findall(r"^## (.+)$", source(), re.MULTILINE)


def test_every_picture_of_the_guide_is_there_and_every_picture_there_is_shown(
    reader: Client,
) -> None:
    named = set(re.findall(r"\]\(editeurs/([^)]+)\)", source()))
    assert named == {file.name for file in PICTURES.iterdir()}
    for name in named:
        answer = reader.get(reverse("bilan_guide_picture", args=[name]))
        assert (answer.status_code, answer["Content-Type"]) == (200, "image/png")
        assert b"".join(answer.streaming_content) == (PICTURES / name).read_bytes()


def test_links_lead_to_guides_and_headings_that_exist(reader: Client) -> None:
    for name in NAMES:
        page = reader.get(reverse("bilan_guide", args=[name])).content.decode()
        body = page[page.index('class="bilan-guide"') : page.index("</main>")]
        for href in re.findall(r'href="([^"]+)"', body):
            path, _, anchor = href.partition("#")
            there = reader.get(path).content.decode() if path else page
            assert not anchor or f'id="{anchor}"' in there, href


@pytest.mark.parametrize("name", ["operators", "../README", "introuvable"])
def test_nothing_else_of_the_folder_is_shown(reader: Client, name: str) -> None:
    assert reader.get(f"/admin/bilan/aide/{name}/").status_code == 404


@pytest.mark.parametrize("name", ["../preview.png", "..%2Fpreview.png", "absent.png", "a.svg"])
def test_no_other_file_is_served_as_a_picture(reader: Client, name: str) -> None:
    assert reader.get(f"/admin/bilan/aide/images/{name}", follow=True).status_code == 404


def test_who_is_not_let_into_the_admin_reads_no_guide(client: Client) -> None:
    client.force_login(User.objects.create_user("outsider"))
    for path in ("", "controles/", "images/absent.png"):
        answer = client.get(f"/admin/bilan/aide/{path}")
        assert answer.status_code == 302
        assert answer["Location"].startswith("/admin/login/")


def test_an_installation_without_the_files_says_so(
    reader: Client, tmp_path: Path, settings
) -> None:
    settings.GUIDES = tmp_path
    assert reader.get(reverse("bilan_help")).status_code == 404


def test_the_help_menu_leads_here_and_not_to_wagtail_s_own(reader: Client) -> None:
    page = reader.get("/admin/").content.decode()
    assert "/admin/bilan/aide/" in page
    assert "guide.wagtail.org" not in page

"""What surrounds pages: links to pages that exist, and a page for what does not."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import OperationalError
from django.http import Http404
from django.test import Client, RequestFactory

from cms.frontend.not_found import show_not_found
from reports import models

from .page import read, words

pytestmark = pytest.mark.django_db


def links(client: Client) -> dict[str, str]:
    page = read(client, "/")
    return {words(link.get_text()): str(link["href"]) for link in page.select("footer a")}


def test_the_footer_leads_to_the_pages_that_exist(client: Client, index: Any) -> None:
    legal = models.ContentPage(title="Mentions légales", slug="mentions-legales")
    index.get_parent().add_child(instance=legal)
    found = links(client)

    assert found["Mentions légales"] == "/mentions-legales/"
    assert found["Flux des publications"] == "/flux/"
    assert found["Plan du site"] == "/plan-du-site/"
    assert not read(client, "/").select('nav a[href="/mentions-legales/"]')
    legal.unpublish()
    assert "Mentions légales" not in links(client)


def test_a_page_for_what_is_not_there_has_the_menu_and_the_name_of_the_site(
    client: Client, index: Any
) -> None:
    about = models.ContentPage(title="À propos", slug="a-propos", show_in_menus=True)
    index.get_parent().add_child(instance=about)
    response = client.get("/nulle-part/")
    page = BeautifulSoup(response.content, "lxml")

    assert response.status_code == 404
    assert page.select_one('#_menu a[href="/a-propos/"]')
    name = read(client, "/").select_one(".fr-header__service-title")
    assert name
    assert page.select_one(".fr-header__service-title") == name
    assert name.get_text() in str(page.title)
    assert page.select_one('main form[action="/recherche/"]')
    assert page.select_one('footer a[href="/plan-du-site/"]')
    assert page.select_one('meta[name="robots"][content="noindex"]')


def test_it_needs_no_database(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: Any, **more: Any) -> Any:
        raise OperationalError

    monkeypatch.setattr("cms.frontend.api_client.execute_shipped", fail)
    request = RequestFactory().get("/nulle-part/")
    response = show_not_found(request, Http404())

    assert response.status_code == 404
    assert 'action="/recherche/"' in response.content.decode()

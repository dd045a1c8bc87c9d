"""What surrounds pages: links to pages that exist, and a page for what does not."""

from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import Client

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


def test_a_page_for_what_is_not_there_needs_no_database(
    client: Client, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(0):
        html = render_to_string("404.html")

    assert 'action="/recherche/"' in html
    response = client.get("/nulle-part/")
    assert response.status_code == 404
    assert response.content.decode() == html

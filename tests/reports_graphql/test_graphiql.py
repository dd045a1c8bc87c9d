"""The explorer: this site's own files, nothing inline that runs, a query that works."""

import re

from bs4 import BeautifulSoup
from django.contrib.staticfiles import finders
from django.test import Client

from cms.http.graphiql import QUERY

from .conftest import Ask, Publish


def test_the_page_asks_no_third_party_and_runs_nothing_inline(client: Client) -> None:
    response = client.get("/graphiql/")
    page = BeautifulSoup(response.content, "html.parser")

    assert response.status_code == 200
    assert (page.html["lang"], page.title.string) == ("fr", "Explorer l’API – Bilan")
    assert page.select_one("#graphiql")["data-endpoint"] == "/graphql/"
    sources = [tag["src"] for tag in page.select("script[src]")]
    sources += [tag["href"] for tag in page.select("link[href]")]
    assert len(sources) == 6
    for source in sources:
        assert source.startswith("/static/")
        assert finders.find(source.removeprefix("/static/")), source
    inline = page.select("script:not([src])")
    assert [script.get("type") for script in inline] == ["application/json"]
    assert not re.search(rb"\son\w+=|javascript:|https?://", response.content)


def test_its_first_query_is_answered(publish: Publish, ask: Ask) -> None:
    publish(2024)

    assert ask(QUERY) == {
        "data": {
            "reports": {
                "totalCount": 1,
                "nodes": [{"year": 2024, "title": "Bilan 2024", "path": "/bilan/2024/"}],
            }
        }
    }

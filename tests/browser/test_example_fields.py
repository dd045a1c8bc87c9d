"""The frontend in examples/ shows each field of each block, as the site's own pages do."""

from collections.abc import Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page, expect

from tests.cms.canaries import SHOWN_BY_SOME, UNSHOWN, Canaries
from tests.cms.frontend.page import close
from tests.cms.places_of_words import list_attributes
from tests.reports_graphql.conftest import living, publish

from .test_example import example, visitor

__all__ = ["example", "living", "publish", "visitor"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def read_main(visitor: Page) -> str:
    """Return the words of the page without what repeats them, and where its links lead."""
    page = BeautifulSoup(visitor.locator("main").inner_html(), "lxml")
    for each in page.select("nav, svg"):
        each.decompose()
    return close(page.get_text() + "".join(list_attributes(page)))


def list_missing(canaries: Canaries, text: str) -> Iterator[str]:
    for path, minted in canaries.found.items():
        shown = [canary in text for canary in minted]
        if path not in UNSHOWN and not (any if path in SHOWN_BY_SOME else all)(shown):
            yield path


def test_every_field_is_shown_by_the_example(publish: Any, living: Any, visitor: Page) -> None:
    canaries = Canaries(vars(living))
    publish(2024, canaries.build_body())
    visitor.goto("?annee=2024")
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Bilan 2024")

    assert list(list_missing(canaries, read_main(visitor))) == []

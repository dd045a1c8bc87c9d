"""A site with plain pages beside its reports."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from reports import models

from ..bodies import Body

Write = Callable[..., models.ContentPage]


@pytest.fixture
def no_limits(settings: Any) -> None:
    """Lets a test ask for all of a small site at once."""
    settings.GRAPHQL_MAX_COST = 10**9


@pytest.fixture
def home(index: models.ReportIndexPage) -> models.HomePage:
    """The root of the default site."""
    return models.HomePage.objects.get()


@pytest.fixture
def write(home: models.HomePage) -> Write:
    """Publishes a plain page; under the home page unless `parent` says otherwise."""

    def write(title: str, body: Body = (), parent: Page = None, **fields: Any) -> Page:  # type: ignore[assignment]
        page = models.ContentPage(title=title, body=json.dumps(list(body)), **fields)
        (parent or home).refresh_from_db()
        return (parent or home).add_child(instance=page)

    return write


@pytest.fixture
def move(home: models.HomePage) -> Callable[..., Redirect]:
    """Makes a redirect of the default site, or of `site`."""

    def move(old_path: str, to: Page | str, **fields: Any) -> Redirect:
        fields.setdefault("site", Site.objects.get(is_default_site=True))
        target = "redirect_link" if isinstance(to, str) else "redirect_page"
        return Redirect.objects.create(old_path=old_path, **{target: to}, **fields)

    return move

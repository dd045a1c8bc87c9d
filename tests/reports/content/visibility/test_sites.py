"""Sites are chosen as Wagtail chooses them."""

import itertools

import pytest
from wagtail.models import Page, Site
from wagtail.models.sites import get_site_for_hostname

from reports.content.visibility.sites import find_site

NAMES, PORTS = ("a.example", "b.example"), (80, 8000)
SITES = [*itertools.product(NAMES, PORTS)]


def by_wagtail(host: str, port: str) -> Site | None:
    try:
        return get_site_for_hostname(host, port)
    except Site.DoesNotExist:
        return None


@pytest.mark.django_db
@pytest.mark.parametrize("chosen", range(16))
@pytest.mark.parametrize("default", [None, 0, 1])
def test_the_site_is_that_which_wagtail_finds(chosen: int, default: int | None) -> None:
    Site.objects.all().delete()
    root = Page.objects.get(depth=1).add_child(instance=Page(title="Accueil", slug="racine"))
    made = [site for place, site in enumerate(SITES) if chosen & 1 << place]
    for place, (name, port) in enumerate(made):
        Site.objects.create(
            hostname=name, port=port, root_page=root, is_default_site=place == default
        )

    for host, port in itertools.product((*NAMES, "c.example"), ("80", "8000", "9000")):
        found = find_site(host, port)
        assert found == by_wagtail(host, port)
        if found:
            assert (found.root_page.path, found.root_page.url_path) == (root.path, root.url_path)

"""Paths of the site that something else serves: declared once, by who may."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.models import Site

from reports.checks.check_result import check_latest
from reports.checks.context import resolve_paths
from reports.content.models import AnnualReportPage, OutsidePaths, User

pytestmark = pytest.mark.django_db

BODY = '<a href="/startups/mano.html">Mano</a> et <a href="/stats">les chiffres</a>'


@pytest.fixture
def site() -> Site:
    return Site.objects.get()


@pytest.mark.parametrize(
    "paths",
    ["startups/", "/", "//exemple.fr/", "https://exemple.fr/a", "/a b", "/a?b", "/a\n\nb", "/#a"],
)
def test_what_is_no_beginning_of_a_path_is_refused(site: Site, paths: str) -> None:
    with pytest.raises(ValidationError) as refused:
        OutsidePaths(site=site, paths=paths).full_clean()
    assert [*refused.value.message_dict] == ["paths"]
    assert "début de chemin" in refused.value.messages[0]


def test_lines_are_kept_once_and_without_spaces(site: Site) -> None:
    declared = OutsidePaths(site=site, paths=" /startups/ \r\n\r\n/stats\n/startups/")
    declared.full_clean()
    assert declared.paths == "/startups/\n/stats"


def test_reading_writes_nothing(site: Site) -> None:
    assert OutsidePaths.read(site) == OutsidePaths.read(None) == ()
    assert not OutsidePaths.objects.exists()


def test_declared_paths_are_no_dead_ends_beside_those_of_the_settings(
    site: Site, settings: pytest.FixtureRequest
) -> None:
    settings.OUTSIDE_PATHS = ["/stats"]  # type: ignore[attr-defined]
    paths = {"/startups/mano/", "/stats/", "/fast/"}
    OutsidePaths.objects.create(site=site, paths="/startups/")

    found = resolve_paths(paths, site, OutsidePaths.read(site))
    assert found == {"/startups/mano/": "public", "/stats/": "public", "/fast/": "absent"}
    assert resolve_paths({"/startups/mano/"}, site) == {"/startups/mano/": "absent"}


def test_the_finding_leads_to_the_form_of_who_may_declare(
    import_file: object, client: Client, site: Site
) -> None:
    from reports.authoring.roles.set_up import set_up
    from reports.demo import accounts

    text = f"---\npermalink: /bilan/2024\ntitle: Bilan\n---\n\nVoir {BODY}.\n"
    import_file(text)  # type: ignore[operator]
    set_up()
    accounts.ensure_accounts()
    page = AnnualReportPage.objects.get()
    assert "absent-path" in [f.code for f in check_latest(page).warnings]
    form = reverse("wagtailsettings:edit", args=["reports", "outsidepaths", site.pk])
    checks = reverse("bilan_checks", args=[page.pk])

    client.force_login(User.objects.get(username="redaction"))
    assert form not in client.get(checks).json()["html"]
    client.force_login(User.objects.get(username="administration"))
    assert f'href="{form}"' in client.get(checks).json()["html"]

    client.post(form, {"paths": "/startups/\n/stats"})
    assert "absent-path" not in [f.code for f in check_latest(page).warnings]

"""The demonstration has a site around its reports, made once and then the editors'."""

from pathlib import Path

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from reports.content.folding.bodies import ContentBody
from reports.content.models import (
    AnnualReportPage,
    ContentPage,
    HomePage,
    ReportIndexPage,
    SiteIdentity,
)
from reports.content.site_tree import report_index
from reports.content.visibility.perspective import Perspective
from reports.demo import site

pytestmark = pytest.mark.django_db
FILE = Path(__file__).resolve().parents[3] / "demo" / "site.json"


@pytest.fixture
def demo() -> None:
    for year in (2023, 2024):
        report_index().add_child(instance=AnnualReportPage(title=f"Bilan {year}", year=year))
    site.ensure_site(FILE)


def test_pages_with_several_kinds_of_blocks(demo: None) -> None:
    pages = ContentPage.objects.order_by("path")

    assert [page.slug for page in pages] == ["a-propos", "mentions-legales", "accessibilite"]
    for page in pages:
        kinds = {block.block_type for block in page.body}
        assert len(kinds) >= 3
        ContentBody().clean(page.body)  # an editor could publish it again as it is
        assert all(block.value["anchor"] for block in page.body if block.block_type == "heading")
        assert page.live
        assert page.first_published_at
        assert page.search_description


def test_redirects_lead_somewhere(demo: None) -> None:
    perspective = Perspective(Site.objects.get(is_default_site=True))
    seen = {row.old_path: row for row in perspective.redirects()}

    assert seen.keys() == {row.old_path for row in Redirect.objects.all()}
    assert seen["/bilans/2024"].redirect_page.url_path.endswith("/bilan/2024/")
    assert seen["/programme"].redirect_link == "https://beta.gouv.fr/"
    for old_path in seen:
        assert perspective.page_at(old_path) is None  # a page would go before the redirect
        assert Redirect.normalise_path(old_path) == old_path


def test_the_home_page_and_the_list_of_reports_say_what_they_are(demo: None) -> None:
    assert HomePage.objects.get().introduction
    assert ReportIndexPage.objects.get().show_in_menus
    assert Site.objects.get().site_name


def test_the_site_says_who_publishes_it(demo: None) -> None:
    identity = SiteIdentity.objects.get(site__is_default_site=True)

    identity.full_clean()
    assert identity.publisher == "beta.gouv.fr"
    assert identity.printed_base == "https://beta.gouv.fr"
    assert identity.licence_name == "Licence Ouverte 2.0"


def test_what_editors_changed_stays(demo: None) -> None:
    SiteIdentity.objects.update(publisher="Un programme")
    ContentPage.objects.get(slug="a-propos").delete()
    ContentPage.objects.filter(slug="accessibilite").update(title="Autre titre")
    HomePage.objects.update(introduction="")
    Redirect.objects.filter(old_path="/2023").delete()

    site.ensure_site(FILE)

    titles = ContentPage.objects.order_by("path").values_list("title", flat=True)
    assert list(titles) == ["Mentions légales", "Autre titre"]
    assert SiteIdentity.objects.get().publisher == "Un programme"
    assert HomePage.objects.get().introduction == ""
    assert not Redirect.objects.filter(old_path="/2023").exists()


def test_two_databases_agree_on_ids(demo: None) -> None:
    before = [block.id for page in ContentPage.objects.order_by("path") for block in page.body]
    for page in ContentPage.objects.all():
        page.delete()
    Redirect.objects.all().delete()

    site.ensure_site(FILE)

    after = [block.id for page in ContentPage.objects.order_by("path") for block in page.body]
    assert after == before

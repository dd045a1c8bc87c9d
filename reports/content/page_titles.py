"""Titles of pages in lists of the admin, with the year or programme that tells equal ones apart."""

from collections import Counter
from collections.abc import Collection

from wagtail.models import Page, Site

from reports.content.models import AnnualReportPage

PROGRAMME_DEPTH = 2  # a site has its home below the root of all pages


def title_with_year(page: Page) -> str:
    """Return the title of a page's draft, with the year of a report that does not say it there.

    A copy keeps the title of the report that it was made of. The slug of a report is its year.
    """
    title = str(page.get_admin_display_title())
    return add_year(title, page.slug) if page.specific_class is AnnualReportPage else title


def add_year(title: str, slug: str) -> str:
    """Return the title of a report with its year, which its slug is, where it does not say it."""
    return title if slug in title else f"{title} ({slug})"


def disambiguate_titles(pages: Collection[Page]) -> dict[int, str]:
    """Return the title of each page by its id, with its programme where others are called so."""
    titles = {page.pk: title_with_year(page) for page in pages}
    paths = {page.pk: page.path[: PROGRAMME_DEPTH * Page.steplen] for page in pages}
    counts = Counter(titles.values())
    if alike := [pk for pk, title in titles.items() if counts[title] > 1]:
        programmes = name_programmes({paths[pk] for pk in alike})
        titles |= {pk: f"{titles[pk]}, {programmes[paths[pk]]}" for pk in alike}
    return titles


def name_programmes(paths: Collection[str]) -> dict[str, str]:
    """Return what the sites with their homes at these paths are called, or else those homes."""
    homes = dict(Page.objects.filter(path__in=paths).values_list("path", "title"))
    sites = Site.objects.filter(root_page__path__in=paths).select_related("root_page")
    return homes | {site.root_page.path: site.site_name or site.hostname for site in sites}

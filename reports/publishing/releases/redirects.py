"""Creates the redirects of a release."""

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from reports.content.visibility import Perspective
from reports.publishing.models import StagedRedirect


def make_redirect(staged: StagedRedirect) -> None:
    """Create the redirect from a path, in place of existing ones.

    A redirect to a page belongs to the site of that page. One to an address applies to all sites,
    so it also replaces the redirects of single sites from that path, which would take precedence.
    """
    path = Redirect.normalise_path(staged.old_path)
    site: Site | None = staged.redirect_page.get_site() if staged.redirect_page else None
    there = list(Redirect.objects.filter(old_path=path, **({"site": site} if site else {})))
    if not any(each.site_id == (site and site.pk) for each in there):
        there.append(Redirect(old_path=path, site=site))
    for redirect in there:
        redirect.redirect_page = staged.redirect_page
        redirect.redirect_link = staged.redirect_link
        redirect.redirect_page_route_path = ""
        redirect.is_permanent = True
        redirect.save()


def is_public_page(page: Page) -> bool:
    """Return whether a page is visible to the public of its site now."""
    site = page.get_site()
    return bool(site and Perspective(site).pages().filter(pk=page.pk).exists())

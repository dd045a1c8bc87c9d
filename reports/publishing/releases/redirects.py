"""The redirects that a release makes."""

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from reports.content.visibility import Perspective
from reports.publishing.models import StagedRedirect


def make_redirect(staged: StagedRedirect) -> None:
    """Make the redirect from a path, in place of those that are there.

    One to a page is of the site of that page; one to an address is of all sites, and of each site
    that has a redirect of its own from that path, as that would go before it.
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
    """Return whether the public of its site can read a page now."""
    site = page.get_site()
    return bool(site and Perspective(site).pages().filter(pk=page.pk).exists())

"""Finds the site, the list of reports and the pages that a command, a file or an archive names."""

from wagtail.models import Page, Site

from reports.content.models import HomePage, ReportIndexPage
from reports.content.site_tree import report_index
from reports.core.refusal import Refusal
from reports.exchange.importing.draft import Named
from reports.exchange.importing.findings import Notice


def find_site(name: str = "") -> Site | None:
    """Return the site with a host name (and port, if several have the name); else the default.

    Raises Refusal if there is no such site.
    """
    sites = Site.objects.select_related("root_page").order_by("hostname", "port")
    if not name:
        return sites.filter(is_default_site=True).first()
    named = [site for site in sites if name in (site.hostname, f"{site.hostname}:{site.port}")]
    if len(named) != 1:
        known = ", ".join(f"{site.hostname}:{site.port}" for site in sites)
        raise Refusal(f"{name} : ce n’est pas le nom d’un site d’ici. Ceux d’ici : {known}.")
    return named[0]


def find_report_index(site_name: str = "") -> ReportIndexPage:
    """Return the list of reports of a named site, or of the default one.

    Raises Refusal if a named site does not exist, or has no `HomePage` as its root.
    """
    site = find_site(site_name)
    if site_name and not (site and isinstance(site.root_page.specific, HomePage)):
        raise Refusal(f"{site_name} : ce site n’a pas de page d’accueil qui porte des bilans.")
    return report_index(site)


class SitePages:
    """Finds the pages of a site by their public paths. `notices` lists the paths without a page."""

    def __init__(self, index: ReportIndexPage) -> None:
        self.home = index.get_parent()
        self.notices: list[Notice] = []

    def row(self, named: Named) -> int | None:
        """Return the row id of the page at a path such as /bilan/2023/; None if there is none."""
        path = named.key.strip("/")
        url_path = f"{self.home.url_path}{path}/" if path else self.home.url_path
        found = Page.objects.filter(url_path=url_path).values_list("pk", flat=True).first()
        if found is None:
            message = f"aucune page à l’adresse {named.key} : le lien garde cette adresse."
            self.notices.append(Notice(named.line, message))
        return found

"""The site tree that reports stand in: made where it is missing."""

from wagtail.models import Page, Site

from reports.importing.draft import Named
from reports.importing.findings import Notice, Refusal
from reports.models import HomePage, ReportIndexPage


def find_site(name: str = "") -> Site | None:
    """Return the site of a host name, with its port where several have the name; else the default.

    Raises Refusal where there is none of that name.
    """
    sites = Site.objects.select_related("root_page").order_by("hostname", "port")
    if not name:
        return sites.filter(is_default_site=True).first()
    named = [site for site in sites if name in (site.hostname, f"{site.hostname}:{site.port}")]
    if len(named) != 1:
        known = ", ".join(f"{site.hostname}:{site.port}" for site in sites)
        raise Refusal(f"{name} : ce n’est pas le nom d’un site d’ici. Ceux d’ici : {known}.")
    return named[0]


def report_index(site_name: str = "") -> ReportIndexPage:
    """Return the list of reports of a site, the default one if none is named, at /bilan/.

    Raises Refusal for a named site that is not there, or has no home page of ours.
    """
    site = find_site(site_name)
    home = site.root_page.specific if site else None
    if site_name and not isinstance(home, HomePage):
        raise Refusal(f"{site_name} : ce site n’a pas de page d’accueil qui porte des bilans.")
    if not isinstance(home, HomePage):
        home = HomePage.objects.first() or make_home()
        if site is None:
            site = Site(hostname="localhost", is_default_site=True, site_name="Bilan")
        site.root_page = home
        site.save()
    found = ReportIndexPage.objects.child_of(home).first()
    if found is not None:
        return found
    return home.add_child(instance=ReportIndexPage(title="Bilans annuels", slug="bilan"))


class SitePages:
    """Finds the pages of a site by their public paths. `notices` names those that are not there."""

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


def make_home() -> HomePage:
    """A home page in the place of Wagtail's welcome page."""
    root = Page.get_first_root_node()
    for welcome in Page.objects.child_of(root).filter(content_type__model="page"):
        if not welcome.get_children().exists():
            Site.objects.filter(root_page=welcome).update(root_page=root)
            welcome.delete()
    root = Page.objects.get(pk=root.pk)
    return root.add_child(instance=HomePage(title="Accueil", slug="accueil"))

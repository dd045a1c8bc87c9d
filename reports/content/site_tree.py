"""Finds the page with the list of reports of a site, and creates missing pages above it."""

from wagtail.models import Page, Site

from reports.content.models import HomePage, ReportIndexPage


def report_index(site: Site | None = None) -> ReportIndexPage:
    """Return the list of reports of a site, at /bilan/; of the default site if none is given."""
    site = site or Site.objects.select_related("root_page").filter(is_default_site=True).first()
    home = site.root_page.specific if site else None
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


def make_home() -> HomePage:
    """A home page in the place of Wagtail's welcome page."""
    root = Page.get_first_root_node()
    for welcome in Page.objects.child_of(root).filter(content_type__model="page"):
        if not welcome.get_children().exists():
            Site.objects.filter(root_page=welcome).update(root_page=root)
            welcome.delete()
    root = Page.objects.get(pk=root.pk)
    return root.add_child(instance=HomePage(title="Accueil", slug="accueil"))

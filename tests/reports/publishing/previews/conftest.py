import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page, Site

from reports.content.models import AnnualReportPage, HomePage, ReportIndexPage, User


def place(home: HomePage, hostname: str, port: int) -> None:
    """Says where the site of `home` is; saving it tells Wagtail's cache."""
    site = Site.objects.get()
    site.root_page, site.hostname, site.port = home, hostname, port
    site.save()


@pytest.fixture
def home(db) -> HomePage:
    home = Page.get_first_root_node().add_child(instance=HomePage(title="Accueil", slug="accueil"))
    place(home, "bilan.example", 443)
    return home


@pytest.fixture
def index(home) -> ReportIndexPage:
    return home.add_child(instance=ReportIndexPage(title="Bilans", slug="bilan"))


@pytest.fixture
def archive(home) -> ReportIndexPage:
    return home.add_child(instance=ReportIndexPage(title="Archives", slug="archives"))


def report(parent: Page, year: int) -> AnnualReportPage:
    """A report with a published title and another one in its draft."""
    page = parent.add_child(instance=AnnualReportPage(title=f"Bilan {year}", year=year, slug="-"))
    page.title = f"Bilan {year}, brouillon"
    page.save_revision()
    return page


@pytest.fixture
def page(index) -> AnnualReportPage:
    return report(index, 2024)


@pytest.fixture
def foreign(archive) -> AnnualReportPage:
    """A report where `editor` may not go."""
    return report(archive, 2023)


def editor_of(name: str, root: Page | None) -> User:
    """Somebody who may edit all below `root`, and so may the group that has the same name."""
    user, group = User.objects.create_user(name), Group.objects.create(name=name)
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    if root:
        change = Permission.objects.get(codename="change_page")
        GroupPagePermission.objects.create(group=group, page=root, permission=change)
    user.groups.add(group)
    return user


@pytest.fixture
def editor(index) -> User:
    return editor_of("camille", index)


@pytest.fixture
def stranger(archive) -> User:
    return editor_of("dominique", archive)


@pytest.fixture
def of_page(page) -> str:
    """Where the admin shows the links of `page`."""
    return reverse("preview_links_of_page", args=[page.pk])

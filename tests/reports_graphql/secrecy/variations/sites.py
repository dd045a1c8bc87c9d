"""Other sites, what is outside of all sites, and redirects."""

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from reports import models

from ..hidden import add_content, add_page, add_report, past, restrict
from ..scenario import World, link
from ..secret import Secret
from . import Act, add, mention_nothing, variation


def other_site(secret: Secret) -> tuple[Site, models.HomePage]:
    home = add_page(models.HomePage, Page.get_first_root_node(), secret)
    host = f"{secret.word()}.example"
    site = Site.objects.create(hostname=host, root_page=home, site_name=secret.word())
    said = {"publisher": secret.word(), "licence_name": secret.word()}
    models.SiteIdentity.objects.create(
        site=site, printed_base=f"https://{secret.word()}.example", **said
    )
    return site, home


def report_of_another_site(world: World, secret: Secret) -> models.AnnualReportPage:
    _, home = other_site(secret)
    return add_report(world, secret, add_page(models.ReportIndexPage, home, secret))


add("a report of another site", report_of_another_site)


@variation()
def a_plain_page_of_another_site(world: World, secret: Secret) -> None:
    _, home = other_site(secret)
    add_content(world, secret, home)


@variation(mention_nothing)
def a_link_to_a_page_of_another_site(world: World, secret: Secret) -> None:
    made = report_of_another_site(world, secret)
    world.mention("Voir", link("page", made.pk, "ceci") + ".")


@variation()
def a_page_outside_of_all_sites(world: World, secret: Secret) -> None:
    add_content(world, secret, Page.get_first_root_node())


@variation()
def a_site_below_the_root_of_all(world: World, secret: Secret) -> None:
    """A home whose tree path begins with the digits of nobody else's."""
    for _ in range(3):
        add_page(models.HomePage, Page.get_first_root_node(), secret)


def redirect(world: World, secret: Secret, target: Page | None, **fields: object) -> None:
    path = "/" + secret.word()
    secret.guess("urlPath", path)
    secret.guess("path", path)
    secret.guess("url", path + "/")
    Redirect.objects.create(old_path=path, redirect_page=target, **fields)


def to_a_draft(world: World, secret: Secret) -> None:
    redirect(world, secret, add_content(world, secret, live=False), site=world.site)


def to_an_expired_page(world: World, secret: Secret) -> None:
    redirect(world, secret, add_content(world, secret, expire_at=past()), site=world.site)


def to_a_restricted_page(world: World, secret: Secret) -> None:
    parent = add_content(world, secret)
    restrict(parent, "login", secret)
    redirect(world, secret, add_content(world, secret, parent), site=None)


def of_another_site(world: World, secret: Secret) -> None:
    site, home = other_site(secret)
    redirect(world, secret, home, site=site)
    redirect(world, secret, None, site=site, redirect_link=f"https://{secret.word()}.example/")


REDIRECTS: dict[str, Act] = {
    "a redirect to a draft": to_a_draft,
    "a redirect to an expired page": to_an_expired_page,
    "a redirect to a child of a restricted page": to_a_restricted_page,
    "a redirect of another site": of_another_site,
}
for name, act in REDIRECTS.items():
    add(name, act)

"""Pages that are hidden by what is above them, and the reverse."""

from wagtail.models import Page

from reports import models

from ..hidden import RESTRICTIONS, add_content, add_page, add_report, restrict
from ..scenario import World, link
from ..secret import Secret
from . import Act, add, mention_nothing, variation


def restricted_report(kind: str) -> Act:
    def act(world: World, secret: Secret) -> None:
        restrict(add_report(world, secret), kind, secret)

    return act


def child(kind: str) -> Act:
    def act(world: World, secret: Secret) -> None:
        parent = add_content(world, secret)
        restrict(parent, kind, secret)
        add_content(world, secret, parent)

    return act


def grandchild(kind: str) -> Act:
    def act(world: World, secret: Secret) -> None:
        top = add_content(world, secret)
        restrict(top, kind, secret)
        add_content(world, secret, add_content(world, secret, top))

    return act


def below_index(kind: str) -> Act:
    def act(world: World, secret: Secret) -> None:
        index = add_page(models.ReportIndexPage, world.home, secret)
        restrict(index, kind, secret)
        add_report(world, secret, index)

    return act


def linked(kind: str) -> Act:
    def act(world: World, secret: Secret) -> None:
        parent = add_content(world, secret)
        restrict(parent, kind, secret)
        made = add_content(world, secret, parent)
        world.mention("Voir", link("page", made.pk, "ceci") + ".")

    return act


for kind in RESTRICTIONS:
    add(f"a report behind a {kind} restriction", restricted_report(kind))
    add(f"a child of a page behind a {kind} restriction", child(kind))
add("a grandchild of a page behind a login restriction", grandchild("login"))
add("a report below an index behind a password restriction", below_index("password"))
add("a link to a child of a page behind a groups restriction", linked("groups"), mention_nothing)


def unpublished_parent(world: World, secret: Secret) -> None:
    """The page is public, at an address that names its parent; the parent's words are not."""
    parent = add_content(world, secret, slug="fermee", live=False)
    page = models.ContentPage(
        title="Ouverte", slug="ouverte", translation_key="00000000-0000-4000-8000-00000000aaaa"
    )
    parent.add_child(instance=page)


add("an unpublished parent of a public page", unpublished_parent, unpublished_parent)


@variation()
def a_restricted_parent_and_its_restricted_child(world: World, secret: Secret) -> None:
    parent = add_content(world, secret)
    restrict(parent, "login", secret)
    restrict(add_content(world, secret, parent), "password", secret)


@variation()
def an_alias_of_a_hidden_report(world: World, secret: Secret) -> None:
    report = add_report(world, secret, live=False)
    alias = report.create_alias(update_slug=secret.word(), parent=world.home)
    secret.keep(alias.translation_key)


@variation()
def a_hidden_alias_of_a_public_report(world: World, secret: Secret) -> None:
    closed = add_page(models.ReportIndexPage, world.home, secret)
    restrict(closed, "login", secret)
    alias = world.reports[2024].create_alias(update_slug=secret.word(), parent=closed)
    secret.keep(alias.translation_key)


@variation()
def a_hidden_alias_of_a_public_page(world: World, secret: Secret) -> None:
    closed = add_content(world, secret, live=False)
    alias = world.about.create_alias(update_slug=secret.word(), parent=closed)
    Page.objects.filter(pk=alias.pk).update(live=False)
    secret.keep(alias.translation_key)

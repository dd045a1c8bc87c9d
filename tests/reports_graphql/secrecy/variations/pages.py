"""Pages that are not public by themselves."""

from typing import Any

from reports import models
from tests.reports.publishing.answering import publish_answered

from ..hidden import add_content, add_report, draft_of, future, past
from ..scenario import World, link
from ..secret import Secret
from . import add, mention_nothing, variation


@variation()
def a_report_that_was_never_published(world: World, secret: Secret) -> None:
    add_report(world, secret, live=False).save_revision()


@variation()
def a_later_report_that_was_never_published(world: World, secret: Secret) -> None:
    add_report(world, secret, year=2026, live=False)


@variation()
def an_unpublished_report(world: World, secret: Secret) -> None:
    report = add_report(world, secret)
    publish_answered(report.save_revision())
    report.unpublish()


@variation()
def an_expired_report_that_no_job_has_hidden(world: World, secret: Secret) -> None:
    add_report(world, secret, expire_at=past())


@variation()
def a_report_that_will_go_live(world: World, secret: Secret) -> None:
    report = add_report(world, secret, live=False, go_live_at=future())
    report.save_revision(approved_go_live_at=report.go_live_at)


@variation()
def a_second_draft_of_a_public_year(world: World, secret: Secret) -> None:
    add_report(world, secret, year=2024, slug=secret.word(), live=False)


@variation()
def a_draft_report_without_a_body(world: World, secret: Secret) -> None:
    report = add_report(world, secret, live=False)
    report.body = "[]"
    report.save()


def page(**fields: Any) -> Any:
    return lambda world, secret: add_content(world, secret, **fields)


add("a plain page that was never published", page(live=False))
add("a plain page that will go live", page(live=False, go_live_at=future()))
add("an expired plain page", page(expire_at=past()))
add("a draft page in menus", page(live=False, show_in_menus=True))


@variation()
def an_unpublished_plain_page(world: World, secret: Secret) -> None:
    made = add_content(world, secret)
    publish_answered(made.save_revision())
    made.unpublish()


@variation()
def a_draft_page_before_all_others(world: World, secret: Secret) -> None:
    made = add_content(world, secret, live=False)
    made.move(world.home, "first-child")


@variation(told=False)
def a_deleted_report_and_its_log(world: World, secret: Secret) -> None:
    report = add_report(world, secret)
    publish_answered(report.save_revision())
    report.delete()


@variation(mention_nothing)
def a_link_to_a_draft(world: World, secret: Secret) -> None:
    made = add_report(world, secret, live=False)
    world.mention("Voir", link("page", made.pk, "ceci") + ".")


@variation(mention_nothing)
def a_link_to_an_expired_page(world: World, secret: Secret) -> None:
    made = add_content(world, secret, expire_at=past())
    world.mention("Voir", link("page", made.pk, "ceci") + ".")


@variation(mention_nothing, told=False)
def a_link_to_a_deleted_page(world: World, secret: Secret) -> None:
    made = add_content(world, secret)
    row = made.pk
    made.delete()
    world.mention("Voir", link("page", row, "ceci") + ".")


@variation()
def figures_of_a_public_indicator_in_a_draft(world: World, secret: Secret) -> None:
    """Its periods would be new ones, and one of its figures would restate a public one."""
    add_report(world, secret, year=2030, live=False)


@variation()
def an_expired_report_that_restates_public_figures(world: World, secret: Secret) -> None:
    add_report(world, secret, year=2030, expire_at=past())


def draft(name: str) -> Any:
    def act(world: World, secret: Secret) -> None:
        target = getattr(world, name)
        body = {"body": "[]"} if isinstance(target, models.ContentPage) else {}
        draft_of(target, secret, slug=secret.word(), **body)

    return act


for name in ("home", "index", "about"):
    add(f"a draft revision of {name}", draft(name), told=False)

"""What editors do around public content: drafts, workflow, comments, accounts."""

import json

from django.apps import apps
from django.contrib.auth.models import Group
from wagtail.models import Comment, Page, Workflow

from reports import models

from ..hidden import draft_of, future, report_body, schedule
from ..scenario import World
from ..secret import Secret
from . import variation


def editor(secret: Secret) -> models.User:
    name = secret.word()
    user = models.User(
        username=name,
        email=f"{name}@exemple.example",
        first_name=secret.word(),
        is_staff=True,
        is_superuser=True,
    )
    # not validated: two words of random letters may be too similar for a password
    user.set_password(secret.word())
    user.save()
    return user


@variation(told=False)
def a_draft_revision_of_a_public_report(world: World, secret: Secret) -> None:
    report = world.reports[2024]
    draft_of(
        report,
        secret,
        slug=secret.word(),
        year=2027,
        body=json.dumps(report_body(world, secret)),
    )


@variation(told=False)
def a_scheduled_revision_of_a_public_report(world: World, secret: Secret) -> None:
    report = world.reports[2024]
    body = json.dumps(report_body(world, secret))
    schedule(draft_of(report, secret, body=body, go_live_at=future()))


@variation(told=False)
def an_older_revision_with_other_words(world: World, secret: Secret) -> None:
    report = world.reports[2023]
    draft_of(report, secret, body=json.dumps(report_body(world, secret)))
    models.AnnualReportPage.objects.get(pk=report.pk).save_revision()


@variation(told=False)
def a_draft_in_a_workflow(world: World, secret: Secret) -> None:
    report = world.reports[2024]
    draft_of(report, secret)
    Workflow.objects.get().start(report, editor(secret))


@variation(told=False)
def comments_on_a_public_report(world: World, secret: Secret) -> None:
    Comment.objects.create(
        page=world.reports[2024],
        user=editor(secret),
        text=secret.word(),
        contentpath="body",
        position=secret.word(),
    )


@variation(told=False)
def owners_locks_users_and_groups(world: World, secret: Secret) -> None:
    user = editor(secret)
    user.groups.add(Group.objects.create(name=secret.word()))
    Page.objects.filter(pk=world.reports[2024].pk).update(
        owner=user, locked=True, locked_by=user, has_unpublished_changes=True
    )


@variation(told=False)
def a_draft_title_and_search_words_of_a_public_report(world: World, secret: Secret) -> None:
    Page.objects.filter(pk=world.reports[2024].pk).update(draft_title=secret.word())


if apps.is_installed("reports.exchange"):

    @variation(told=False)
    def the_record_of_an_import(world: World, secret: Secret) -> None:
        apps.get_model("reports_exchange", "ImportRecord").objects.create(
            report=world.reports[2024],
            source_name=secret.word(),
            source_digest=secret.word(),
            body_digest=secret.word(),
            acknowledged=secret.word(),
            warnings=[secret.word()],
        )

"""The home page panels for administrators: accounts without a group, and missing settings."""

from typing import Any

from django.contrib.auth.models import Group
from django.db.models import Count, Q
from django.urls import reverse
from wagtail.models import Page, Site, WorkflowPage

from reports.authoring.home.line import MAX_LINES, Line, name
from reports.authoring.home.operations import (
    describe_disk,
    describe_mail,
    describe_schedule,
    describe_webhooks,
)
from reports.content.models import User
from reports.content.models.roles import APPROVERS, ROLES

SET_UP = "Lancez « manage.py set_up »."


def list_accounts(user: Any) -> list[Line]:
    """Return the accounts that are in no group, and so cannot do anything."""
    lost = User.objects.filter(groups=None, is_active=True, is_superuser=False)
    return [
        Line(
            name(account),
            reverse("wagtailusers_users:edit", args=[account.pk]),
            ("compte sans groupe : il n’entre pas ici",),
            account.date_joined,
        )
        for account in lost.order_by("-date_joined")[:MAX_LINES]
    ]


def list_matters(user: Any) -> list[Line]:
    """Return what is missing before people can work together or receive messages."""
    active = Count("user", filter=Q(user__is_active=True))
    groups = dict(Group.objects.annotate(people=active).values_list("name", "people"))
    people, workflows = reverse("wagtailusers_users:index"), reverse("wagtailadmin_workflows:index")
    lines = [
        Line(f"Le groupe « {role.name} » manque", reverse("wagtailusers_groups:index"), (SET_UP,))
        for role in ROLES
        if role.name not in groups
    ]
    if groups.get(APPROVERS) == 0:
        lines.append(Line("Personne ne valide", people, (f"Le groupe « {APPROVERS} » est vide.",)))
    if not WorkflowPage.objects.filter(page__depth=1, workflow__active=True).exists():
        lines.append(Line("Aucun circuit de validation sur les pages", workflows, (SET_UP,)))
    silent = User.objects.filter(email="", is_active=True).count()
    if silent:
        subject = f"{silent} comptes n’ont" if silent > 1 else "1 compte n’a"
        lines.append(
            Line(
                "Des messages n’arrivent pas",
                people,
                (f"{subject} pas d’adresse électronique.",),
            )
        )
    lines += describe_mail() + describe_webhooks() + describe_schedule() + describe_disk()
    return lines + describe_site()


def describe_site() -> list[Line]:
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    index = reverse("wagtailsites:index")
    if site is None:
        return [Line("Aucun site par défaut", index, ("Les bilans n’ont pas d’adresse publique.",))]
    if site.root_page.content_type_id == Page.get_first_root_node().content_type_id:
        return [
            Line("Le site n’a pas d’accueil", index, ("Sa racine n’est pas une page de Bilan.",))
        ]
    return []

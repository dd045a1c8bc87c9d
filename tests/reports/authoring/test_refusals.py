"""A refusal names the group to ask."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page

from reports.content.models import AnnualReportPage, User
from reports.content.models.permission_holders import ask_groups, ask_holders, ask_publishers

Draft = Callable[..., AnnualReportPage]


@pytest.fixture
def writer(people: dict[str, User], client: Client) -> Client:
    client.force_login(people["redaction"])
    return client


def test_a_page_that_one_may_not_open_names_whom_to_ask(writer: Client, draft: Draft) -> None:
    page = draft("Tout va bien.")
    page.get_latest_revision().publish()
    answer = writer.get(reverse("wagtailadmin_pages:unpublish", args=[page.pk]), follow=True)
    [said] = [str(message) for message in answer.context["messages"]]
    assert "demandez au groupe Validation" in said
    assert "au groupe Administration" in said


def test_a_bulk_publication_names_whom_to_ask(writer: Client, draft: Draft) -> None:
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    page = writer.get(f"{address}?id={draft('Tout va bien.').pk}").content.decode()
    assert (
        "Vous n’avez pas le droit de publier cette page\u00a0: demandez au groupe Validation."
        in page
    )


@pytest.mark.django_db
def test_groups_are_those_that_have_the_right(people: dict[str, User], draft: Draft) -> None:
    page = draft("Tout va bien.")
    assert ask_publishers(page) == "Demandez au groupe Validation ou au groupe Administration."
    elsewhere = Group.objects.create(name="Ailleurs")
    there = Group.objects.create(name="Comité")
    other = Page.get_first_root_node().add_child(instance=Page(title="Autre", slug="autre"))
    GroupPagePermission.objects.create(group=elsewhere, page=other, permission_type="publish")
    GroupPagePermission.objects.create(group=there, page=page, permission_type="publish")
    assert ask_publishers(page).endswith("ou au groupe Comité.")
    assert "Ailleurs" not in ask_publishers(page)
    publishers = "Demandez au groupe Validation ou au groupe Administration."
    assert ask_holders("reports.publish_service") == publishers
    assert ask_groups([]) == "Demandez à qui administre Bilan."

"""A merge changes where a record leads, and nothing else; what stands in its way is said."""

from typing import Any
from unittest import mock

import pytest
from django.db import transaction
from django.db.models import ProtectedError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from reports.content.models import (
    AuditEntry,
    Incubator,
    Mention,
    Observation,
    SearchEntry,
    Service,
    User,
)
from reports.content.models.record_kind import list_kinds
from reports.content.records.lookalikes import Lookalikes
from reports.content.records.lookup import find_records
from reports.content.records.merging import Merge, MergeRefused, merge_records, undo_merge
from reports.content.records.serializers import describe_record
from reports.content.records.uses import find_uses
from reports.content.search.entry_rows import fetch_entries

from .conftest import Write, card

pytestmark = pytest.mark.django_db


@pytest.fixture
def approver(people: dict[str, User]) -> User:
    return people["validation"]


def make(name: str, **fields: Any) -> Service:
    return Service.objects.create(name=name, slug=name.lower(), **fields)


def stored(record: Any) -> dict[str, Any]:
    return dict(type(record).objects.filter(pk=record.pk).values()[0])


def test_nothing_but_where_it_leads_changes(approver: User, write: Write) -> None:
    one, other = make("Alpha", mission="Aider."), make("Beta")
    page = write(2024, card(one), live=True)
    before = [stored(one), stored(other)]
    body = page.body.get_prep_value()
    merge_records(one, other, approver)

    assert [stored(one), stored(other)] == [before[0] | {"merged_into_id": other.pk}, before[1]]
    page.refresh_from_db()
    assert page.body.get_prep_value() == body
    undo_merge(Service.objects.get(pk=one.pk), approver)
    assert [stored(one), stored(other)] == before


def test_projections_follow(approver: User, write: Write) -> None:
    one, other = make("Alpha"), make("Beta")
    write(2024, card(one), live=True)
    write(2023, card(other), live=True)
    before = [*Mention.objects.values("report", "record_row")]
    merge_records(one, other, approver)

    assert {row["record_row"] for row in Mention.objects.values("record_row")} == {other.pk}
    assert not SearchEntry.objects.filter(service=one).exists()
    assert fetch_entries([one]) == {one: []}
    write(2022, card(one), live=True)  # a report that is published later follows it too
    assert Mention.objects.get(report__year=2022).record_row == other.pk
    undo_merge(Service.objects.get(pk=one.pk), approver)
    assert Mention.objects.get(report__year=2022).record_row == one.pk
    rows = Mention.objects.exclude(report__year=2022).values("report", "record_row")
    assert sorted(rows, key=str) == sorted(before, key=str)
    assert SearchEntry.objects.filter(service=one).exists()
    assert not Observation.objects.exists()


def test_a_merged_record_is_not_chosen_and_not_edited(
    approver: User, client: Client, write: Write
) -> None:
    one, other = make("Mon guichet"), make("Monguichet")
    merge_records(one, other, approver)

    assert find_records(Service, "guichet") == [other]
    assert Lookalikes.load(Service).find("mon-guichet") == [other]
    client.force_login(approver)
    listed = client.get(reverse("wagtailsnippets_reports_service:list")).content.decode()
    assert "Monguichet" in listed
    assert "Mon guichet" not in listed
    edit = reverse("wagtailsnippets_reports_service:edit", args=[one.pk])
    shown = client.get(edit).content.decode()
    assert "est fusionnée dans" in shown
    assert "Défaire la fusion" in shown
    assert client.post(edit, {"name": "Autre", "slug": one.slug}).status_code == 409
    assert not Service.objects.filter(name="Autre").exists()
    survivor = reverse("wagtailsnippets_reports_service:edit", args=[other.pk])
    assert "Fusionnée dans cette fiche" in client.get(survivor).content.decode()


def test_the_admin_names_the_incubator_that_stays(
    approver: User, client: Client, django_assert_num_queries: Any
) -> None:
    old, new = (
        Incubator.objects.create(name=name, slug=name.lower()) for name in ("Ancienne", "Nouvelle")
    )
    one, other = make("Alpha", incubator=old), make("Beta", incubator=new)
    make("Gamma")
    merge_records(old, new, approver)
    client.force_login(approver)

    listed = reverse("wagtailsnippets_reports_service:list")
    for shown in (listed, reverse("bilan_merge", args=["service"]) + f"?fiche={one.pk}&q="):
        page = client.get(shown).content.decode()
        assert "Nouvelle" in page
        assert "Ancienne" not in page
    found = client.get(f"{listed}?incubator={new.pk}").context["object_list"]
    assert set(found) == {one, other}
    offered = client.get(reverse("wagtailsnippetchoosers_reports_incubator:choose")).json()["html"]
    assert "Nouvelle" in offered
    assert "Ancienne" not in offered
    with django_assert_num_queries(1):
        ranked = find_records(Service, "nouvelle")
        assert set(ranked) == {one, other}
        assert {describe_record(each).split(" · ")[-1] for each in ranked} == {"Nouvelle"}
    assert find_records(Service, "ancienne") == [one]


def test_a_draft_of_before_says_nothing_of_a_merge(approver: User) -> None:
    one, other = make("Alpha"), make("Beta")
    loaded = Service.objects.get(pk=one.pk)
    draft = one.save_revision()
    merge_records(one, other, approver)
    draft.publish()
    loaded.mission = "Aider."
    loaded.save()

    one.refresh_from_db()
    assert (one.merged_into, one.mission) == (other, "Aider.")
    undo_merge(one, approver)
    draft.publish()
    one.refresh_from_db()
    assert one.merged_into is None


def test_neither_is_deleted_while_it_is_needed(approver: User, write: Write) -> None:
    one, other = make("Alpha"), make("Beta")
    write(2024, card(one))
    merge_records(one, other, approver)

    for record in (one, other):
        with pytest.raises(ProtectedError), transaction.atomic():
            Service.objects.get(pk=record.pk).delete()
    ((_, uses),) = find_uses([other])
    assert [str(use) for use in uses.reports] == ["Bilan 2024 (brouillon)"]
    assert uses.merged == [one]


def list_refusals(merged: Service, survivor: Service, user: User) -> list[str]:
    with pytest.raises(MergeRefused) as refused:
        merge_records(merged, survivor, user)
    return refused.value.reasons


def test_no_chain_and_no_circle(approver: User) -> None:
    one, other, third = make("Alpha"), make("Beta"), make("Gamma")
    merge_records(one, other, approver)

    assert "déjà fusionnée dans « Beta »" in list_refusals(third, one, approver)[0]
    assert "déjà fusionnée dans « Beta »" in list_refusals(one, third, approver)[0]
    assert "déjà fusionnée" in list_refusals(other, one, approver)[0]
    assert "défaites d’abord cette fusion" in list_refusals(other, third, approver)[0]
    assert "deux fiches différentes" in list_refusals(third, third, approver)[0]
    merge_records(third, other, approver)  # two lead to one
    assert set(Service.objects.filter(merged_into=other)) == {one, third}


@pytest.mark.parametrize(
    "hidden", [{"live": False}, {"expire_at": timezone.now() - timezone.timedelta(hours=1)}]
)
def test_what_is_public_does_not_lead_to_what_is_not(
    approver: User, hidden: dict[str, Any]
) -> None:
    public, draft = make("Alpha"), make("Beta", **hidden)

    assert "n’est pas publique" in list_refusals(public, draft, approver)[0]
    merge_records(draft, public, approver)
    assert Service.objects.get(pk=draft.pk).merged_into == public


def test_who_may_not_is_refused(people: dict[str, User]) -> None:
    writer = people["redaction"]
    one, other = make("Alpha", live=False), make("Beta")

    assert "pas le droit" in list_refusals(one, other, writer)[0]
    third = make("Gamma", live=False)
    merge_records(one, third, writer)
    third.live = True
    third.save()
    with pytest.raises(MergeRefused):
        undo_merge(Service.objects.get(pk=one.pk), writer)


def test_a_locked_record_is_not_merged(people: dict[str, User]) -> None:
    one = make("Alpha", locked=True, locked_by=people["administration"])

    assert "verrouillée" in list_refusals(one, make("Beta"), people["validation"])[0]


def test_both_acts_are_in_the_log(approver: User) -> None:
    one, other = make("Alpha"), make("Beta")
    merge_records(one, other, approver)
    undo_merge(Service.objects.get(pk=one.pk), approver)

    lines = AuditEntry.objects.filter(action__in=["merged", "merge_undone"]).order_by("pk")
    assert [(line.action, line.actor, line.subject) for line in lines] == [
        ("merged", approver.get_username(), "Alpha"),
        ("merge_undone", approver.get_username(), "Alpha"),
    ]


def test_a_failure_midway_merges_nothing(approver: User, write: Write) -> None:
    one, other = make("Alpha"), make("Beta")
    write(2024, card(one), live=True)
    broken = mock.patch("reports.content.records.merging.log", side_effect=RuntimeError)
    with broken, pytest.raises(RuntimeError), transaction.atomic():
        merge_records(one, other, approver)

    assert not Service.objects.get(pk=one.pk).merged_into_id
    assert Mention.objects.get().record_row == one.pk
    assert SearchEntry.objects.filter(service=one).exists()


def test_two_in_a_list_lead_to_the_page_of_their_merge(
    approver: User, client: Client, write: Write
) -> None:
    one, other, third = make("Alpha"), make("Beta"), make("Gamma")
    write(2024, card(one))
    client.force_login(approver)
    action = reverse("wagtail_bulk_action", args=["reports", "service", "merge"])
    response = client.get(f"{action}?next=/admin/&id={one.pk}&id={other.pk}")

    assert response["Location"].endswith(f"fiche={other.pk}&garder={one.pk}")
    Service.objects.filter(pk=one.pk).update(live=False)  # the public one stays
    swapped = client.get(f"{action}?next=/admin/&id={one.pk}&id={other.pk}")
    assert swapped["Location"].endswith(f"fiche={one.pk}&garder={other.pk}")
    page = client.get(swapped["Location"]).content.decode()
    assert "Reste" in page
    assert "Fusionner</button>" in page
    refused = client.get(
        f"{action}?next=/admin/&id={one.pk}&id={other.pk}&id={third.pk}", follow=True
    )
    assert "exactement deux fiches" in refused.content.decode()


def test_every_kind_is_merged_from_its_page(approver: User, client: Client) -> None:
    client.force_login(approver)
    for kind in list_kinds():
        one, other = (
            kind.model.objects.create(**{"name": f"Fiche {key}", kind.key_field: key})
            for key in ("une", "autre")
        )
        url = reverse("bilan_merge", args=[kind.model_name])
        assert "Fiche autre" in client.get(f"{url}?fiche={one.pk}&q=fiche").content.decode()
        client.post(url, {"fiche": one.pk, "garder": other.pk})
        one.refresh_from_db()
        assert one.merged_into == other
        client.post(reverse("bilan_undo_merge", args=[kind.model_name]), {"fiche": one.pk})
        one.refresh_from_db()
        assert one.merged_into is None
        assert not Merge(one, other).list_obstacles(approver)
        for sent in ("", f"?fiche={one.pk}&garder=x", "?fiche=999999"):
            assert client.get(f"{url}{sent}").status_code == 404

"""The address that the edit view asks as what a block can be read, and then for the blocks."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission

from reports.content.folding.signed_blocks import read_signed_block
from reports.content.folding.stored_blocks import digest_block
from reports.content.models import AnnualReportPage, FundingRound, Service, User
from reports.content.site_tree import report_index
from reports.core.conversion.conversion import list_targets
from reports.core.document.block import BLOCKS
from reports.core.document.body import read
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build
from tests.reports.people import make_people

ROOT = Path(__file__).parents[4]
OPENING = ROOT / "reports/authoring/static/reports/conversions/opening.js"
BODY = stored(
    build.heading("Les lauréats"),
    build.data_table(
        ("Produit", "Montant attribué"),
        ("Mano", "80 000 €"),
        ("L’Hôtel", "65 000 €"),
        ("Doublon", "1 €"),
        caption="Promotion 2031",
    ),
    build.prose("<p>Rien à lire autrement.</p>"),
)


@pytest.fixture
def people(db: None) -> dict[str, User]:
    return make_people()


@pytest.fixture
def report(people: dict[str, User]) -> AnnualReportPage:
    page = AnnualReportPage(title="Bilan 2031", slug="2031", year=2031, live=False)
    page.body = json.dumps(BODY)
    report_index().add_child(instance=page)
    page.save_revision()
    return page


@pytest.fixture
def records(people: dict[str, User]) -> FundingRound:
    Service.objects.create(slug="mano", name="Mano")
    Service.objects.create(slug="hotel", name="L'hôtel", live=False)
    for slug in ("doublon", "doublon-2"):
        Service.objects.create(slug=slug, name="Doublon")
    return FundingRound.objects.create(slug="2031", name="Promotion 2031", year=2031)


def load(report: AnnualReportPage) -> list[Any]:
    body: list[Any] = json.loads(report.get_latest_revision().content["body"])
    return body


def ask(client: Client, page: AnnualReportPage | None, **asked: str) -> Any:
    address = reverse("bilan_convert", args=[page.pk]) if page else reverse("bilan_convert_new")
    body = load(page) if page else []
    kept = {
        f"body-{rank}-kept": f"{rank} {raw['id']} {digest_block(raw)}"
        for rank, raw in enumerate(body)
    }
    return client.post(address, kept | asked)


def test_a_look_says_what_is_gained_and_lost_and_stores_nothing(
    editor: Client, report: AnnualReportPage, records: FundingRound
) -> None:
    before, revisions = load(report), report.revisions.count()
    answer = ask(editor, report, block=before[1]["id"]).json()
    assert answer["label"] == "Tableau"
    offers = {offer["type"]: offer for offer in answer["offers"]}
    assert list(offers) == ["indicator_table", "funding_table", "budget", "chart"]
    awards, budget = offers["funding_table"], offers["budget"]
    assert awards["lostWords"] == 0
    assert awards["preview"]["heads"] == ["Produit", "Fiche", "Montant attribué"]
    assert awards["preview"]["rows"][0] == ["Mano", "reliée", "80 000 €"]
    assert "Relié par son nom à 1 fiche de promotion." in awards["gained"]
    assert awards["doubts"] == ["1 ligne sans fiche de service\u00a0: à relier par leur menu."]
    assert budget["lost"] == [{"place": "Légende", "texts": ["Promotion 2031"], "more": 0}]
    assert load(report) == before
    assert report.revisions.count() == revisions


def test_the_blocks_keep_their_ids_and_are_signed(
    editor: Client, report: AnnualReportPage, records: FundingRound
) -> None:
    table = load(report)[1]
    made = ask(editor, report, block=table["id"], target="funding_table").json()
    assert made["taken"] == [table["id"]]
    assert made["label"] == "Tableau de financement"
    [block] = made["blocks"]
    signed = read_signed_block(block["signed"])
    assert signed is not None
    assert (signed["id"], signed["type"]) == (table["id"], "funding_table")
    value = signed["value"]
    assert value["funding_round"] == records.pk
    assert value["reference_name"] == "Promotion 2031"
    rows = value["table"]["rows"]
    assert [row["id"] for row in rows] == [row["id"] for row in table["value"]["table"]["rows"]]
    assert [row.get("ref") for row in rows] == [
        "mano",
        "hotel",
        None,
    ]  # a name of two leads to none
    assert value["table"]["columns"] == table["value"]["table"]["columns"]


@pytest.mark.parametrize(
    ("place", "asked", "sentence"),
    [
        (None, {"block": "nobody"}, "n’est plus le même"),
        (None, {}, "n’est plus le même"),
        (2, {}, "ne peut pas être lu autrement"),
        (1, {"target": "impact_cards"}, "n’est plus le même"),
        (1, {"target": "nothing"}, "n’est plus le même"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(
    editor: Client,
    report: AnnualReportPage,
    place: int | None,
    asked: dict[str, str],
    sentence: str,
) -> None:
    block = {} if place is None else {"block": load(report)[place]["id"]}
    answer = ask(editor, report, **asked, **block)
    assert answer.status_code == 400
    assert sentence in answer.json()["error"]


def test_only_those_who_may_edit_are_answered(
    editor: Client, report: AnnualReportPage, client: Client
) -> None:
    table = load(report)[1]["id"]
    passer_by = User.objects.create_user("passage")
    content_type = ContentType.objects.get(app_label="wagtailadmin", model="admin")
    passer_by.user_permissions.add(content_type.permission_set.get(codename="access_admin"))
    client.force_login(passer_by)
    for page in (report, None):
        answer = ask(client, page, block=table, target="funding_table")
        assert answer.status_code in (302, 403)
        assert "80 000" not in answer.content.decode()
    client.logout()
    assert ask(client, report, block=table).status_code == 302


def test_whoever_edits_one_report_is_given_nothing_of_another(
    people: dict[str, User], report: AnnualReportPage, client: Client
) -> None:
    """Blocks are those of the report that is named, whichever ids and digests are sent."""
    own = AnnualReportPage(title="Bilan 2030", slug="2030", year=2030, live=False)
    own.body = json.dumps(stored(build.data_table(("A", "B"), ("x", "1"))))
    report_index().add_child(instance=own)
    own.save_revision()
    group = Group.objects.create(name="Bilan 2030")
    content_type = ContentType.objects.get(app_label="wagtailadmin", model="admin")
    group.permissions.add(content_type.permission_set.get(codename="access_admin"))
    change = Permission.objects.get(content_type__app_label="wagtailcore", codename="change_page")
    GroupPagePermission.objects.create(group=group, page=own, permission=change)
    writer = User.objects.create_user("un seul bilan")
    writer.groups.add(group)
    client.force_login(writer)
    assert ask(client, own, block=load(own)[0]["id"]).status_code == 200

    table = load(report)[1]
    forged = {"body-count": "1", "body-0-kept": f"0 {table['id']} {digest_block(table)}"}
    forged |= {"body-0-deleted": "", "body-0-order": "0", "body-0-type": "data_table"}
    for target in ({}, {"target": "funding_table"}):
        for page in (report, own):
            address = reverse("bilan_convert", args=[page.pk])
            answer = client.post(address, forged | target | {"block": table["id"]})
            assert answer.status_code in (302, 400, 403)
            assert "80 000" not in answer.content.decode()
            assert "Promotion" not in answer.content.decode()


def test_the_script_offers_it_for_every_type_that_has_another() -> None:
    listed = OPENING.read_text().partition("new Set([")[2].partition("]);")[0]
    body = stored(
        build.data_table(("A", "B"), ("x", "1")),
        build.indicators(("A", "B"), ("x", "1")),
        build.awards(("Mano", "", "1 €")),
        build.budget(("Agents", "1 €", "")),
        build.chart("Services", ("x", "1")),
        build.picture(),
        build.fact_list(("", "1", "x")),
        build.key_figures(("", "1", "x")),
        build.service_lines(("Mano", "", "Aider")),
        build.impact_cards(build.card("Mano")),
        build.comparison_cards(build.compared("Mano", {"En 2024": ["1 x"]})),
    )
    types = {block.stored_type for block in read(body).blocks if list_targets([block])}
    assert set(re.findall(r'"([a-z_]+)"', listed)) == types
    others = [kind(id="1") for name, kind in BLOCKS.items() if name not in types]
    assert not any(list_targets([block]) for block in others)


def test_a_record_that_was_merged_is_found_as_the_one_that_stays(
    editor: Client, report: AnnualReportPage, records: FundingRound
) -> None:
    one, other = Service.objects.filter(name="Doublon").order_by("slug")
    Service.objects.filter(pk=other.pk).update(merged_into=one)
    Service.objects.filter(slug="hotel").update(merged_into=one)
    table = load(report)[1]
    made = ask(editor, report, block=table["id"], target="funding_table").json()
    signed = read_signed_block(made["blocks"][0]["signed"])
    assert signed is not None
    rows = signed["value"]["table"]["rows"]
    assert [row.get("ref") for row in rows] == ["mano", "doublon", "doublon"]


def test_a_text_that_the_form_would_refuse_is_named_first(
    editor: Client, report: AnnualReportPage
) -> None:
    long = "Un très long nom. " * 120
    body = stored(build.prose(f"<ul><li>{long}</li><li>Camino</li></ul>"))
    report.body = json.dumps(body)
    report.save_revision()
    offers = ask(editor, report, block=body[0]["id"]).json()["offers"]
    doubts = {offer["type"]: offer["doubts"] for offer in offers}
    words = "a 2\u202f159 signes, 2\u202f000 au plus\u00a0: à raccourcir avant d’enregistrer."
    assert [each for each in doubts["service_lines"] if each.endswith(words)] == [
        "Nom\u00a0: «\u202fUn très long nom. Un très long nom. Un t…\u202f» " + words
    ]
    assert [each for each in doubts["fact_list"] if each.endswith(words)]

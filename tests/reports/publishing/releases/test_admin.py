"""The page of a release: what is in it, what is refused, and who may choose what."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.test import Client, RequestFactory
from django.urls import reverse
from wagtail.admin.menu import reports_menu
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from reports.authoring.roles.set_up import set_up
from reports.content.models import ReportDocument, Service, User
from reports.content.models.roles import APPROVERS
from reports.publishing.models import Release
from reports.publishing.releases.admin.forms import ItemsForm
from reports.publishing.releases.approval import approve
from reports.publishing.releases.contents import (
    ReleaseClosed,
    choose_items,
    list_candidates,
    opened,
)
from reports.publishing.releases.problems import ReleaseRefused
from tests.reports.people import make_people
from tests.reports.publishing.corrections.bodies import make_id
from tests.reports.publishing.corrections.conftest import CORRECTED, draft
from tests.reports.publishing.releases.conftest import World

pytestmark = pytest.mark.django_db
NOT_PUBLISHER = "ne peut pas publier « Bilan 2024 ». Demandez au groupe Administration."


def enter(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def page_of(release: Release) -> str:
    return reverse("bilan_release", args=[release.pk])


def build_form(world: World, **changes: Any) -> dict[str, Any]:
    """Return the fields of the page as a browser sends them, with some of them changed."""
    [document], [redirect] = world.release.documents.all(), world.release.redirects.all()
    given = {
        "elements-items": [f"page-{world.report.pk}", f"service-{world.service.pk}"],
        "documents-TOTAL_FORMS": 1,
        "documents-INITIAL_FORMS": 1,
        "documents-0-id": document.pk,
        "documents-0-document": document.document_id,
        "documents-0-collection": document.collection_id,
        "redirections-TOTAL_FORMS": 1,
        "redirections-INITIAL_FORMS": 1,
        "redirections-0-id": redirect.pk,
        "redirections-0-old_path": redirect.old_path,
        "redirections-0-redirect_page": redirect.redirect_page_id,
        "redirections-0-redirect_link": "",
    }
    return given | changes


def test_what_is_chosen_is_kept(world: World) -> None:
    client = enter(world.user)
    data = build_form(world, **{"elements-items": [f"service-{world.service.pk}"]})
    data |= {"redirections-TOTAL_FORMS": 2, "redirections-1-old_path": "/vieux"}
    data |= {"redirections-1-redirect_link": "https://bilan.example/"}
    assert client.post(page_of(world.release), data).status_code == 302
    assert [item.subject for item in world.release.items.all()] == [world.service]
    assert [each.old_path for each in world.release.redirects.all()] == ["/chiffres", "/vieux"]
    assert "Service : Mano 2" in client.get(page_of(world.release)).content.decode()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"redirections-0-redirect_page": ""}, "l’une des deux"),
        ({"redirections-0-redirect_link": "javascript:alert(1)"}, "une adresse en https"),
        ({"documents-0-collection": ""}, "Champ requis"),
        ({"documents-0-document": "999"}, "choix valide"),
        ({"elements-items": ["page-1"]}, "page-1"),
        ({"redirections-0-old_path": "http://[x"}, "Un chemin"),
    ],
)
def test_a_wrong_form_says_why_and_changes_nothing(
    world: World, changes: dict[str, Any], words: str
) -> None:
    kept = list(world.release.items.values())
    answer = enter(world.user).post(page_of(world.release), build_form(world, **changes))
    assert answer.status_code == 200
    assert words in answer.content.decode()
    assert list(world.release.items.values()) == kept
    assert [each.old_path for each in world.release.redirects.all()] == ["/chiffres"]


def test_a_record_that_an_import_made_may_be_in_it(world: World) -> None:
    """It has no revision yet, and nothing has been changed since it was made."""
    record = Service.objects.create(slug="nouveau", name="Nouveau", live=False)
    candidates = {each.subject: each for each in list_candidates(world.release, world.user)}
    choose_items(world.release, [candidates[record]])
    world.approve()
    world.come_due()
    call_command("publish_scheduled")

    assert Service.objects.get(pk=record.pk).live


def test_documents_are_those_that_one_may_change(world: World) -> None:
    """Titles of private files are not shown to whoever may not see them."""
    set_up()
    user = User.objects.create_user("validation", "v@bilan.example")
    user.groups.add(Group.objects.get(name=APPROVERS))
    secret = Collection.get_first_root_node().add_child(name="Secret")
    ReportDocument.objects.create(title="Annexe secrète", collection=secret, file="d/s.pdf")
    assert "Annexe" in enter(user).get(page_of(world.release)).content.decode()
    GroupCollectionPermission.objects.filter(group__name=APPROVERS).delete()
    shown = enter(user).get(page_of(world.release)).content.decode()
    assert "Annexe" not in shown


def test_nobody_approves_what_they_may_not_publish(world: World) -> None:
    set_up()
    user = User.objects.create_user("validation", "v@bilan.example")
    user.groups.add(Group.objects.get(name=APPROVERS))
    GroupPagePermission.objects.filter(
        group__name=APPROVERS, permission__codename="publish_page"
    ).delete()
    with pytest.raises(ReleaseRefused, match=NOT_PUBLISHER):
        approve(world.release, user)
    world.release.refresh_from_db()
    assert world.release.state == Release.State.PREPARED


def test_an_approved_one_keeps_its_hour_and_its_contents(world: World) -> None:
    world.approve()
    client = enter(world.user)
    data = {"name": "Autre", "goes_public_at": "2124-02-01 10:00"}
    edited = client.post(reverse("releases:edit", args=[world.release.pk]), data, follow=True)
    assert "n’est plus en préparation" in edited.content.decode()
    data = build_form(world, **{"elements-items": []})
    posted = client.post(page_of(world.release), data, follow=True)
    assert "Rien n’est enregistré" in posted.content.decode()
    hour = world.release.goes_public_at
    world.release.refresh_from_db()
    assert (world.release.name, world.release.goes_public_at) == ("Sortie du bilan", hour)
    assert world.release.items.count() == 2


def test_who_approves_meanwhile_is_not_overruled(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody approves while the forms of another are validated."""
    client = enter(world.user)
    is_valid = ItemsForm.is_valid

    def approve_first(form: ItemsForm) -> bool:
        if Release.objects.filter(state=Release.State.PREPARED).exists():
            world.approve()
        return is_valid(form)

    with monkeypatch.context() as patched:
        patched.setattr(ItemsForm, "is_valid", approve_first)
        data = build_form(world, **{"elements-items": []})
        posted = client.post(page_of(world.release), data, follow=True)
    assert "Rien n’est enregistré" in posted.content.decode()
    assert world.release.items.count() == 2
    with pytest.raises(ReleaseClosed), opened(world.release):
        pass


def test_rows_of_others_stay(world: World) -> None:
    """Who may not change a document, or see a page, is not asked to choose it again."""
    set_up()
    user = User.objects.create_user("validation", "v@bilan.example")
    user.groups.add(Group.objects.get(name=APPROVERS))
    GroupCollectionPermission.objects.filter(group__name=APPROVERS).delete()
    data = {"elements-items": [f"service-{world.service.pk}"]}
    data |= {"documents-TOTAL_FORMS": 0, "documents-INITIAL_FORMS": 0}
    assert enter(user).post(page_of(world.release), data).status_code == 302
    assert world.release.items.count() == 1
    assert world.release.documents.count() == 1
    assert world.release.redirects.count() == 1


def test_taking_back_what_has_appeared_is_said(world: World) -> None:
    world.approve()
    Release.objects.update(state=Release.State.PUBLISHED)
    address = reverse("bilan_release_take_back", args=[world.release.pk])
    answer = enter(world.user).post(address, follow=True)
    assert "a déjà paru" in answer.content.decode()


def test_the_page_says_what_became_of_it(world: World) -> None:
    client = enter(world.user)
    assert "en préparation" in client.get(page_of(world.release)).content.decode()
    client.post(reverse("bilan_release_approve", args=[world.release.pk]))
    world.service.save_revision()
    shown = client.get(page_of(world.release)).content.decode()
    assert ">approuvée<" in shown
    assert "modifié après l’approbation" in shown
    client.post(reverse("bilan_release_take_back", args=[world.release.pk]))
    assert "en préparation" in client.get(page_of(world.release)).content.decode()
    Release.objects.update(state=Release.State.HELD, problems=["Une phrase."])
    shown = client.get(page_of(world.release)).content.decode()
    assert "Ce qui l’a retenue" in shown
    assert "Une phrase." in shown


def test_the_menu_of_reports_leads_there(db: None) -> None:
    people = make_people()
    for name, is_led in (("validation", True), ("redaction", False)):
        request = RequestFactory().get("/")
        request.user = people[name]
        labels = [item.label for item in reports_menu.menu_items_for_request(request)]
        assert ("Publications groupées" in labels) is is_led


def spoil_draft(world: World, count: int) -> None:
    """Save a draft of the report with empty paragraphs, none of which could be published."""
    holes = [
        {"type": "paragraph", "id": make_id(900 + n), "value": {"text": ""}} for n in range(count)
    ]
    draft(world.report, *CORRECTED, *holes, title="Bilan repris")


def test_what_is_missing_is_a_list_for_each_page(world: World) -> None:
    spoil_draft(world, 7)
    soup = BeautifulSoup(enter(world.user).get(page_of(world.release)).content, "html.parser")
    box = soup.find("strong", string="Ce qui manque encore").find_parent(class_="help-block")
    names = [heading.get_text(strip=True) for heading in box.find_all("h2")]
    assert names == ["Bilan repris (2024)"]
    [folded] = box.find_all("details")
    assert "(7)" in folded.summary.get_text()
    edit = reverse("wagtailadmin_pages:edit", args=[world.report.pk])
    links = [link["href"] for link in folded.find_all("a")]
    assert links == [f"{edit}#block-{make_id(900 + n)}-section" for n in range(7)]
    assert max(len(line.get_text(" ", strip=True)) for line in box.find_all("li")) < 200


def test_a_refused_approval_names_the_page_and_leaves_the_list_to_it(world: World) -> None:
    spoil_draft(world, 7)
    address = reverse("bilan_release_approve", args=[world.release.pk])
    answer = enter(world.user).post(address, follow=True)
    said = [str(message) for message in answer.context["messages"]]
    assert any("« Bilan repris (2024) » n’est pas publié : 7" in each for each in said)
    assert max(map(len, said)) < 200


def test_what_held_it_is_folded_below_its_sentence(world: World) -> None:
    lines = ["« Bilan 2024 » n’est pas publié : 2 erreurs à corriger.", "– Un : A.", "– Deux : B."]
    Release.objects.update(state=Release.State.HELD, problems=["Une phrase.", "\n".join(lines)])
    soup = BeautifulSoup(enter(world.user).get(page_of(world.release)).content, "html.parser")
    [folded] = soup.find("strong", string="Ce qui l’a retenue").parent.find_all("details")
    assert folded.summary.get_text() == "Ce qui restait"
    assert [line.get_text() for line in folded.find_all("li")] == ["Un : A.", "Deux : B."]

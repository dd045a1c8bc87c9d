"""The form, the buttons that lead to it, and the panel: for whom, and what they say."""

import json

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission

from reports.authoring.models import RollForward
from reports.authoring.rollforward.new_report import roll_forward
from reports.content.models import AnnualReportPage, User

LABEL = "Nouveau bilan à partir de 2024"


@pytest.fixture
def stranger(db: None, client: Client) -> Client:
    """Somebody of the admin who may change reports and begin none."""
    group = Group.objects.create(name="Relecture")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user = User.objects.create_user("relecture")
    user.groups.add(group)
    client.force_login(user)
    return client


def let_change(page: AnnualReportPage) -> None:
    change = Permission.objects.get(codename="change_page")
    GroupPagePermission.objects.create(
        group=Group.objects.get(name="Relecture"), page=page, permission=change
    )


def begin(page: AnnualReportPage) -> str:
    return reverse("bilan_begin", args=[page.get_parent().pk])


def html(client: Client, url: str) -> str:
    return client.get(url).content.decode()


def test_where_it_begins(source: AnnualReportPage, editor: Client) -> None:
    index = html(editor, reverse("wagtailadmin_explore", args=[source.get_parent().pk]))
    assert "Nouveau bilan à partir d’un autre" in index
    assert LABEL in index
    edit = html(editor, reverse("wagtailadmin_pages:edit", args=[source.pk]))
    assert f"{begin(source)}?source={source.pk}" in edit


def test_those_who_may_not_begin_one_are_not_led_there(
    source: AnnualReportPage, stranger: Client
) -> None:
    let_change(source)
    assert LABEL not in html(stranger, reverse("wagtailadmin_pages:edit", args=[source.pk]))
    for answer in (
        stranger.get(begin(source)),
        stranger.post(begin(source), {"source": source.pk, "year": 2025}),
    ):
        assert answer.headers["Location"] == reverse("wagtailadmin_home")
    assert AnnualReportPage.objects.count() == 1


def test_the_form_says_which_version_and_proposes_a_year(
    source: AnnualReportPage, editor: Client
) -> None:
    form = html(editor, begin(source))
    assert "Bilan 2024 : version publiée" in form
    assert 'value="2025"' in form
    source.get_latest_revision_as_object().save_revision()
    assert "version publiée, sans les modifications en attente" in html(
        editor, f"{begin(source)}?source={source.pk}"
    )
    AnnualReportPage.objects.get(pk=source.pk).unpublish()
    assert "Bilan 2024 : dernier brouillon" in html(editor, begin(source))


def test_it_leads_to_the_new_draft(source: AnnualReportPage, editor: Client) -> None:
    answer = editor.post(begin(source), {"source": source.pk, "year": 2025}, follow=True)
    made = AnnualReportPage.objects.get(year=2025)
    assert answer.redirect_chain[-1][0] == reverse("wagtailadmin_pages:edit", args=[made.pk])
    assert "Le brouillon « Bilan 2025 » est prêt." in answer.content.decode()
    assert "0\u00a0% rempli, 10 éléments à remplir ou à relire" in answer.content.decode()


@pytest.mark.parametrize(
    ("year", "told"),
    [
        ("2025", "Le bilan 2025 existe déjà : choisissez une autre année."),
        ("2024", "Choisissez une année après 2024."),
        ("deux mille", "Saisissez un nombre entier."),
        ("3000", "inférieure ou égale à 2100"),
    ],
)
def test_a_refusal_keeps_what_was_chosen(
    source: AnnualReportPage, editor: Client, year: str, told: str
) -> None:
    roll_forward(source, 2025)
    answer = editor.post(begin(source), {"source": source.pk, "year": year})
    assert answer.status_code == 200
    assert told in answer.content.decode()
    assert AnnualReportPage.objects.count() == 2


@pytest.mark.parametrize("source_id", ["0", "999999", "abc", "²"])
def test_no_source_by_that_name(source: AnnualReportPage, editor: Client, source_id: str) -> None:
    assert editor.get(f"{begin(source)}?source={source_id}").status_code == 404


def test_the_panel_follows_the_draft(source: AnnualReportPage, editor: Client) -> None:
    page = roll_forward(source, 2025).report
    url = reverse("bilan_remaining", args=[page.pk])
    before = editor.get(url).json()
    assert (before["done"], before["total"]) == (0, 10)
    assert before["summary"] == "0\u00a0% rempli, 10 éléments à remplir ou à relire"
    draft = page.get_latest_revision_as_object()
    body = list(draft.body.raw_data)
    table = next(block["value"]["table"] for block in body if block["type"] == "indicator_table")
    table["rows"][0]["cells"][3] = "16"
    draft.body = json.dumps(body)
    draft.save_revision()
    after = editor.get(url).json()
    assert after["summary"] == "10\u00a0% rempli, 9 éléments à remplir ou à relire"
    assert "no-store" in editor.get(url)["Cache-Control"]
    assert "Produits suivis › Objectifs PLF 2025" in after["html"]
    assert "Produits suivis › Résultats 2025" not in after["html"]


def test_a_text_that_was_read_again(source: AnnualReportPage, editor: Client) -> None:
    page = roll_forward(source, 2025).report
    url = reverse("bilan_remaining_close", args=[page.pk])
    block = next(block["id"] for block in page.body.raw_data if block["type"] == "paragraph")
    assert editor.get(url).status_code == 405
    assert editor.post(url, {"key": "autre"}).status_code == 409
    for _ in range(2):
        assert editor.post(url, {"key": block}).json()["done"] == 1
    assert RollForward.objects.get().reread == [block]
    assert editor.post(url, {"key": block, "reopen": "1"}).json()["done"] == 0


def test_what_is_left_is_told_to_those_who_may_edit(
    source: AnnualReportPage, stranger: Client
) -> None:
    page = roll_forward(source, 2025).report
    home = reverse("wagtailadmin_home")
    assert stranger.get(reverse("bilan_remaining", args=[page.pk])).headers["Location"] == home
    url = reverse("bilan_remaining_close", args=[page.pk])
    assert stranger.post(url, {"key": "introduction"}).headers["Location"] == home
    assert RollForward.objects.get().reread == []


def test_a_report_that_was_begun_from_no_other(source: AnnualReportPage, editor: Client) -> None:
    edit = html(editor, reverse("wagtailadmin_pages:edit", args=[source.pk]))
    assert "Rien ne manque" in edit
    assert "<progress" not in edit


def test_it_begins_with_the_last_published_report(source: AnnualReportPage, editor: Client) -> None:
    """A draft of a later year, made by mistake, is not what the next report is made from."""
    later = source.year + 7
    draft = AnnualReportPage(title="Brouillon", slug=str(later), year=later, live=False)
    source.get_parent().add_child(instance=draft)
    form = editor.get(begin(source)).context["form"]
    assert form.fields["source"].initial == source.pk
    assert form.fields["year"].initial == source.year + 1
    assert draft.pk in [pk for pk, _ in form.fields["source"].choices]

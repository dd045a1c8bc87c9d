import datetime
import json

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Comment, PageViewRestriction

from reports.content.folding.stored_blocks import digest_block
from reports.content.models import AnnualReportPage
from tests.reports.authoring.doors.door import door
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.authoring.world import Visit
from tests.reports.checks.build import data_table
from tests.reports.checks.edit_form import build_form

NEXT_YEAR = {"title": "Bilan 2025", "slug": "2025", "year": "2025"}


@door("Ouvrir l’administration")
def home(visit: Visit) -> bool:
    return visit.opens("wagtailadmin_home")


@door("Créer un bilan")
def create(visit: Visit) -> bool:
    args = ("reports", "annualreportpage", visit.world.index.pk)
    visit.post("wagtailadmin_pages:add", *args, data=build_form("Un.") | NEXT_YEAR)
    return AnnualReportPage.objects.filter(year=2025, live=False).exists()


@door("Importer un document", "reports.exchange")
def import_document(visit: Visit) -> bool:
    file = SimpleUploadedFile("bilan.md", b"## Un\n\nDeux.\n")
    data = {"documents": [file], "year": 2025}
    visit.post("bilan_import", visit.world.index.pk, data=data)
    return AnnualReportPage.objects.filter(year=2025, live=False).exists()


@door("Ouvrir un bilan pour le modifier")
def open_editor(visit: Visit) -> bool:
    return visit.opens("wagtailadmin_pages:edit", visit.world.report_pk)


@door("Enregistrer un brouillon")
def save(visit: Visit) -> bool:
    visit.edit("Un autre texte.")
    return "Un autre texte." in visit.text()


@door("Lire un bloc comme un autre")
def convert(visit: Visit) -> bool:
    page = visit.world.draft()
    table = next(iter(stored(data_table(("Services", "2025"), ("Suivis", "12")))))
    page.body = json.dumps([table])
    page.save_revision()
    asked = {"body-0-kept": f"0 {table['id']} {digest_block(table)}", "block": table["id"]}
    view = reverse("bilan_convert", args=[page.pk])
    offered = b'"offers"' in visit.client.post(view, asked).content
    made = visit.client.post(view, asked | {"target": "indicator_table"})
    assert (b'"blocks"' in made.content) is offered
    return offered


@door("Voir un brouillon")
def view_draft(visit: Visit) -> bool:
    return visit.opens("wagtailadmin_pages:view_draft", visit.world.report_pk)


@door("Commenter un bilan")
def comment(visit: Visit) -> bool:
    new = {"text": "À revoir.", "contentpath": "hero_title", "position": "", "id": "", "DELETE": ""}
    replies = {"TOTAL_FORMS": "0", "INITIAL_FORMS": "0"}
    data = {f"comments-0-{name}": value for name, value in new.items()}
    data |= {f"comments-0-replies-{name}": value for name, value in replies.items()}
    visit.edit("Un texte.", **data | {"comments-TOTAL_FORMS": "1"})
    return Comment.objects.filter(user=visit.user, text="À revoir.").exists()


@door("Copier un bilan")
def copy(visit: Visit) -> bool:
    data = {"new_title": "Copie", "new_slug": "2026", "new_parent_page": visit.world.index.pk}
    visit.post("wagtailadmin_pages:copy", visit.world.report_pk, data=data)
    return AnnualReportPage.objects.filter(title="Copie", live=False).exists()


@door("Voir l’historique d’un bilan")
def history(visit: Visit) -> bool:
    return visit.opens("wagtailadmin_pages:history", visit.world.report_pk)


@door("Comparer deux versions")
def compare(visit: Visit) -> bool:
    args = (visit.world.report_pk, "earliest", "latest")
    return visit.opens("wagtailadmin_pages:revisions_compare", *args)


@door("Soumettre un bilan")
def submit(visit: Visit) -> bool:
    visit.edit("Prêt.", **{"action-submit": "1"})
    return visit.world.report.workflow_in_progress


@door("Publier un bilan")
def publish(visit: Visit) -> bool:
    visit.edit("Publié.", **{"action-publish": "1"})
    visit.answer_for_changes()
    return "Publié." in str(visit.world.report.body)


@door("Publier des pages en masse")
def publish_many(visit: Visit) -> bool:
    draft = visit.world.draft()
    visit.bulk("wagtailcore.page", "publish", draft.pk, include_descendants="")
    draft.refresh_from_db()
    return bool(draft.live)


@door("Programmer une publication")
def schedule(visit: Visit) -> bool:
    visit.edit("Demain.", **{"action-publish": "1", "go_live_at": "2099-01-01 08:00"})
    visit.answer_for_changes()
    return visit.world.report.scheduled_revision is not None


@door("Annuler une publication programmée")
def unschedule(visit: Visit) -> bool:
    revision = visit.world.report.save_revision()
    revision.approved_go_live_at = timezone.now() + datetime.timedelta(days=1)
    revision.save()
    args = (visit.world.report_pk, revision.pk)
    visit.post("wagtailadmin_pages:revisions_unschedule", *args)
    return visit.world.report.scheduled_revision is None


@door("Dépublier un bilan")
def unpublish(visit: Visit) -> bool:
    visit.post("wagtailadmin_pages:unpublish", visit.world.report_pk)
    return not visit.world.report.live


@door("Dépublier des pages en masse")
def unpublish_many(visit: Visit) -> bool:
    visit.bulk("wagtailcore.page", "unpublish", visit.world.report_pk, include_descendants="")
    return not visit.world.report.live


@door("Restreindre l’accès à une page")
def restrict(visit: Visit) -> bool:
    data = {"restriction_type": "login"}
    visit.post("wagtailadmin_pages:set_privacy", visit.world.report_pk, data=data)
    return PageViewRestriction.objects.exists()


@door("Changer l’ordre des pages")
def reorder(visit: Visit) -> bool:
    last = visit.world.page("contact")
    visit.post("wagtailadmin_pages:set_page_position", last.pk, query="?position=0")
    return bool(visit.world.page("contact").path < visit.world.page("a-propos").path)


@door("Verrouiller un bilan")
def lock(visit: Visit) -> bool:
    visit.post("wagtailadmin_pages:lock", visit.world.report_pk)
    return visit.world.report.locked


@door("Déverrouiller un bilan verrouillé par quelqu’un d’autre")
def unlock(visit: Visit) -> bool:
    page = visit.world.report
    page.locked, page.locked_by = True, visit.world.colleague
    page.save()
    visit.post("wagtailadmin_pages:unlock", page.pk)
    return not visit.world.report.locked


@door("Déplacer une page")
def move(visit: Visit) -> bool:
    page, destination = visit.world.page("contact"), visit.world.page("a-propos")
    visit.post("wagtailadmin_pages:move_confirm", page.pk, destination.pk)
    return visit.world.page("contact").get_parent().pk == destination.pk


@door("Déplacer des pages en masse")
def move_many(visit: Visit) -> bool:
    page, destination = visit.world.page("contact"), visit.world.page("a-propos")
    visit.bulk("wagtailcore.page", "move", page.pk, chooser=str(destination.pk))
    return visit.world.page("contact").get_parent().pk == destination.pk


@door("Supprimer un brouillon à soi : jamais publié ni soumis, écrit par personne d’autre")
def delete_own_draft(visit: Visit) -> bool:
    args = ("reports", "annualreportpage", visit.world.index.pk)
    visit.post("wagtailadmin_pages:add", *args, data=build_form("Une erreur.") | NEXT_YEAR)
    draft = AnnualReportPage.objects.filter(year=2025, owner=visit.user).first()
    if draft is None:
        return False
    visit.post("wagtailadmin_pages:delete", draft.pk)
    return not AnnualReportPage.objects.filter(pk=draft.pk).exists()


@door("Supprimer le brouillon qu’un collègue a modifié")
def delete_draft(visit: Visit) -> bool:
    draft = visit.world.draft()
    draft.owner = visit.user
    draft.save()
    visit.post("wagtailadmin_pages:delete", draft.pk)
    return not AnnualReportPage.objects.filter(pk=draft.pk).exists()


@door("Supprimer un bilan publié")
def delete(visit: Visit) -> bool:
    visit.post("wagtailadmin_pages:delete", visit.world.report_pk)
    return not AnnualReportPage.objects.filter(pk=visit.world.report_pk).exists()


@door("Supprimer des pages en masse")
def delete_many(visit: Visit) -> bool:
    visit.bulk("wagtailcore.page", "delete", visit.world.report_pk)
    return not AnnualReportPage.objects.filter(pk=visit.world.report_pk).exists()

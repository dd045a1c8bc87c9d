from collections.abc import Callable
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from reports.content.models import Picture, ReportDocument
from tests.reports.authoring.doors.door import door
from tests.reports.authoring.world import PNG, Visit


def exists(made: Any) -> bool:
    return type(made).objects.filter(pk=made.pk).exists()


def changed(visit: Visit, app: str, made: Any) -> bool:
    data = {"title": "Autre", "collection": made.collection_id, "tags": ""}
    visit.post(f"{app}:edit", made.pk, data=data)
    made.refresh_from_db()
    return made.title == "Autre"


def deleted(visit: Visit, app: str, made: Any) -> bool:
    visit.post(f"{app}:delete", made.pk)
    visit.post(f"{app}:delete_multiple", made.pk)
    return not exists(made)


def of(visit: Visit, make: Callable[[Any], Any], own: bool) -> Any:
    return make(visit.user if own else visit.world.colleague)


@door("Choisir une image")
def choose(visit: Visit) -> bool:
    return visit.opens(
        "wagtailimages_chooser:chosen", visit.world.picture(visit.world.colleague).pk
    )


@door("Ajouter une image")
def add(visit: Visit) -> bool:
    file = SimpleUploadedFile("b.png", PNG, "image/png")
    data = {"title": "Ajoutée", "file": file, "collection": "1", "tags": ""}
    visit.post("wagtailimages:add", data=data)
    return Picture.objects.filter(title="Ajoutée").exists()


@door("Modifier une image qu’on a ajoutée")
def change_own(visit: Visit) -> bool:
    return changed(visit, "wagtailimages", of(visit, visit.world.picture, own=True))


@door("Modifier l’image d’un collègue")
def change(visit: Visit) -> bool:
    return changed(visit, "wagtailimages", of(visit, visit.world.picture, own=False))


@door("Supprimer une image qu’on a ajoutée")
def delete_own(visit: Visit) -> bool:
    return deleted(visit, "wagtailimages", of(visit, visit.world.picture, own=True))


@door("Supprimer l’image d’un collègue")
def delete(visit: Visit) -> bool:
    return deleted(visit, "wagtailimages", of(visit, visit.world.picture, own=False))


@door("Supprimer des images en masse")
def delete_many(visit: Visit) -> bool:
    made = of(visit, visit.world.picture, own=True)
    visit.bulk("reports.picture", "delete", made.pk)
    return not exists(made)


@door("Choisir un document")
def choose_document(visit: Visit) -> bool:
    made = visit.world.document(visit.world.colleague)
    return visit.opens("wagtaildocs_chooser:chosen", made.pk)


@door("Ajouter un document")
def add_document(visit: Visit) -> bool:
    data = {"title": "Ajouté", "file": SimpleUploadedFile("b.txt", b"b"), "collection": "1"}
    visit.post("wagtaildocs:add", data=data | {"tags": "", "language": "fr", "pages": ""})
    return ReportDocument.objects.filter(title="Ajouté").exists()


@door("Modifier un document qu’on a ajouté")
def change_own_document(visit: Visit) -> bool:
    return changed(visit, "wagtaildocs", of(visit, visit.world.document, own=True))


@door("Modifier le document d’un collègue")
def change_document(visit: Visit) -> bool:
    return changed(visit, "wagtaildocs", of(visit, visit.world.document, own=False))


@door("Supprimer un document qu’on a ajouté")
def delete_own_document(visit: Visit) -> bool:
    return deleted(visit, "wagtaildocs", of(visit, visit.world.document, own=True))


@door("Supprimer le document d’un collègue")
def delete_document(visit: Visit) -> bool:
    return deleted(visit, "wagtaildocs", of(visit, visit.world.document, own=False))


@door("Supprimer des documents en masse")
def delete_documents(visit: Visit) -> bool:
    made = of(visit, visit.world.document, own=True)
    visit.bulk("reports.reportdocument", "delete", made.pk)
    return not exists(made)

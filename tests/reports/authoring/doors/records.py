from typing import Any

from reports.content.models.record_kind import list_models
from tests.reports.authoring.doors.door import door
from tests.reports.authoring.world import Visit


def of(record: Any, view: str) -> str:
    return f"wagtailsnippets_reports_{record._meta.model_name}:{view}"


def form(model: Any, name: str) -> dict[str, str]:
    """Every field of a record's form that wants something."""
    data = {"name": name, model.key_field: "fiche"}
    extra = {"indicator": {"decimals": "0", "direction": "up", "unit": "", "definition": ""}}
    return data | extra.get(model._meta.model_name, {})


def unanimous(outcomes: list[bool]) -> bool:
    """What may be done to one kind may be done to all, and what may not to none."""
    assert len(set(outcomes)) == 1, outcomes
    return outcomes[0]


def models() -> list[Any]:
    return list(list_models())


def again(record: Any) -> Any:
    return type(record).objects.filter(pk=record.pk).first()


@door("Créer une fiche")
def create(visit: Visit) -> bool:
    for model in models():
        visit.post(of(model, "add"), data=form(model, "Nouvelle"))
    return unanimous([m.objects.filter(name="Nouvelle", live=False).exists() for m in models()])


def edited(visit: Visit, **action: str) -> list[Any]:
    records = visit.world.records()
    for record in records:
        data = form(record, "Changée") | action
        visit.post(of(record, "edit"), record.pk, data=data)
    return [again(record) for record in records]


@door("Enregistrer le brouillon d’une fiche")
def save(visit: Visit) -> bool:
    records = edited(visit)
    assert {record.name for record in records} == {"Fiche"}
    return unanimous(
        [
            r.get_latest_revision_as_object().name == "Changée" if r.latest_revision else False
            for r in records
        ]
    )


@door("Soumettre une fiche")
def submit(visit: Visit) -> bool:
    return unanimous([r.workflow_in_progress for r in edited(visit, **{"action-submit": "1"})])


@door("Publier une fiche")
def publish(visit: Visit) -> bool:
    return unanimous([r.name == "Changée" for r in edited(visit, **{"action-publish": "1"})])


@door("Dépublier une fiche")
def unpublish(visit: Visit) -> bool:
    records = visit.world.records()
    for record in records:
        visit.post(of(record, "unpublish"), record.pk)
    return unanimous([not again(record).live for record in records])


@door("Verrouiller une fiche")
def lock(visit: Visit) -> bool:
    records = visit.world.records()
    for record in records:
        visit.post(of(record, "lock"), record.pk)
    return unanimous([again(record).locked for record in records])


@door("Déverrouiller une fiche verrouillée par quelqu’un d’autre")
def unlock(visit: Visit) -> bool:
    records = visit.world.records()
    for record in records:
        record.locked, record.locked_by = True, visit.world.colleague
        record.save()
        visit.post(of(record, "unlock"), record.pk)
    return unanimous([not again(record).locked for record in records])


def merged(visit: Visit, live: bool) -> list[Any]:
    """Return records after somebody has merged each into another of its kind."""
    records = visit.world.records()
    for record in records:
        data = {"name": "Autre", record.key_field: "autre", "live": live}
        other = type(record).objects.create(**data)
        type(record).objects.filter(pk=record.pk).update(live=live)
        sent = {"fiche": str(record.pk), "garder": str(other.pk)}
        visit.post("bilan_merge", record._meta.model_name, data=sent)
    return [again(record) for record in records]


@door("Fusionner deux fiches en brouillon")
def merge_drafts(visit: Visit) -> bool:
    return unanimous([bool(record.merged_into_id) for record in merged(visit, live=False)])


@door("Fusionner deux fiches publiques")
def merge(visit: Visit) -> bool:
    return unanimous([bool(record.merged_into_id) for record in merged(visit, live=True)])


@door("Défaire une fusion")
def undo_merge(visit: Visit) -> bool:
    records = visit.world.records()
    for record in records:
        survivor = type(record).objects.create(**{"name": "Autre", record.key_field: "autre"})
        record.merged_into = survivor
        record.save(update_fields={"merged_into"})
        sent = {"fiche": str(record.pk)}
        visit.post("bilan_undo_merge", record._meta.model_name, data=sent)
    return unanimous([again(record).merged_into_id is None for record in records])


@door("Supprimer une fiche")
def delete(visit: Visit) -> bool:
    records = visit.world.records()
    for record in records:
        visit.post(of(record, "delete"), record.pk)
    return unanimous([again(record) is None for record in records])


@door("Supprimer des fiches en masse")
def delete_many(visit: Visit) -> bool:
    records = visit.world.records()
    for record in records:
        visit.bulk(f"reports.{record._meta.model_name}", "delete", record.pk)
    return unanimous([again(record) is None for record in records])

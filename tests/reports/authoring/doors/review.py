from wagtail.models import TaskState

from tests.reports.authoring.doors.door import door
from tests.reports.authoring.doors.records import of
from tests.reports.authoring.world import Visit


def approved(state: TaskState) -> bool:
    state.refresh_from_db()
    return state.status == TaskState.STATUS_APPROVED


def rejected(state: TaskState) -> bool:
    state.refresh_from_db()
    return state.status == TaskState.STATUS_REJECTED


@door("Relire : approuver le bilan soumis par un collègue")
def approve(visit: Visit) -> bool:
    state = visit.submit(visit.world.report)
    visit.decide(visit.world.report, "approve", state)
    return approved(state)


@door("Relire : demander des modifications")
def reject(visit: Visit) -> bool:
    state = visit.submit(visit.world.report)
    visit.decide(visit.world.report, "reject", state)
    return rejected(state)


@door("Relire : approuver ce qu’on a soumis soi-même")
def approve_own(visit: Visit) -> bool:
    state = visit.submit(visit.world.report, visit.user)
    visit.decide(visit.world.report, "approve", state)
    return approved(state)


@door("Valider : approuver et publier un bilan relu")
def publish(visit: Visit) -> bool:
    page = visit.world.draft()
    visit.decide(page, "approve", visit.read_again(page))
    page.refresh_from_db()
    return bool(page.live)


@door("Valider : demander des modifications")
def send_back(visit: Visit) -> bool:
    state = visit.read_again(visit.world.report)
    visit.decide(visit.world.report, "reject", state)
    return rejected(state)


@door("Valider : approuver la fiche soumise par un collègue")
def approve_record(visit: Visit) -> bool:
    record = visit.world.records()[0]
    record.save_revision(user=visit.world.colleague)
    state = visit.submit(record)
    visit.post(of(record, "workflow_action"), record.pk, "approve", state.pk, data={"comment": ""})
    return approved(state)

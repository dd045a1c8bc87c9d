"""Wagtail's own reports."""

from tests.reports.authoring.doors.door import door
from tests.reports.authoring.world import Visit

LISTS = {
    "Historique du site": "site_history",
    "Circuits de validation en cours": "workflow",
    "Étapes de validation en cours": "workflow_tasks",
    "Pages anciennes": "aging_pages",
    "Types de pages": "page_types_usage",
    "Pages verrouillées": "locked_pages",
}


def listed(view: str):
    def opens(visit: Visit) -> bool:
        return visit.opens(f"wagtailadmin_reports:{view}")

    return opens


for name, view in LISTS.items():
    door(name)(listed(view))

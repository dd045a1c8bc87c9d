from django.contrib.auth.models import Group
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, Site, Workflow, WorkflowPage

from reports.authoring.models import ReportApprovalTask
from reports.content.models import OutsidePaths, SiteIdentity
from tests.reports.authoring.doors.door import door
from tests.reports.authoring.world import Visit


def child() -> Collection:
    return Collection.get_first_root_node().add_child(name="Rapports")


@door("Créer une collection")
def add_collection(visit: Visit) -> bool:
    data = {"name": "Neuve", "parent": Collection.get_first_root_node().pk}
    visit.post("wagtailadmin_collections:add", data=data)
    return Collection.objects.filter(name="Neuve").exists()


@door("Modifier une collection")
def edit_collection(visit: Visit) -> bool:
    made = child()
    data = {"name": "Autre", "parent": Collection.get_first_root_node().pk}
    visit.post("wagtailadmin_collections:edit", made.pk, data=data)
    return Collection.objects.filter(name="Autre").exists()


@door("Supprimer une collection")
def delete_collection(visit: Visit) -> bool:
    made = child()
    visit.post("wagtailadmin_collections:delete", made.pk)
    return not Collection.objects.filter(pk=made.pk).exists()


def redirect(to: str) -> dict[str, str]:
    return {"old_path": "/vieux/", "redirect_link": to, "is_permanent": "on", "site": ""}


@door("Créer une redirection")
def add_redirect(visit: Visit) -> bool:
    visit.post("wagtailredirects:add", data=redirect("https://neuf.example/"))
    return Redirect.objects.exists()


@door("Modifier une redirection")
def edit_redirect(visit: Visit) -> bool:
    made = Redirect.objects.create(old_path="/vieux", redirect_link="/neuf/")
    visit.post("wagtailredirects:edit", made.pk, data=redirect("https://autre.example/"))
    return Redirect.objects.filter(redirect_link="https://autre.example/").exists()


@door("Supprimer une redirection")
def delete_redirect(visit: Visit) -> bool:
    made = Redirect.objects.create(old_path="/vieux", redirect_link="/neuf/")
    visit.post("wagtailredirects:delete", made.pk)
    return not Redirect.objects.exists()


def site(host: str) -> dict[str, str]:
    root = str(Site.objects.get().root_page_id)
    return {"hostname": host, "port": "80", "site_name": "", "root_page": root}


@door("Créer un site")
def add_site(visit: Visit) -> bool:
    visit.post("wagtailsites:add", data=site("neuf.example"))
    return Site.objects.filter(hostname="neuf.example").exists()


@door("Modifier un site")
def edit_site(visit: Visit) -> bool:
    made = Site.objects.get()
    data = site("autre.example") | {"is_default_site": "on"}
    visit.post("wagtailsites:edit", made.pk, data=data)
    return Site.objects.filter(hostname="autre.example").exists()


@door("Supprimer un site")
def delete_site(visit: Visit) -> bool:
    visit.post("wagtailsites:delete", Site.objects.get().pk)
    return not Site.objects.exists()


@door("Modifier l’identité d’un site : éditeur, licence, langue")
def edit_site_identity(visit: Visit) -> bool:
    data = {"language": "fr", "publisher": "Un programme"}
    visit.post("wagtailsettings:edit", "reports", "siteidentity", Site.objects.get().pk, data=data)
    return SiteIdentity.objects.filter(publisher="Un programme").exists()


@door("Déclarer les chemins du site servis ailleurs")
def declare_outside_paths(visit: Visit) -> bool:
    data = {"paths": "/startups/"}
    visit.post("wagtailsettings:edit", "reports", "outsidepaths", Site.objects.get().pk, data=data)
    return OutsidePaths.objects.filter(paths="/startups/").exists()


def workflow(name: str, *rows: dict[str, str]) -> dict[str, str]:
    """The form of a workflow of one task, on the pages that `rows` tell."""
    task = ReportApprovalTask.objects.get(name="Validation")
    data = {"name": name, "active": "on"}
    data |= {"workflow_tasks-TOTAL_FORMS": "1", "workflow_tasks-INITIAL_FORMS": "0"}
    data |= {"workflow_tasks-0-task": str(task.pk), "workflow_tasks-0-ORDER": "1"}
    data |= {"pages-TOTAL_FORMS": str(len(rows)), "pages-INITIAL_FORMS": "0"}
    for rank, row in enumerate(rows):
        data |= {f"pages-{rank}-{key}": value for key, value in row.items()}
    return data


@door("Créer un circuit de validation")
def add_workflow(visit: Visit) -> bool:
    visit.post("wagtailadmin_workflows:add", data=workflow("Neuf"))
    return Workflow.objects.filter(name="Neuf").exists()


@door("Modifier un circuit de validation")
def edit_workflow(visit: Visit) -> bool:
    made = Workflow.objects.create(name="Vieux")
    visit.post("wagtailadmin_workflows:edit", made.pk, data=workflow("Autre"))
    return Workflow.objects.filter(name="Autre").exists()


@door("Désactiver un circuit de validation")
def disable_workflow(visit: Visit) -> bool:
    made = Workflow.objects.create(name="Vieux")
    visit.post("wagtailadmin_workflows:disable", made.pk)
    made.refresh_from_db()
    return not made.active


@door("Attribuer un circuit à des pages")
def assign(visit: Visit) -> bool:
    made = Workflow.objects.create(name="Vieux")
    row = {"page": str(visit.world.index.pk)}
    visit.post("wagtailadmin_workflows:edit", made.pk, data=workflow("Vieux", row))
    return WorkflowPage.objects.filter(workflow=made).exists()


def step(name: str) -> dict[str, str]:
    return {"name": name, "groups": str(Group.objects.get(name="Validation").pk)}


@door("Créer une étape")
def add_task(visit: Visit) -> bool:
    args = ("reports", "reportapprovaltask")
    visit.post("wagtailadmin_workflows:add_task", *args, data=step("Neuve"))
    return ReportApprovalTask.objects.filter(name="Neuve").exists()


@door("Modifier une étape")
def edit_task(visit: Visit) -> bool:
    made = ReportApprovalTask.objects.create(name="Vieille")
    visit.post("wagtailadmin_workflows:edit_task", made.pk, data=step("Vieille"))
    return made.groups.exists()


@door("Désactiver une étape")
def disable_task(visit: Visit) -> bool:
    made = ReportApprovalTask.objects.create(name="Vieille")
    visit.post("wagtailadmin_workflows:disable_task", made.pk)
    made.refresh_from_db()
    return not made.active

from django.contrib.auth.models import Group
from django.test import override_settings
from django.urls import reverse

from reports.content.models import AuditEntry, User
from tests.reports.authoring.doors.door import door
from tests.reports.authoring.world import Visit

ACCOUNTS = "reports.accounts"
PASSWORD = {"password1": "un-mot-de-passe", "password2": "un-mot-de-passe"}


def account(user: User | None, **more: str) -> dict[str, str]:
    names = {"username": "neuf", "email": "neuf@bilan.example", "first_name": "N", "last_name": "N"}
    if user:
        names |= {"username": user.username, "email": user.email}
    return names | {"is_active": "on"} | more


@door("Modifier son propre compte")
def own_account(visit: Visit) -> bool:
    return visit.opens("wagtailadmin_account")


@door("Voir et fermer ses propres sessions", ACCOUNTS)
def sessions(visit: Visit) -> bool:
    return visit.opens("account_sessions")


@door("Activer la double authentification de son compte", ACCOUNTS)
def set_second_factor_up(visit: Visit) -> bool:
    return visit.opens("second_factor")


@door("Inviter quelqu’un à relier son identité à un compte", ACCOUNTS)
def invite(visit: Visit) -> bool:
    with override_settings(OIDC_ISSUER="https://identite.example"):
        visit.post("invite", visit.world.colleague.pk)
    return visit.world.colleague.invitations.exists()


@door("Débloquer un compte", ACCOUNTS)
def unlock_account(visit: Visit) -> bool:
    visit.post("unlock_account", visit.world.colleague.pk)
    return AuditEntry.objects.filter(action="account_unlocked").exists()


@door("Lire le journal de sécurité")
def read_audit_log(visit: Visit) -> bool:
    return visit.opens("audit_log")


@door("Exporter le journal de sécurité")
def export_audit_log(visit: Visit) -> bool:
    visit.client.get(reverse("audit_log"), {"export": "csv"})
    return AuditEntry.objects.filter(action="audit_exported").exists()


@door("Voir les comptes")
def index(visit: Visit) -> bool:
    return visit.opens("wagtailusers_users:index")


@door("Créer un compte")
def create(visit: Visit) -> bool:
    visit.post("wagtailusers_users:add", data=account(None) | PASSWORD)
    return User.objects.filter(username="neuf").exists()


@door("Modifier un compte")
def edit(visit: Visit) -> bool:
    other = visit.world.colleague
    visit.post("wagtailusers_users:edit", other.pk, data=account(other, first_name="Autre"))
    return User.objects.filter(pk=other.pk, first_name="Autre").exists()


@door("Donner un rôle à des comptes en masse")
def assign(visit: Visit) -> bool:
    group, other = Group.objects.get(name="Validation"), visit.world.colleague
    visit.bulk("reports.user", "assign_role", other.pk, role=str(group.pk))
    return other.groups.filter(pk=group.pk).exists()


@door("Désactiver des comptes en masse")
def deactivate(visit: Visit) -> bool:
    other = visit.world.colleague
    visit.bulk("reports.user", "set_active_state", other.pk, mark_as_active="False")
    return not User.objects.get(pk=other.pk).is_active


@door("Supprimer un compte")
def delete(visit: Visit) -> bool:
    other = visit.world.colleague
    visit.post("wagtailusers_users:delete", other.pk)
    return not User.objects.filter(username=other.username).exists()


def group(name: str) -> dict[str, str]:
    """A group's form, with no permission in any of its panels."""
    panels = ("page_permissions", "collection_permissions", "document_permissions")
    data = {"name": name}
    for panel in (*panels, "image_permissions"):
        data |= {f"{panel}-TOTAL_FORMS": "0", f"{panel}-INITIAL_FORMS": "0"}
    return data


@door("Créer un groupe")
def create_group(visit: Visit) -> bool:
    visit.post("wagtailusers_groups:add", data=group("Neuf"))
    return Group.objects.filter(name="Neuf").exists()


@door("Modifier un groupe")
def edit_group(visit: Visit) -> bool:
    made = Group.objects.create(name="Vieux")
    visit.post("wagtailusers_groups:edit", made.pk, data=group("Autre"))
    return Group.objects.filter(name="Autre").exists()


@door("Supprimer un groupe")
def delete_group(visit: Visit) -> bool:
    made = Group.objects.create(name="Vieux")
    visit.post("wagtailusers_groups:delete", made.pk)
    return not Group.objects.filter(name="Vieux").exists()


@door("Créer un super-utilisateur")
def create_superuser(visit: Visit) -> bool:
    visit.post("wagtailusers_users:add", data=account(None, is_superuser="on") | PASSWORD)
    other = visit.world.colleague
    visit.post("wagtailusers_users:edit", other.pk, data=account(other, is_superuser="on"))
    return User.objects.filter(is_superuser=True).count() > 1


@door("Devenir super-utilisateur")
def become_superuser(visit: Visit) -> bool:
    me = visit.user or visit.world.colleague
    visit.post("wagtailusers_users:edit", me.pk, data=account(me, is_superuser="on"))
    return User.objects.get(pk=me.pk).is_superuser


@door("Modifier le compte d’un super-utilisateur")
def edit_superuser(visit: Visit) -> bool:
    other = visit.world.superuser
    data = account(other, first_name="Autre", email="a@bilan.example") | PASSWORD
    visit.post("wagtailusers_users:edit", other.pk, data=data)
    return User.objects.filter(pk=other.pk, first_name="Autre").exists()


@door("Désactiver un super-utilisateur en masse")
def deactivate_superuser(visit: Visit) -> bool:
    other = visit.world.superuser
    visit.bulk("reports.user", "set_active_state", other.pk, mark_as_active="False")
    return not User.objects.get(pk=other.pk).is_active

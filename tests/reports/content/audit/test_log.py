"""What leaves a line in the audit log, who reads it, and for how long it is kept."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.log_actions import LogContext, activate
from wagtail.models import Collection, CollectionViewRestriction, GroupPagePermission, Page

from reports.content.audit.log import Action, record
from reports.content.models import AuditEntry, ReportDocument, User
from reports.publishing.previews import links
from reports.publishing.previews.openings import record_opening

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator() -> User:
    return User.objects.create_superuser("administratrice", password="un mot de passe assez long")


@pytest.fixture
def admin(administrator: User) -> Client:
    client = Client()
    client.force_login(administrator)
    AuditEntry.objects.all().delete()
    return client


def entries(action: str) -> list[tuple[str, str, dict[str, Any]]]:
    found = AuditEntry.objects.filter(action=action).order_by("pk")
    return list(found.values_list("actor", "subject", "detail"))


def test_it_outlives_the_account(administrator: User) -> None:
    record(Action.SIGN_IN, administrator)
    administrator.delete()
    assert entries("sign_in")[0][0] == "administratrice"


def test_what_a_stranger_sends_is_kept_and_cut() -> None:
    entry = record(Action.SIGN_IN_FAILED, "x\0" * 1_000, "y" * 1_000)
    assert (len(entry.actor), len(entry.subject)) == (150, 255)


class TestSignIns:
    def test_a_wrong_password(self, administrator: User, client: Client) -> None:
        fields = {"username": "administratrice", "password": "secret-inconnu"}
        client.post("/admin/login/", fields, REMOTE_ADDR="192.0.2.7")

        (entry,) = AuditEntry.objects.all()
        assert (entry.actor, entry.address) == ("administratrice", "192.0.2.7")
        assert "secret-inconnu" not in str(AuditEntry.objects.values_list())

    def test_a_password_in_the_place_of_a_name(self, client: Client) -> None:
        client.post("/admin/login/", {"username": "mon-mot-de-passe", "password": "x"})
        assert entries("sign_in_failed") == [("", "", {"reason": "CREDENTIALS"})]

    def test_in_and_out(self, administrator: User, client: Client) -> None:
        fields = {"username": "administratrice", "password": "un mot de passe assez long"}
        client.post("/admin/login/", fields)
        client.post("/admin/logout/")
        assert entries("sign_in") == [("administratrice", "", {"method": "local"})]
        assert entries("sign_out") == [("administratrice", "", {})]


class TestRights:
    @pytest.fixture(autouse=True)
    def _actor(self, administrator: User) -> Any:
        with_context = activate(LogContext(user=administrator, generate_uuid=False))
        AuditEntry.objects.all().delete()
        yield with_context
        activate(LogContext(user=None, generate_uuid=False))

    def test_groups_of_an_account(self) -> None:
        user, group = User.objects.create_user("lectrice"), Group.objects.create(name="Lecture")
        user.groups.add(group)
        user.groups.clear()
        assert entries("rights_changed") == [
            ("administratrice", "lectrice", {"kind": "user", "added": ["Lecture"]}),
            ("administratrice", "lectrice", {"kind": "user", "removed": ["Lecture"]}),
        ]

    def test_a_group_that_is_emptied(self) -> None:
        user, group = User.objects.create_user("lectrice"), Group.objects.create(name="Lecture")
        group.permissions.add(Permission.objects.get(codename="access_admin"))
        user.groups.add(group)
        AuditEntry.objects.all().delete()
        group.user_set.clear()
        assert entries("rights_changed") == [
            ("administratrice", "Lecture", {"kind": "group", "removed": ["lectrice"]})
        ]

    def test_permissions_of_a_group(self) -> None:
        group = Group.objects.create(name="Lecture")
        group.permissions.set([Permission.objects.get(codename="access_admin")])
        ((actor, subject, detail),) = entries("rights_changed")
        assert (actor, subject, len(detail["added"])) == ("administratrice", "Lecture", 1)

    def test_permissions_on_pages(self) -> None:
        group = Group.objects.create(name="Lecture")
        publish = Permission.objects.get(codename="publish_page")
        given = GroupPagePermission.objects.create(
            group=group, page=Page.objects.first(), permission=publish
        )
        given.delete()
        changes = [detail for _, _, detail in entries("rights_changed")]
        assert [sorted(change) for change in changes] == [["added", "kind"], ["kind", "removed"]]

    def test_all_rights_and_none(self) -> None:
        user = User.objects.create_user("lectrice")
        user.is_superuser = True
        user.save()
        user.is_active = False
        user.save(update_fields=["is_active"])
        user.save()
        assert [detail for _, _, detail in entries("rights_changed")] == [
            {"kind": "user", "is_superuser": True},
            {"kind": "user", "is_active": False},
        ]


class TestContent:
    def test_publications(self, admin: Client, administrator: User, home: Page) -> None:
        home.save_revision(user=administrator).publish(user=administrator)
        home.unpublish(user=administrator)
        assert [entry[:2] for entry in entries("published")] == [("administratrice", home.title)]
        assert [entry[:2] for entry in entries("unpublished")] == [("administratrice", home.title)]

    def test_review_links(self, administrator: User, home: Page) -> None:
        link = links.make_review(administrator, home, days=1, note="")
        token = links.build_token(link)
        record_opening(links.open_link(token), timezone.now())
        links.revoke_link(link, administrator)
        for action in ("link_made", "link_opened", "link_revoked"):
            assert len(entries(action)) == 1
        assert token not in str(AuditEntry.objects.values_list())

    def test_private_documents(self, admin: Client) -> None:
        root = Collection.get_first_root_node()
        private = root.add_child(name="Privé")
        CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
        file = ContentFile(b"%PDF-1.4 secret", "note.pdf")
        document = ReportDocument.objects.create(title="Note", file=file, collection=private)
        path = f"/documents/{document.key}/note.pdf"

        assert admin.get(path).status_code == 200
        admin.get(path, headers={"Range": "bytes=4-"})
        Client().get(path)

        assert [entry[:2] for entry in entries("private_file")] == [("administratrice", "Note")]


class TestReading:
    def test_the_list(self, admin: Client) -> None:
        record(Action.SIGN_IN, "lectrice", method="provider")
        record(Action.PUBLISHED, "valideuse", "Bilan 2025")
        page = admin.get("/admin/journal/").content.decode()
        assert "lectrice" in page
        assert "Bilan 2025" in page
        filtered = admin.get("/admin/journal/?actor=valid").content.decode()
        assert "Bilan 2025" in filtered
        assert "lectrice" not in filtered

    def test_the_file(self, admin: Client) -> None:
        record(Action.SIGN_IN, "lectrice", method="provider")
        answer = admin.get("/admin/journal/?export=csv")
        text = b"".join(answer.streaming_content).decode()
        assert text.splitlines()[0].endswith("Date,Acte,Qui,Sur quoi,Adresse IP,Détail")
        assert "lectrice" in text
        assert entries("audit_exported") == [("administratrice", "", {})]


class TestRetention:
    def test_old_lines_go(self, settings: Any) -> None:
        settings.AUDIT_DAYS = 10
        now = timezone.now()
        for days in (9, 11):
            entry = record(Action.SIGN_IN, str(days))
            AuditEntry.objects.filter(pk=entry.pk).update(at=now - timedelta(days=days))

        call_command("publish_scheduled")

        assert [entry[0] for entry in entries("sign_in")] == ["9"]

"""Every address of the admin, tried by accounts that may not see what is hidden.

The addresses are read from the URL configuration, so that one that an upgrade adds is tried too.
"""

import re
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.core.files.base import ContentFile
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    GroupCollectionPermission,
    GroupPagePermission,
)

from reports.authoring.roles.set_up import set_up
from reports.content.models import AnnualReportPage, ContentPage, Picture, ReportDocument, User
from reports.content.models.record_kind import list_kinds
from reports.content.site_tree import report_index
from tests.reports.content.media.pictures import encode, small

SECRET = "Zzsecret"
RECORD = "Zzfiche"
TYPED = SECRET[:-1]  # an answer repeats what was searched for
SIGNED_OUT = ("logout", "login", "password_reset", "failwhale")
# a view reads one of the three names at most
ASKED = (f"?q={TYPED}&search={TYPED}&term={TYPED}", "{idlist}")


def record_names() -> list[str]:
    return [kind.model_name for kind in list_kinds()]


class Hidden:
    """Drafts, records and files that carry the secret word, and accounts that may not see them."""

    def __init__(self) -> None:
        set_up()
        self.owner = User.objects.create_superuser("owner")
        home = report_index().get_parent()
        self.section = home.add_child(instance=ContentPage(title="Rubrique", slug="rubrique"))
        self.hide_pages(home)
        self.hide_files()
        self.records = [self.hide_record(name) for name in record_names()]
        self.accounts = {
            "access": self.account("access"),
            "elsewhere": self.account("elsewhere", *self.permit_elsewhere()),
            "Rédaction": self.account("Rédaction"),
        }

    def hide_pages(self, home: Any) -> None:
        self.page = home.add_child(
            instance=ContentPage(title=f"{SECRET} page", slug="page-cachee", live=False)
        )
        self.child = self.page.add_child(
            instance=ContentPage(title=f"{SECRET} enfant", slug="enfant", live=False)
        )
        self.report = report_index().add_child(
            instance=AnnualReportPage(title=f"{SECRET} 2031", slug="2031", year=2031, live=False)
        )
        for page in (self.page, self.child, self.report):
            page.save_revision(user=self.owner, log_action=True)
        self.report.get_workflow().start(self.report, self.owner)

    def hide_files(self) -> None:
        root = Collection.get_first_root_node()
        self.group = Group.objects.create(name="Cabinet")
        closed = root.add_child(name=f"{SECRET} collection")
        restriction = CollectionViewRestriction.objects.create(
            collection=closed, restriction_type=CollectionViewRestriction.GROUPS
        )
        restriction.groups.add(self.group)
        self.collection = closed.add_child(name=f"{SECRET} dossier")
        content = encode(small(), "PNG")
        self.picture = Picture.objects.create(
            title=f"{SECRET} image",
            file=ContentFile(content, "a.png"),
            collection=self.collection,
            uploaded_by_user=self.owner,
        )
        self.picture.tags.add(f"{SECRET} étiquette")
        self.document = ReportDocument.objects.create(
            title=f"{SECRET} document",
            file=ContentFile(b"texte", "a.txt"),
            collection=self.collection,
            uploaded_by_user=self.owner,
        )

    def hide_record(self, name: str) -> Any:
        model = apps.get_model("reports", name)
        values = {"name": f"{RECORD} {name}", model.key_field: f"cle-{name}", "live": False}
        record = model.objects.create(**values)
        record.save_revision(user=self.owner, log_action=True)
        return record

    def permit_elsewhere(self) -> tuple[Any, ...]:
        """Permissions on a part of the site that has nothing hidden in it."""
        collection = Collection.get_first_root_node().add_child(name="Autre")
        return self.section, collection

    def account(self, name: str, section: Any = None, collection: Any = None) -> User:
        user = User.objects.create_user(name, f"{len(name)}@bilan.example")
        group, made = Group.objects.get_or_create(name=name)
        user.groups.add(group)
        if made:
            group.permissions.add(Permission.objects.get(codename="access_admin"))
        if section:
            for codename in ("add_page", "change_page", "publish_page"):
                GroupPagePermission.objects.create(
                    group=group, page=section, permission=permission("wagtailcore", codename)
                )
        for app, kind in (("wagtailimages", "image"), ("wagtaildocs", "document")):
            for act in ("add", "change", "choose") if collection else ():
                GroupCollectionPermission.objects.create(
                    group=group,
                    collection=collection,
                    permission=permission(app, f"{act}_{kind}"),
                )
        return user

    def rows(self, path: str) -> list[Any]:
        """The hidden rows that an address could be about."""
        pages = [self.page, self.report]
        by_word = {"image": [self.picture], "document": [self.document], "page": pages}
        by_word |= {"collections": [self.collection]}
        by_word |= {f"reports/{record._meta.model_name}/": [record] for record in self.records}
        for word, rows in by_word.items():
            if word in path:
                return rows
        return [*pages, self.picture, self.document, self.records[-1]]

    def candidates(self, name: str, path: str) -> list[str]:
        """Values for a parameter of an address, by its name."""
        pages = [self.page, self.report]
        numbers = sorted({row.pk for row in self.rows(path)})
        return {
            "app_label": ["reports", "wagtailcore"],
            "app_name": ["reports", "wagtailcore"],
            "model_name": ["page", "picture", "reportdocument", *record_names()],
            "action": ["delete", "move", "publish", "add_to_collection"],
            "kind": record_names(),
            "key": [f"cle-{name}" for name in record_names()],
            "filter_spec": ["original"],
            "content_type_app_name": ["reports"],
            "content_type_model_name": ["contentpage", "annualreportpage"],
            "revision_id_a": ["earliest"],
            "revision_id_b": ["latest"],
            "revision_id": [str(page.latest_revision_id) for page in pages],
            "action_name": ["approve"],
            "slug": [self.page.slug],
        }.get(name, [str(number) for number in numbers])

    def words(self, account: str) -> list[str]:
        """What an account may not read in any answer."""
        files = [self.picture.file.name, self.document.file.name, str(self.document.key)]
        files += [rendition.file.name for rendition in self.picture.renditions.all()]
        media = [f"{SECRET} {word}" for word in ("collection", "dossier", "image", "document")]
        words = {"Rédaction": media, "elsewhere": [SECRET], "access": [SECRET, RECORD]}
        return [*files, *words[account]]


def permission(app: str, codename: str) -> Permission:
    return Permission.objects.get(content_type__app_label=app, codename=codename)


def admin_patterns(resolver: Any = None, prefix: str = "") -> Iterator[str]:
    """The paths of the admin, their parameters in braces."""
    for pattern in (resolver or get_resolver()).url_patterns:
        path = prefix + re.sub(r"\(\?P<(\w+)>[^)]*\)", r"<\1>", str(pattern.pattern)).strip("^$")
        if isinstance(pattern, URLPattern):
            if path.startswith("admin/"):
                yield re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", path)
        else:
            yield from admin_patterns(pattern, path)


def addresses(hidden: Hidden) -> Iterator[str]:
    """Every address of the admin, for each hidden thing that it could be about."""
    for path in dict.fromkeys(admin_patterns()):
        if any(word in path for word in SIGNED_OUT) or "*" in path:
            continue
        names = re.findall(r"{(\w+)}", path)
        for values in product(*(hidden.candidates(name, path) for name in names)):
            yield "/" + path.format(**dict(zip(names, values, strict=True)))


@pytest.fixture(scope="module")
def hidden(django_db_setup: None, django_db_blocker: Any) -> Iterator[Hidden]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield Hidden()
        transaction.set_rollback(True)


def is_leak(hidden: Hidden, account: str, client: Client, address: str) -> tuple[int, bool]:
    """The status of an answer, and whether it shows what the account may not see."""
    with transaction.atomic():
        answer = client.get(address)
        text = (b"".join(answer) if answer.streaming else answer.content).decode(errors="replace")
        transaction.set_rollback(True)
    shown = any(word in text for word in hidden.words(account))
    return answer.status_code, shown or answer.status_code >= 500


def leaks(hidden: Hidden, account: str) -> tuple[int, list[str]]:
    """How many addresses answered, and those that show an account what it may not see."""
    client = Client(raise_request_exception=False)
    client.force_login(hidden.accounts[account])
    everything = [*hidden.rows(""), hidden.picture, *hidden.records]
    pks = [str(row.pk) for row in everything]
    asked = [a.format(idlist="?id=" + "&id=".join(pks)) for a in ASKED]
    answered, found = 0, []
    for address in addresses(hidden):
        status, shown = is_leak(hidden, account, client, address)
        answered += 1
        searches = asked if status == 200 and not shown else ()
        if shown or any(is_leak(hidden, account, client, address + q)[1] for q in searches):
            found.append(f"{status} {address}")
    return answered, found


@pytest.mark.django_db
@pytest.mark.parametrize("account", ["access", "elsewhere", "Rédaction"])
def test_no_address_of_the_admin_shows_what_an_account_may_not_see(
    hidden: Hidden, account: str
) -> None:
    answered, found = leaks(hidden, account)
    assert answered > 300
    assert found == []

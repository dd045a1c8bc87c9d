"""A programme with a report, records, media and people: where each act is tried by everybody."""

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.apps import apps
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from reports.authoring.roles.set_up import set_up
from reports.checks.check_result import check_latest
from reports.content.models import AnnualReportPage, ContentPage, Picture, ReportDocument, User
from reports.content.models.record_kind import list_kinds
from reports.content.models.roles import ROLES
from reports.content.site_tree import report_index
from reports.publishing.models import ReportVersion
from reports.publishing.previews import links
from tests.reports.checks.conftest import build_body
from tests.reports.checks.edit_form import build_form
from tests.reports.publishing.answering import publish_answered

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c4944415478da63606060000000040001f61738550000000049454e44ae426082"
)


class World:
    """What there is before each act. Rows are asked for anew: acts change them."""

    def __init__(self) -> None:
        set_up()
        self.index = report_index()
        self.people: dict[str, User | None] = {"": None, "sans groupe": person("sans groupe")}
        for role in ROLES:
            self.people[role.name[0]] = person(role.name, role.name)
        self.colleague = person("collègue", "Rédaction")
        self.superuser = User.objects.create_superuser("super")
        self.report_pk = self._report()
        for slug in ("a-propos", "contact"):
            self.index.get_parent().add_child(instance=ContentPage(title=slug, slug=slug))

    def _report(self) -> int:
        page = AnnualReportPage(title="Bilan 2024", year=2024, slug="2024", owner=self.colleague)
        self.index.add_child(instance=page)
        page.body = body_json("Un un texte.")
        publish_answered(page.save_revision(user=self.colleague))
        return int(page.pk)

    @property
    def report(self) -> AnnualReportPage:
        return AnnualReportPage.objects.get(pk=self.report_pk)

    def page(self, slug: str) -> ContentPage:
        return ContentPage.objects.get(slug=slug)

    def draft(self) -> AnnualReportPage:
        """A report that was never published."""
        page = AnnualReportPage(title="Bilan 2025", year=2025, slug="2025", live=False)
        self.index.add_child(instance=page)
        page.save_revision(user=self.colleague)
        return page

    def records(self) -> list[Any]:
        """One of each kind, by the colleague, published."""
        made = []
        for name in (kind.model_name for kind in list_kinds()):
            model = apps.get_model("reports", name)
            made.append(model.objects.create(**{"name": "Fiche", model.key_field: "fiche"}))
        return made

    def picture(self, owner: User | None) -> Picture:
        file = SimpleUploadedFile("a.png", PNG, "image/png")
        return Picture.objects.create(title="Image", file=file, uploaded_by_user=owner)

    def document(self, owner: User | None) -> ReportDocument:
        file = SimpleUploadedFile("a.txt", b"texte")
        return ReportDocument.objects.create(title="Document", file=file, uploaded_by_user=owner)

    def link(self) -> Any:
        return links.make_review(self.colleague, self.report, 7, "")


def body_json(*texts: str) -> str:
    return json.dumps(build_body(*texts))


def person(name: str, group: str = "") -> User:
    made = User.objects.create_user(
        name, f"{len(name)}@bilan.example", first_name="P", last_name=name
    )
    if group:
        made.groups.add(Group.objects.get(name=group))
    return made


@dataclass
class Visit:
    """Somebody, or nobody, who tries something."""

    world: World
    user: User | None

    @cached_property
    def client(self) -> Client:
        client = Client()
        if self.user:
            client.force_login(self.user)
        return client

    def opens(self, name: str, *args: Any, **query: str) -> bool:
        """Whether a view shows what it is asked for."""
        return self.client.get(reverse(name, args=args), query).status_code == 200

    def post(
        self, name: str, *args: Any, data: dict[str, Any] | None = None, query: str = ""
    ) -> Any:
        return self.client.post(reverse(name, args=args) + query, data or {})

    def edit(self, text: str, **more: str) -> Any:
        """Sends the report's edit form."""
        page = self.world.report
        return self.post("wagtailadmin_pages:edit", page.pk, data=build_form(text) | more)

    def answer_for_changes(self, sentence: str = "Corrections de forme") -> None:
        """Say why the latest draft of the report changes words that are published."""
        report = self.world.report
        version = ReportVersion.objects.filter(report_key=report.translation_key).latest("number")
        data = {
            "compared": f"{report.latest_revision_id}-{version.pk}",
            "words-kind": "typo",
            "words-sentence": sentence,
        }
        self.post("bilan_corrections", report.pk, data=data)

    def bulk(self, model: str, action: str, *pks: int, **data: str) -> Any:
        query = "?" + "&".join(f"id={pk}" for pk in pks)
        app, _, name = model.partition(".")
        return self.post("wagtail_bulk_action", app, name, action, data=data, query=query)

    def submit(self, page: Page, user: User | None = None) -> Any:
        """By the colleague, unless somebody else is named; returns the state of the first step."""
        page.get_workflow().start(page, user or self.world.colleague)
        return type(page).objects.get(pk=page.pk).current_workflow_task_state

    def read_again(self, page: Page) -> Any:
        state = self.submit(page)
        state.task.specific.on_action(state, self.world.superuser, "approve")
        return type(page).objects.get(pk=page.pk).current_workflow_task_state

    def decide(self, page: Page, action: str, state: Any) -> Any:
        data = {"comment": "Parce que."}
        return self.post("wagtailadmin_pages:workflow_action", page.pk, action, state.pk, data=data)

    def text(self) -> str:
        """What the latest draft of the report says."""
        return str(self.world.report.get_latest_revision_as_object().body)

    def warning(self) -> str:
        """The fingerprint of a warning about the report."""
        return str(check_latest(self.world.report).warnings[0].fingerprint)

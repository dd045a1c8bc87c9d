"""A version answers as the report did when it was published; the gate stays in front of it."""

import datetime
import json
import re
from types import SimpleNamespace
from typing import Any

import graphql
import pytest
from django.apps import apps
from django.core.files.storage import default_storage
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from graphql import parse
from wagtail.blocks.migrations.migrate_operation import MigrateStreamData
from wagtail.blocks.migrations.operations import RemoveStreamChildrenOperation
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction, Site

from reports import models
from reports.content.charts import drawing, files
from reports.content.visibility.perspective import Perspective
from reports.content.visibility.sites import find_site_for_request
from reports.publishing.previews import links
from reports.publishing.versions.content import build_content
from reports.publishing.versions.withdrawal import withdraw_version
from reports_graphql.context import Context
from reports_graphql.execution.own_context import OwnContextExecution
from reports_graphql.schema import schema

from .bodies import Body, block
from .conftest import QUERIES, Ask, Publish

VERSIONS = """
query ($year: Int!, $version: Int) {
  report(year: $year, version: $version) {
    version { number }
    versions { id number publishedAt sha256 reason withdrawn withdrawnAt withdrawalReason path }
  }
}
"""


@pytest.fixture
def page(every_block: Body, living: SimpleNamespace, publish: Publish) -> models.AnnualReportPage:
    """A report that refers to something of every kind, in rich text too."""
    other = publish(2023)
    links = (
        f'<p><a linktype="page" id="{other.pk}">2023</a> '
        f'<a linktype="document" id="{living.document.pk}">PDF</a></p>'
    )
    body = [*every_block, block(90, "paragraph", {"text": links})]
    return publish(
        2024,
        body,
        introduction=links,
        source_document=living.document,
        report_date=datetime.date(2025, 3, 31),
        language="en",
        image=living.picture,
    )


def test_what_nobody_chose_is_in_no_version(publish: Publish) -> None:
    plain = build_content(publish(2024), Perspective(Site.objects.get()))
    report = json.loads(plain.content)["report"]
    assert not {"report_date", "language", "image"} & set(report)


def test_a_version_stores_date_language_and_image(
    page: models.AnnualReportPage, living: SimpleNamespace, ask: Ask
) -> None:
    number = number_of_last(page)
    page.report_date, page.language, page.image = None, "fr", None
    page.save()

    asked = "date language image { alt }"
    query = f"query ($version: Int) {{ report(year: 2024, version: $version) {{ {asked} }} }}"
    then = ask(query, version=number)["data"]["report"]
    now = ask(query)["data"]["report"]
    assert then == {
        "date": "2025-03-31",
        "language": "en",
        "image": {"alt": living.picture.description},
    }
    assert now == {"date": None, "language": "fr", "image": None}


def change(page: models.AnnualReportPage, text: str = "Autre.") -> None:
    page.body = json.dumps([block(1, "paragraph", {"text": f"<p>{text}</p>"})])
    page.image = None
    page.save()


def without_date(answer: dict[str, Any]) -> dict[str, Any]:
    """Pages that are saved by code do not say when they were published; and files of figures have
    an address in each version.
    """
    report = dict(answer["data"]["report"])
    del report["lastPublishedAt"]
    report["body"] = [{k: v for k, v in each.items() if k != "csv"} for each in report["body"]]
    return report


def number_of_last(page: models.AnnualReportPage) -> int:
    found = models.ReportVersion.objects.filter(report_key=page.translation_key).last()
    assert found
    return found.number


def test_a_version_answers_as_the_report_did(
    page: models.AnnualReportPage, living: SimpleNamespace, ask: Ask
) -> None:
    number = number_of_last(page)
    before = without_date(ask("report", year=2024))
    assert without_date(ask("report", year=2024, version=number)) == before

    change(page)
    for record in vars(living).values():
        name = "name" if hasattr(record, "name") else "title"
        setattr(record, name, "Renommé")
        record.save()
    living.picture.description = "Autre chose"
    living.picture.save()

    assert without_date(ask("report", year=2024, version=number)) == before
    assert without_date(ask("report", year=2024)) != before


def test_a_migration_of_blocks_changes_no_version(page: models.AnnualReportPage, ask: Ask) -> None:
    number = number_of_last(page)
    before = without_date(ask("report", year=2024))
    changes = [(RemoveStreamChildrenOperation("paragraph"), "")]
    migration = MigrateStreamData("reports", "annualreportpage", "body", changes)
    migration.migrate_stream_data_forward(apps, None)
    migrated = without_date(ask("report", year=2024))
    assert len(migrated["body"]) < len(before["body"])
    assert without_date(ask("report", year=2024, version=number)) == before


def test_what_was_deleted_shows_as_it_was(
    page: models.AnnualReportPage, living: SimpleNamespace, ask: Ask
) -> None:
    number = number_of_last(page)
    before = without_date(ask("report", year=2024))
    change(page)
    for name in ("indicator", "funding_round", "term", "service", "incubator", "document"):
        getattr(living, name).delete()
    assert without_date(ask("report", year=2024, version=number)) == before


def test_what_is_hidden_now_is_hidden_in_versions(
    page: models.AnnualReportPage, living: SimpleNamespace, ask: Ask
) -> None:
    number = number_of_last(page)
    change(page)
    models.Service.objects.update(live=False)
    models.Term.objects.update(live=False)
    private = Collection.get_first_root_node().add_child(name="Privée")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    models.Picture.objects.update(collection=private)
    models.ReportDocument.objects.update(collection=private)
    models.AnnualReportPage.objects.filter(year=2023).update(live=False)

    text = json.dumps(ask("report", year=2024, version=number), ensure_ascii=False)

    assert "/media/" not in text
    assert "/documents/" not in text
    assert "/bilan/2023/" not in text
    for hidden in (living.service.slug, living.term.slug):
        assert json.dumps(hidden) not in text
    living.service.refresh_from_db()
    living.service.delete()  # while it is hidden
    again = json.dumps(ask("report", year=2024, version=number), ensure_ascii=False)
    assert again == text


def test_a_version_is_seen_while_its_report_is(page: models.AnnualReportPage, ask: Ask) -> None:
    change(page)
    number = number_of_last(page)
    assert ask(VERSIONS, year=2024, version=number)["data"]["report"]
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert ask(VERSIONS, year=2024, version=number)["data"] == {"report": None}
    restriction.delete()
    assert number_of_last(page) == number
    assert ask(VERSIONS, year=2024, version=number)["data"]["report"]
    page.unpublish()
    assert ask(VERSIONS, year=2024, version=number)["data"] == {"report": None}


def test_a_draft_shows_no_versions_of_a_hidden_report(
    page: models.AnnualReportPage, client: Client
) -> None:
    """Who reads a draft reads no more of what was published than the public does."""
    number = number_of_last(page)
    page.save_revision()
    user = models.User.objects.create_superuser("linker")
    headers = {"X-Preview-Token": links.build_token(links.make_review(user, page, 7, ""))}

    def preview() -> dict[str, Any]:
        query = """{ report(year: 2024) {
          title versions { number } corrections { sentence }
        } }"""
        data = {"query": query}
        answer = client.post("/graphql/", data, content_type="application/json", headers=headers)
        return answer.json()["data"]["report"]

    change(page)
    shown = preview()
    assert [each["number"] for each in shown["versions"]][-1] == number + 1
    assert shown["corrections"]
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert preview() == {"title": page.title, "versions": [], "corrections": []}


def test_a_version_is_that_of_the_report_on_this_site(publish: Publish, ask: Ask) -> None:
    number = number_of_last(publish(2024))
    root = Page.get_first_root_node()
    home = root.add_child(instance=models.HomePage(title="Autre", slug="autre"))
    Site.objects.create(hostname="autre.example", root_page=home)
    index = home.add_child(instance=models.ReportIndexPage(title="Bilans", slug="bilan"))
    index.add_child(instance=models.AnnualReportPage(title="Autre", slug="2024", year=2024))

    answer = ask("query ($n: Int) { report(year: 2024, version: $n) { title } }", n=number)

    assert answer["data"] == {"report": {"title": "Bilan 2024"}}


def test_versions_are_listed(
    page: models.AnnualReportPage, ask: Ask, django_user_model: Any
) -> None:
    number = number_of_last(page)
    change(page)
    withdraw_version(
        models.ReportVersion.objects.get(report_key=page.translation_key, number=number),
        "Vie privée.",
        django_user_model.objects.create(username="admin"),
    )
    report = ask(VERSIONS, year=2024)["data"]["report"]
    assert report["version"] == {"number": number + 1}
    *_, old, new = report["versions"]
    assert (old["number"], old["withdrawn"], old["withdrawalReason"]) == (
        number,
        True,
        "Vie privée.",
    )
    assert (new["number"], new["withdrawn"], new["withdrawnAt"]) == (number + 1, False, None)
    assert new["path"] == f"/bilan/2024/v/{number + 1}/"
    assert ask(VERSIONS, year=2024, version=number)["data"] == {"report": None}
    assert ask(VERSIONS, year=2024, version=number + 1)["data"]["report"]["version"] == {
        "number": number + 1
    }


@pytest.mark.parametrize("version", [0, -1, 99, 2**31 - 1])
def test_a_version_that_is_not_there(page: models.AnnualReportPage, ask: Ask, version: int) -> None:
    assert ask(VERSIONS, year=2024, version=version)["data"] == {"report": None}


def test_both_ways_of_execution_are_equal(page: models.AnnualReportPage) -> None:
    number = number_of_last(page)
    change(page)
    today = "today: report(year: 2024) { body { __typename } }"
    text = (QUERIES / "report.graphql").read_text()
    text = text.replace("  report(year", f"  {today}\n  report(year", 1)
    ast = parse(text)
    given = {"year": 2024, "version": number}
    request = RequestFactory().get("/graphql/")
    ours = schema.prepare(text, given).run(Context(find_site_for_request(request)))
    theirs = graphql.execute_sync(
        schema._schema,
        ast,
        None,
        Context(find_site_for_request(request)),
        given,
        execution_context_class=OwnContextExecution,
    )
    assert not ours.errors
    assert ours.data == theirs.data
    assert ours.data["today"] != ours.data["report"]["body"]


def test_statements_are_constant(page: models.AnnualReportPage, ask: Ask) -> None:
    number = number_of_last(page)
    change(page)
    ask("report", year=2024, version=number)
    change(page, "Encore.")
    with CaptureQueriesContext(
        connection,
    ) as queries:
        ask("report", year=2024, version=number)
    assert len(queries) <= 18, [query["sql"][:150] for query in queries]


def test_files_of_versions_are_kept_and_served(
    page: models.AnnualReportPage,
    living: SimpleNamespace,
    ask: Ask,
    client: Client,
    django_capture_on_commit_callbacks: Any,
    django_user_model: Any,
) -> None:
    number = number_of_last(page)
    before = without_date(ask("report", year=2024))
    text = json.dumps(before)
    addresses = set(re.findall(r'"(/(?:media|documents)/[^"]+)"', text))
    assert len(addresses) >= 3
    change(page)
    with django_capture_on_commit_callbacks(execute=True):
        living.picture.delete()
        living.document.delete()

    assert without_date(ask("report", year=2024, version=number)) == before
    assert {client.get(address).status_code for address in addresses} == {200}

    restriction = PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert {client.get(address).status_code for address in addresses} == {404}
    restriction.delete()
    shown = models.VersionFile.objects.filter(version__report_key=page.translation_key)
    names = set(shown.values_list("name", flat=True))
    assert all(default_storage.exists(name) for name in names)
    admin = django_user_model.objects.create(username="admin")
    with django_capture_on_commit_callbacks(execute=True):
        for version in models.ReportVersion.objects.filter(report_key=page.translation_key)[
            :number
        ]:
            withdraw_version(version, "Vie privée.", admin)
    # the last version still names the document
    assert {name.partition("/")[0] for name in names if default_storage.exists(name)} == {
        "documents"
    }
    media = [address for address in addresses if address.startswith("/media/")]
    assert {client.get(address).status_code for address in media} == {404}


def test_the_file_of_what_was_hidden_when_it_was_deleted_is_not_served(
    page: models.AnnualReportPage, living: SimpleNamespace, client: Client
) -> None:
    address = living.picture.file.url
    private = Collection.get_first_root_node().add_child(name="Privée")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    models.Picture.objects.update(collection=private)
    change(page)
    assert client.get(address).status_code == 404
    models.Picture.objects.get(pk=living.picture.pk).delete()
    assert client.get(address).status_code == 404


def test_drawings_are_stored_when_they_are_made(
    page: models.AnnualReportPage,
    ask: Ask,
    settings: Any,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: Any,
) -> None:
    query = """query ($version: Int) {
      report(year: 2024, version: $version) { body { ... on ChartBlock { id svg } } }
    }"""
    settings.CHARTS_DRAWN_ON_PUBLICATION = True
    monkeypatch.setattr(drawing, "draw_specs", lambda *given: None)
    monkeypatch.setattr(files, "read_drawing", lambda name: b"<svg>then</svg>")
    page.title = "Autre"
    with django_capture_on_commit_callbacks(execute=True):
        page.save()
    monkeypatch.setattr(files, "read_drawing", lambda name: b"<svg>now</svg>")

    for version, expected in ((number_of_last(page), "<svg>then</svg>"), (None, "<svg>now</svg>")):
        body = ask(query, version=version)["data"]["report"]["body"]
        drawings = {block["svg"] for block in body if block.get("svg")}
        assert drawings == {expected}

"""Ids of blocks are unique for ever: copies get new ones, aliases share their source's."""

import pytest
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction

from reports.content.models import AnnualReportPage, ReportIndexPage
from reports.core.document.block_ids import list_ids
from tests.reports.publishing.answering import publish_answered

BODY = """## Résultats

| Indicateurs | Résultats 2024 |
|---|---|
| **Services** *(lancés)* | 12 |

- 3 agents
- 4 équipes
"""

pytestmark = pytest.mark.django_db


def stored_ids(page) -> set[str]:
    return set(list_ids(page.body.get_prep_value()))


@pytest.fixture
def page(import_file, report_text):
    import_file(report_text(BODY), publish=True)
    page = AnnualReportPage.objects.get()
    page.body[0].value["text"] = "Autre titre"
    page.save_revision()
    return page


def copied(page, **kwargs):
    CopyPageAction(page, update_attrs={"slug": "copie", "year": 2025}, **kwargs).execute(
        skip_permission_checks=True
    )
    return AnnualReportPage.objects.get(year=2025)


def test_all_ids_in_a_body_differ(page):
    found = list_ids(page.body.get_prep_value())
    assert len(found) == len(set(found)) == 9


def test_a_copy_and_its_revisions_share_no_id_with_the_original(page):
    copy = copied(page)
    assert not stored_ids(page) & stored_ids(copy)
    assert copy.revisions.count() >= 2
    for revision in copy.revisions.all():
        assert not stored_ids(page) & stored_ids(revision.as_object())


def test_publishing_a_copied_revision_does_not_bring_old_ids_back(page):
    copy = copied(page)
    first = copy.revisions.order_by("pk").first()
    first.content |= {"slug": "copie", "year": 2025}
    publish_answered(first)
    copy.refresh_from_db()
    assert copy.live
    assert not stored_ids(page) & stored_ids(copy)


def test_the_same_block_has_the_same_id_in_a_copy_and_in_its_copied_revisions(page):
    copy = copied(page)
    latest = copy.get_latest_revision_as_object()
    assert [block.id for block in latest.body] == [block.id for block in copy.body]


def test_a_copy_without_revisions_has_ids_of_its_own(page):
    copy = copied(page, copy_revisions=False)
    assert not stored_ids(page) & stored_ids(copy)


def test_an_alias_shares_ids_and_states_nothing_of_its_own(page):
    other = ReportIndexPage.objects.get().get_parent()
    index = other.add_child(instance=ReportIndexPage(title="Autres", slug="autres"))
    CreatePageAliasAction(page, parent=index).execute(skip_permission_checks=True)
    alias = AnnualReportPage.objects.get(alias_of=page)
    page.refresh_from_db()
    assert stored_ids(alias) == stored_ids(page)
    assert (page.observations.count(), alias.observations.count()) == (1, 0)

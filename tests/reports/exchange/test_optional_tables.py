"""The table of imports belongs to an app that can be left out."""

from types import SimpleNamespace

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import connection

from reports.content import optional_tables
from reports.content.models import AnnualReportPage, User
from reports.content.optional_tables import LeaveModel, copy_permissions
from reports.content.site_tree import report_index
from reports.exchange.models import ImportRecord

pytestmark = pytest.mark.django_db


def test_whoever_had_permissions_of_the_old_label_has_those_of_the_new_one() -> None:
    old = ContentType.objects.create(app_label="reports", model="importrecord")
    given = Permission.objects.create(content_type=old, codename="view_importrecord", name="x")
    group = Group.objects.create(name="Imports")
    group.permissions.add(given)
    user = User.objects.create_user("une")
    user.user_permissions.add(given)

    copy_permissions(apps, "reports_exchange", "importrecord", "import")

    for permissions in (group.permissions, user.user_permissions):
        labels = permissions.filter(codename="view_importrecord")
        assert set(labels.values_list("content_type__app_label", flat=True)) == {
            "reports",
            "reports_exchange",
        }
    assert user.has_perm("reports_exchange.view_importrecord")
    assert not user.has_perm("reports_exchange.change_importrecord")


def test_a_table_with_rows_is_never_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    page = AnnualReportPage(title="Bilan 2024", slug="2024", year=2024)
    report_index().add_child(instance=page)
    ImportRecord.objects.create(report=page, source_name="bilan.md")
    without = SimpleNamespace(is_installed=lambda app: False)
    monkeypatch.setattr(optional_tables, "installed_apps", without)
    state = SimpleNamespace(apps=SimpleNamespace(get_model=lambda label, name: ImportRecord))

    with pytest.raises(RuntimeError, match="reports_importrecord has rows"):
        LeaveModel("ImportRecord", app="reports.exchange").database_forwards(
            "reports", SimpleNamespace(connection=connection), state, state
        )

    assert ImportRecord.objects.count() == 1


def test_the_table_has_the_name_that_older_nodes_use() -> None:
    assert ImportRecord._meta.db_table == "reports_importrecord"
    assert ImportRecord._meta.app_label == "reports_exchange"

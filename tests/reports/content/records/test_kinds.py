"""The registry of the kinds of records: what it derives, and what a check says is missing."""

from dataclasses import replace

import pytest
from django.core.exceptions import ImproperlyConfigured

from reports.content.content_version.tracked_tables import list_model_labels
from reports.content.models import Incubator, SearchEntry, Service, Term
from reports.content.models import record_kind as registry
from reports.content.models.record_kind import (
    find_kind,
    list_kinds,
    list_referred_first,
    list_referrers_first,
)
from reports.content.models.roles import ROLES
from reports.content.records.checks import check_record_kinds
from reports_graphql.enums import describe_searched_kinds


def test_a_snippet_that_is_not_registered_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert check_record_kinds() == []
    monkeypatch.delitem(registry._kinds, Term)
    (error,) = check_record_kinds()
    assert error.id == "reports.E001"
    assert "reports.Term" in error.msg


@pytest.mark.parametrize(
    ("model", "entry", "named"),
    [
        (Term, {"columns": ("owner",)}, "reports.Term has no field owner"),
        (Term, {"searched": ("words",)}, "reports.Term has no field words"),
        (Incubator, {"searched": ("owner",)}, "SearchEntry.Kind needs INCUBATOR"),
    ],
)
def test_what_a_kind_lacks_is_named(
    model: type, entry: dict[str, tuple[str, ...]], named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(registry._kinds, model, replace(find_kind(model), **entry))
    errors = check_record_kinds()
    assert named in " ".join(error.msg for error in errors)


def test_a_model_that_is_no_kind_is_named_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(registry._kinds, Term)
    with pytest.raises(ImproperlyConfigured, match=r"reports\.Term .* @record_kind"):
        find_kind(Term)
    with pytest.raises(ImproperlyConfigured, match=r"TERM.* @record_kind"):
        describe_searched_kinds()


def test_public_fields_are_those_that_readers_see() -> None:
    service = find_kind(Service)
    assert [field.name for field in service.public_fields] == [
        *("name", "slug", "mission", "phase", "url", "stats_url", "budget_url", "incubator"),
    ]
    assert service.references == {"incubator": find_kind(Incubator)}


def test_records_come_before_or_after_what_they_refer_to() -> None:
    first, last = list_referrers_first(), list_referred_first()
    assert set(first) == set(last) == set(list_kinds())
    service, incubator = find_kind(Service), find_kind(Incubator)
    assert first.index(service) < first.index(incubator)
    assert last.index(incubator) < last.index(service)


def test_every_kind_is_tracked_and_has_permissions() -> None:
    for kind in list_kinds():
        assert kind.label in list_model_labels()
        assert all(kind.get_permission("change") in role.models for role in ROLES)


def test_a_kind_that_is_searched_and_has_no_entries_is_named_in_a_sentence() -> None:
    with pytest.raises(ImproperlyConfigured, match="needs a member HORIZON"):
        SearchEntry.Kind.of_records("horizon")

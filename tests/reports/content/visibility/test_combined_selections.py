"""Rows that are read in one statement are those that are read alone."""

import io
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image
from wagtail.models import Page, Site

from reports import models
from reports.content.models.record_kind import list_models
from reports.content.visibility.combined_selections import fetch_together, number_by_type
from reports.content.visibility.perspective import Perspective


@pytest.fixture
def perspective(db: None) -> Perspective:
    """A site with some of everything, in which columns are null and are not."""
    incubator = models.Incubator.objects.create(name="Fabrique", slug="fabrique")
    for n in range(3):
        models.Service.objects.create(
            name=f"S{n}", slug=f"s{n}", incubator=incubator if n else None, live=n != 2
        )
        models.Indicator.objects.create(name=f"I{n}", code=f"i{n}")
        models.FundingRound.objects.create(name=f"F{n}", slug=f"f{n}", year=2020 + n if n else None)
    for model in list_models():
        model.objects.create(name="Autre", **{model.key_field: "autre"})
    models.Term.objects.create(name="Incubateur", slug="incubateur", definition="100 % « libre »")
    png = io.BytesIO()
    Image.new("RGB", (6, 3)).save(png, "PNG")
    models.Picture.objects.create(title="carte", file=ContentFile(png.getvalue(), "carte.png"))
    models.ReportDocument.objects.create(title="Bilan", file=ContentFile(b"%PDF", "b.pdf"))
    return Perspective(Site.objects.get(is_default_site=True))


def list_kinds() -> list[tuple[Any, tuple[Any, ...], Any]]:
    kinds: list[Any] = [(Perspective.snippets, (model,), model) for model in list_models()]
    return [
        *kinds,
        (Perspective.pictures, (), models.Picture),
        (Perspective.documents, (), models.ReportDocument),
        (Perspective.pages, (), Page),
    ]


def read_values(row: Any) -> dict[str, Any]:
    return {name: value for name, value in vars(row).items() if name != "_state"}


@pytest.mark.parametrize("first", range(len(list_kinds())))
def test_rows_are_those_that_are_read_alone(perspective: Perspective, first: int) -> None:
    kinds = [*list_kinds()[first:], *list_kinds()[:first]]
    given = [
        (kind, arguments, {*model.objects.values_list("pk", flat=True)})
        for kind, arguments, model in kinds
    ]
    alone = [
        perspective.fetch_visible(kind, *arguments, pk=keys) for kind, arguments, keys in given
    ]
    selections = [
        perspective.select_visible(kind, *arguments, pk=keys) for kind, arguments, keys in given
    ]

    with CaptureQueriesContext(connection) as statements:
        together = fetch_together(selections)

    assert len(statements) == 1
    assert all(alone)
    for expected, found in zip(alone, together, strict=True):
        by_key = {row.pk: read_values(row) for row in found}
        assert len(by_key) == len(found)
        assert by_key == {row.pk: read_values(row) for row in expected}
        assert {type(row) for row in found} == {type(row) for row in expected}


def test_what_is_hidden_is_not_read(perspective: Perspective) -> None:
    keys = {*models.Service.objects.values_list("pk", flat=True)}
    services = perspective.select_visible(Perspective.snippets, models.Service, pk=keys)
    terms = perspective.select_visible(Perspective.snippets, models.Term, slug={"incubateur"})

    found, _ = fetch_together([services, terms])

    assert {service.slug for service in found} == {"s0", "s1", "autre"}


def test_nothing_is_named_by_what_is_read_together(perspective: Perspective) -> None:
    term = perspective.select_visible(Perspective.snippets, models.Term, slug={"incubateur"})
    fetch_together([term, term])

    assert perspective.cache_tags == set()


def test_a_selection_without_keys_is_refused(perspective: Perspective) -> None:
    """It would read all rows."""
    with pytest.raises(AssertionError):
        perspective.select_visible(Perspective.snippets, models.Term, slug=set())


def test_texts_of_any_length_share_columns() -> None:
    assert number_by_type(["varchar(9)", "uuid", "varchar(20)", "char(32)"]) == [
        ("varchar", 0),
        ("uuid", 0),
        ("varchar", 1),
        ("char(32)", 0),
    ]

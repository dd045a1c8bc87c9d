"""The short ways to an answer lead where the long ones do."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any

import graphql
import pytest
from django.test import RequestFactory
from graphql import parse, validate
from wagtail.models import Site

from reports.content.models import AnnualReportPage, ContentPage, HomePage, ReportIndexPage
from reports.content.visibility.perspective import Perspective
from reports.content.visibility.sites import find_site_for_request
from reports_graphql.context import Context
from reports_graphql.errors import Invalid, Refusal
from reports_graphql.execution.field_access import NotCompiled
from reports_graphql.execution.own_context import OwnContextExecution
from reports_graphql.operation import Operation
from reports_graphql.query_limits.document import read_document
from reports_graphql.query_limits.limits import Limits
from reports_graphql.schema import schema as served
from reports_graphql.site.loaders import list_contents
from reports_graphql.site.nodes import list_children

from .comparison import EVERYTHING
from .generator import contract, generate, whole
from .keys import PUBLIC, Keys
from .scenario import World


@pytest.mark.django_db
def test_execution_answers_as_graphql_core_does(
    world: World, record_property: Callable[[str, object], None]
) -> None:
    schema = served._schema
    questions = whole(contract(), EVERYTHING)
    questions += generate(contract(), Keys(dict(PUBLIC)), "as graphql-core", 400)
    compared = 0
    limits = replace(Limits.of_settings(), cost=10**9)
    request = RequestFactory().get("/graphql/")
    for question in questions:
        ast = parse(question.query) if valid(schema, question.query) else None
        if ast is None:
            continue
        asked = read_document(question.query, schema, limits)
        given = question.variables, question.operation
        expected = graphql.execute_sync(
            schema,
            ast,
            None,
            Context(find_site_for_request(request)),
            *given,
            execution_context_class=OwnContextExecution,
        )
        with suppress(NotCompiled, Refusal, Invalid):  # and what is refused before it runs
            operation = asked.prepare(question.operation, question.variables)
            assert generated(operation, Context(find_site_for_request(request))) == expected.data, (
                question
            )
            compared += 1
    record_property("counted: answers compared with those of graphql-core", compared)
    assert compared > 200


def generated(operation: Operation, context: Context) -> Any:
    """What generated code answers; None where it fails, as graphql-core does at the root."""
    assert operation.document.plans
    try:
        return operation.document.plans.run(operation.node, context, operation.variables)
    except Refusal:
        return None


def valid(schema: graphql.GraphQLSchema, text: str) -> bool:
    try:
        return not text.startswith("mutation") and not validate(schema, parse(text))
    except graphql.GraphQLError:
        return False


KINDS = ("pages", "reports", "pictures", "documents")


@pytest.mark.django_db
@pytest.mark.parametrize("kind", KINDS)
def test_a_prepared_statement_reads_what_its_queryset_reads(world: World, kind: str) -> None:
    perspective = Perspective(Site.objects.get(is_default_site=True))
    rows = getattr(perspective, kind)()
    keys = [*rows.model.objects.values_list("pk", flat=True)]
    expected = [*map(read_values, rows)]
    assert expected
    for found in (
        perspective.fetch_visible(getattr(Perspective, kind)),
        perspective.fetch_visible(getattr(Perspective, kind), pk=keys),
    ):
        assert [*map(read_values, found)] == expected
    assert perspective.fetch_visible(getattr(Perspective, kind), pk=[]) == []


PAGES = {
    "pages by their place": (Perspective.pages, (), "path"),
    "a page by its path": (Perspective.pages, (), "url_path"),
    "pages by their key": (Perspective.pages, (), "translation_key"),
    "children by the place above": (list_children, (), "parent_path"),
    **{
        f"contents of {model.__name__}": (list_contents, (model,), "pk")
        for model in (HomePage, ReportIndexPage, ContentPage, AnnualReportPage)
    },
}


@pytest.mark.django_db
@pytest.mark.parametrize(("kind", "arguments", "column"), PAGES.values(), ids=PAGES)
@pytest.mark.parametrize("count", [1, 3, 100])
def test_a_prepared_statement_of_pages_reads_what_its_queryset_reads(
    world: World, kind: Callable[..., Any], arguments: Any, column: str, count: int
) -> None:
    perspective = Perspective(Site.objects.get(is_default_site=True))
    rows = kind(perspective, *arguments)
    keys = [*rows.order_by().values_list(column, flat=True).distinct()][:count]
    expected = [*map(read_values, rows.filter(**{f"{column}__in": keys}).order_by("path"))]
    assert len(expected) >= len(keys) > 0

    found = perspective.fetch_visible(kind, *arguments, **{column: keys})

    assert [*map(read_values, sorted(found, key=lambda page: page.path))] == expected
    assert perspective.fetch_visible(kind, *arguments, **{column: []}) == []


@pytest.mark.django_db
def test_children_are_in_the_order_of_the_tree(world: World) -> None:
    perspective = Perspective(Site.objects.get(is_default_site=True))
    pages = [*perspective.pages().order_by("path")]

    found = perspective.fetch_visible(list_children, parent_path=[page.path for page in pages])

    assert [page.path for page in found] == [page.path for page in pages[1:]]


def read_values(row: Any) -> dict[str, Any]:
    """What a row knows of its columns."""
    columns = {field.attname for field in row._meta.concrete_fields} & vars(row).keys()
    return {name: getattr(row, name) for name in columns}

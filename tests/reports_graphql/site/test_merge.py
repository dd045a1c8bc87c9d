"""One schema of two halves, in which nothing of Grapple's is open that is not in our list."""

import copy
import inspect

import pytest
from graphql import (
    GraphQLField,
    GraphQLInt,
    GraphQLSchema,
    GraphQLString,
    GraphQLUnionType,
    get_named_type,
    parse,
    validate,
    validate_schema,
)
from graphql.validation import NoUnusedFragmentsRule

from reports import models
from reports.folding.bodies import ContentBody, ReportBody
from reports_graphql.query import Query
from reports_graphql.schema import schema
from reports_graphql.site import merge
from reports_graphql.site.source import MODELS, build_grapple_schema

from ..test_union import selection

MERGED = schema._schema
GONE = {
    "order searchQuery searchOperator token contentType slug id site inSite ancestor hostname",
    "rawValue contentType pageType live locked owner draftTitle aliases aliasOf tags revisions",
    "translationKey hasUnpublishedChanges goLiveAt expireAt expired depth numchild path url",
    "latestRevisionCreatedAt sitesRootedHere searchScore siblings nextSiblings previousSiblings",
    "descendants hostname port isDefaultSite siteName oldUrl site",
}
OURS = ("PageInterface", "Redirect", *(model.__name__ for model in MODELS))
CONNECTIONS = ("PageConnection", "PageEdge", "RedirectConnection", "RedirectEdge")
LINKS = {"HomePage": "introduction", "ReportIndexPage": "introduction"} | {
    "ContentPage": "body",
    "AnnualReportPage": "report",
}


def report_half() -> GraphQLSchema:
    """The report half, built anew: without what the merge has added."""
    import strawberry
    from strawberry.schema.config import StrawberryConfig

    from reports_graphql.scalars import SCALARS
    from reports_graphql.types.search import SEARCH_HITS

    config = StrawberryConfig(scalar_map=dict(SCALARS))
    return strawberry.Schema(query=Query, types=SEARCH_HITS, config=config)._schema


def test_the_schema_is_valid() -> None:
    assert validate_schema(MERGED) == []


def test_every_type_of_grapple_s_is_closed_that_is_not_in_the_list() -> None:
    added = MERGED.type_map.keys() - report_half().type_map.keys()

    assert added == {*OURS, *CONNECTIONS, "ContentBlock"}


def test_the_fields_are_exactly_those_of_the_list() -> None:
    fields = {name: set(MERGED.type_map[name].fields) for name in OURS}  # type: ignore[attr-defined]

    assert fields["PageInterface"] == {
        *("id", "title", "slug", "urlPath", "seoTitle", "seoDescription", "showInMenus"),
        *("firstPublishedAt", "lastPublishedAt", "parent", "children", "ancestors"),
    }
    for name, link in LINKS.items():
        assert fields[name] == {*fields["PageInterface"], link}
    assert set(MERGED.type_map["Site"].fields) == {  # type: ignore[attr-defined]
        *("name", "rootPage", "url", "language", "printedBase", "publisher", "licence"),
        *("publisherType", "contactEmail", "contactUrl", "coverage", "logo"),
    }
    assert fields["Redirect"] == {"oldPath", "newUrl", "isPermanent", "page"}


@pytest.mark.parametrize(
    ("field", "arguments"),
    [
        ("page", {"urlPath"}),
        ("pages", {"inMenu", "first", "after", "last", "before"}),
        ("site", set()),
        ("redirect", {"path"}),
        ("redirects", {"first", "after", "last", "before"}),
    ],
)
def test_the_arguments_are_exactly_those_of_the_list(field: str, arguments: set[str]) -> None:
    assert MERGED.query_type is not None
    assert set(MERGED.query_type.fields[field].args) == arguments


@pytest.mark.parametrize("type_name", ["PageInterface", "ContentPage", "Redirect", "Query"])
def test_a_new_field_of_grapple_s_stays_closed(
    monkeypatch: pytest.MonkeyPatch, type_name: str
) -> None:
    source = build_grapple_schema().type_map[type_name]
    secret = GraphQLField(GraphQLString, resolve=lambda *_: "secret")
    monkeypatch.setitem(source.fields, "ownerPassword", secret)  # type: ignore[attr-defined]

    rebuilt = merge.merge_schemas(report_half(), build_grapple_schema())

    assert "ownerPassword" in build_grapple_schema().type_map[type_name].fields  # type: ignore[attr-defined]
    assert "ownerPassword" not in rebuilt.type_map[type_name].fields  # type: ignore[attr-defined]


def test_a_field_that_grapple_no_longer_has_stops_the_build(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delitem(build_grapple_schema().type_map["PageInterface"].fields, "title")  # type: ignore[attr-defined]

    with pytest.raises(TypeError, match="PageInterface"):
        merge.merge_schemas(report_half(), build_grapple_schema())


@pytest.mark.parametrize(("name", "field"), [("PageInterface", "title"), ("Query", "pages")])
def test_a_field_of_another_type_in_grapple_stops_the_build(
    monkeypatch: pytest.MonkeyPatch, name: str, field: str
) -> None:
    source = build_grapple_schema().type_map[name]
    monkeypatch.setitem(source.fields, field, GraphQLField(GraphQLInt))  # type: ignore[attr-defined]

    with pytest.raises(TypeError, match=f"{name}.{field}"):
        merge.merge_schemas(report_half(), build_grapple_schema())


def test_grapple_is_not_changed() -> None:
    grapple = build_grapple_schema()
    before = {name: set(getattr(kind, "fields", ())) for name, kind in grapple.type_map.items()}
    resolvers = [field.resolve for field in grapple.query_type.fields.values()]  # type: ignore[union-attr]

    merge.merge_schemas(report_half(), grapple)

    assert {n: set(getattr(k, "fields", ())) for n, k in grapple.type_map.items()} == before
    assert [field.resolve for field in grapple.query_type.fields.values()] == resolvers  # type: ignore[union-attr]


def test_no_object_of_grapple_s_is_reused() -> None:
    theirs = {
        id(kind)
        for name, kind in build_grapple_schema().type_map.items()
        if not name.startswith("__")
    }
    standard = {"ID", "String", "Int", "Boolean", "Float"}

    assert [
        name
        for name, kind in MERGED.type_map.items()
        if id(kind) in theirs and name not in standard
    ] == []
    for kind in (*OURS, *CONNECTIONS, "Query", "Site"):
        for name, field in MERGED.type_map[kind].fields.items():  # type: ignore[attr-defined]
            assert get_named_type(field.type) is MERGED.type_map[get_named_type(field.type).name]
            module = inspect.getmodule(field.resolve).__name__  # type: ignore[union-attr]
            assert module.startswith(("reports_graphql.", "strawberry.")), name


@pytest.mark.parametrize("name", ["Redirect", "ContentBlock"])
def test_a_name_that_both_halves_have_stops_the_build(name: str) -> None:
    reports = copy.copy(report_half())
    reports.type_map[name] = MERGED.type_map[name]

    with pytest.raises(ValueError, match=name):
        merge.merge_schemas(reports, build_grapple_schema())


@pytest.mark.parametrize(("name", "field"), [("Query", "pages"), ("Site", "rootPage")])
def test_a_field_that_both_halves_have_stops_the_build(name: str, field: str) -> None:
    reports = report_half()
    reports.type_map[name].fields[field] = GraphQLField(GraphQLString)  # type: ignore[attr-defined]

    with pytest.raises(ValueError, match=field):
        merge.merge_schemas(reports, build_grapple_schema())


def test_gone_names_are_refused() -> None:
    names = {name for line in GONE for name in line.split()}
    assert MERGED.query_type is not None
    arguments = {
        argument
        for kind in (MERGED.query_type, MERGED.type_map["PageInterface"])
        for name, field in kind.fields.items()  # type: ignore[attr-defined]
        if name in ("page", "pages", "site", "redirects", "children", "parent", "ancestors")
        for argument in field.args
    }
    fields = {name for kind in OURS for name in MERGED.type_map[kind].fields}  # type: ignore[attr-defined]

    assert arguments & names == set()
    assert fields & (names - {"id", "slug"}) == set()


def test_models_know_no_graphql() -> None:
    for model in MODELS:
        assert not any(name.startswith("graphql") for name in vars(model))


def test_an_unused_fragment_is_still_refused() -> None:
    document = parse("{ site { name } } fragment Unused on Site { name }")

    errors = validate(MERGED, document, [NoUnusedFragmentsRule])

    assert [error.message for error in errors] == ["Fragment 'Unused' is never used."]


def test_grapple_is_no_app_and_its_schema_is_never_imported() -> None:
    import sys

    from django.apps import apps

    assert not apps.is_installed("grapple")
    assert "grapple.schema" not in sys.modules


def test_content_blocks_are_those_of_a_plain_page() -> None:
    union = MERGED.type_map["ContentBlock"]
    assert isinstance(union, GraphQLUnionType)
    blocks = ContentBody().child_blocks

    assert [member.name for member in union.types] == [type(b).__name__ for b in blocks.values()]
    # loaders and members know the blocks of a report: a plain page holds no others
    of_reports = ReportBody().child_blocks
    assert {name: type(block) for name, block in blocks.items()}.items() <= {
        name: type(block) for name, block in of_reports.items()
    }.items()


def test_every_page_model_has_a_type() -> None:
    concrete = set(models.pages.HeadlessPage.__subclasses__())

    assert concrete == set(MODELS)


def test_a_field_name_means_one_type_in_all_kinds_of_pages() -> None:
    own = {"HomePage": "introduction { text }", "ReportIndexPage": "introduction { text }"}
    body = MERGED.type_map["ContentBlock"]
    assert isinstance(body, GraphQLUnionType)
    blocks = " ".join(f"... on {member.name} {selection(member)}" for member in body.types)
    own |= {"ContentPage": f"body {{ __typename {blocks} }}"}
    report = "id year title heroTitle path introduction { html text } publishedAt"
    own |= {"AnnualReportPage": f"report {{ {report} }}"}
    shared = "id title slug urlPath seoTitle seoDescription showInMenus firstPublishedAt"
    fragments = " ".join(
        f"... on {name} {{ {shared} lastPublishedAt parent {{ id }} {field} }}"
        for name, field in own.items()
    )

    assert validate(MERGED, parse(f"{{ pages {{ nodes {{ __typename {fragments} }} }} }}")) == []


def test_a_field_name_means_one_nullability_in_both_unions() -> None:
    types: dict[str, set[str]] = {}
    for name in ("ContentBlock", "ReportBlock"):
        for member in MERGED.type_map[name].types:  # type: ignore[attr-defined]
            for field_name, field in member.fields.items():
                types.setdefault(field_name, set()).add(str(field.type))
    for model in MODELS:
        for field_name, field in MERGED.type_map[model.__name__].fields.items():  # type: ignore[attr-defined]
            if field_name in ("introduction", "body", "report"):
                types.setdefault(f"page.{field_name}", set()).add(str(field.type))

    assert {name: found for name, found in types.items() if len(found) > 1} == {}

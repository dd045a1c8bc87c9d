"""The types of the site half: ours, with the names and the types that Grapple gives to fields."""

import inspect

import pytest
from graphql import (
    GraphQLField,
    GraphQLInt,
    GraphQLUnionType,
    get_named_type,
    parse,
    validate,
    validate_schema,
)
from graphql.validation import NoUnusedFragmentsRule
from strawberry.types import get_object_definition

from reports.content.folding.bodies import ContentBody, ReportBody
from reports.content.models.pages import HeadlessPage
from reports_graphql import query
from reports_graphql.schema import build_schema, schema
from reports_graphql.site.nodes import NODE_TYPES
from reports_graphql.site.query import Query, Site
from reports_graphql.site.source import build_grapple_schema, check_grapple
from reports_graphql.types import sites

from ..test_union import selection

SCHEMA = schema._schema
REPORTS = build_schema(query.Query)._schema
GONE = {
    "order searchQuery searchOperator token contentType slug id site inSite ancestor hostname",
    "rawValue contentType pageType live locked owner draftTitle aliases aliasOf tags revisions",
    "translationKey hasUnpublishedChanges goLiveAt expireAt expired depth numchild path url",
    "latestRevisionCreatedAt sitesRootedHere searchScore siblings nextSiblings previousSiblings",
    "descendants hostname port isDefaultSite siteName oldUrl site",
}
OURS = ("PageInterface", "Redirect", *(model.__name__ for model in NODE_TYPES))
CONNECTIONS = ("PageConnection", "PageEdge", "RedirectConnection", "RedirectEdge")
LINKS = {"HomePage": "introduction", "ReportIndexPage": "introduction"} | {
    "ContentPage": "body",
    "AnnualReportPage": "report",
}


def test_the_schema_is_valid() -> None:
    assert validate_schema(SCHEMA) == []


def test_every_type_of_grapple_s_is_closed_that_is_not_in_the_list() -> None:
    added = SCHEMA.type_map.keys() - REPORTS.type_map.keys()

    assert added == {*OURS, *CONNECTIONS, "ContentBlock"}


def test_the_fields_are_exactly_those_of_the_list() -> None:
    fields = {name: set(SCHEMA.type_map[name].fields) for name in OURS}  # type: ignore[attr-defined]

    assert fields["PageInterface"] == {
        *("id", "title", "slug", "urlPath", "seoTitle", "seoDescription", "showInMenus"),
        *("firstPublishedAt", "lastPublishedAt", "parent", "children", "ancestors"),
    }
    for name, link in LINKS.items():
        assert fields[name] == {*fields["PageInterface"], link}
    assert set(SCHEMA.type_map["Site"].fields) == {  # type: ignore[attr-defined]
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
    assert SCHEMA.query_type is not None
    assert set(SCHEMA.query_type.fields[field].args) == arguments


def test_a_field_that_grapple_no_longer_has_stops_the_build(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delitem(build_grapple_schema().type_map["PageInterface"].fields, "title")  # type: ignore[attr-defined]

    with pytest.raises(TypeError, match="PageInterface"):
        check_grapple(SCHEMA, build_grapple_schema())


@pytest.mark.parametrize(("name", "field"), [("PageInterface", "title"), ("Query", "pages")])
def test_a_field_of_another_type_in_grapple_stops_the_build(
    monkeypatch: pytest.MonkeyPatch, name: str, field: str
) -> None:
    source = build_grapple_schema().type_map[name]
    monkeypatch.setitem(source.fields, field, GraphQLField(GraphQLInt))  # type: ignore[attr-defined]

    with pytest.raises(TypeError, match=f"{name}.{field}"):
        check_grapple(SCHEMA, build_grapple_schema())


def test_no_object_of_grapple_s_is_reused() -> None:
    theirs = {
        id(kind)
        for name, kind in build_grapple_schema().type_map.items()
        if not name.startswith("__")
    }
    standard = {"ID", "String", "Int", "Boolean", "Float"}

    assert [
        name
        for name, kind in SCHEMA.type_map.items()
        if id(kind) in theirs and name not in standard
    ] == []
    for kind in (*OURS, *CONNECTIONS, "Query", "Site"):
        for name, field in SCHEMA.type_map[kind].fields.items():  # type: ignore[attr-defined]
            assert get_named_type(field.type) is SCHEMA.type_map[get_named_type(field.type).name]
            module = inspect.getmodule(field.resolve).__name__  # type: ignore[union-attr]
            assert module.startswith(("reports_graphql.", "strawberry.")), name


@pytest.mark.parametrize(
    ("type_", "base", "replaced"), [(Query, query.Query, {"site"}), (Site, sites.Site, set())]
)
def test_fields_of_the_report_half_are_not_replaced(
    type_: type, base: type, replaced: set[str]
) -> None:
    """The site alone, which has more fields here."""
    fields, of_base = (get_object_definition(each, strict=True).fields for each in (type_, base))
    own = {field.python_name for field in fields if field.origin is type_}

    assert own & {field.python_name for field in of_base} == replaced


def test_gone_names_are_refused() -> None:
    names = {name for line in GONE for name in line.split()}
    assert SCHEMA.query_type is not None
    arguments = {
        argument
        for kind in (SCHEMA.query_type, SCHEMA.type_map["PageInterface"])
        for name, field in kind.fields.items()  # type: ignore[attr-defined]
        if name in ("page", "pages", "site", "redirects", "children", "parent", "ancestors")
        for argument in field.args
    }
    fields = {name for kind in OURS for name in SCHEMA.type_map[kind].fields}  # type: ignore[attr-defined]

    assert arguments & names == set()
    assert fields & (names - {"id", "slug"}) == set()


def test_models_know_no_graphql() -> None:
    for model in NODE_TYPES:
        assert not any(name.startswith("graphql") for name in vars(model))


def test_an_unused_fragment_is_still_refused() -> None:
    document = parse("{ site { name } } fragment Unused on Site { name }")

    errors = validate(SCHEMA, document, [NoUnusedFragmentsRule])

    assert [error.message for error in errors] == ["Fragment 'Unused' is never used."]


def test_grapple_is_no_app_and_its_schema_is_never_imported() -> None:
    import sys

    from django.apps import apps

    assert not apps.is_installed("grapple")
    assert "grapple.schema" not in sys.modules


def test_content_blocks_are_those_of_a_plain_page() -> None:
    union = SCHEMA.type_map["ContentBlock"]
    assert isinstance(union, GraphQLUnionType)
    blocks = ContentBody().child_blocks

    assert [member.name for member in union.types] == [type(b).__name__ for b in blocks.values()]
    # loaders and members know the blocks of a report: a plain page holds no others
    of_reports = ReportBody().child_blocks
    assert {name: type(block) for name, block in blocks.items()}.items() <= {
        name: type(block) for name, block in of_reports.items()
    }.items()


def test_every_page_model_has_a_type() -> None:
    concrete = set(HeadlessPage.__subclasses__())

    assert concrete == set(NODE_TYPES)


def test_a_field_name_means_one_type_in_all_kinds_of_pages() -> None:
    own = {"HomePage": "introduction { text }", "ReportIndexPage": "introduction { text }"}
    body = SCHEMA.type_map["ContentBlock"]
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

    assert validate(SCHEMA, parse(f"{{ pages {{ nodes {{ __typename {fragments} }} }} }}")) == []


def test_a_field_name_means_one_nullability_in_both_unions() -> None:
    types: dict[str, set[str]] = {}
    for name in ("ContentBlock", "ReportBlock"):
        for member in SCHEMA.type_map[name].types:  # type: ignore[attr-defined]
            for field_name, field in member.fields.items():
                types.setdefault(field_name, set()).add(str(field.type))
    for model in NODE_TYPES:
        for field_name, field in SCHEMA.type_map[model.__name__].fields.items():  # type: ignore[attr-defined]
            if field_name in ("introduction", "body", "report"):
                types.setdefault(f"page.{field_name}", set()).add(str(field.type))

    assert {name: found for name, found in types.items() if len(found) > 1} == {}

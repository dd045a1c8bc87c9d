"""Guards on lists, their cursors, and the schema that both halves make."""

from .guard import Guard

SECRECY = "tests/reports_graphql/secrecy"
PAIRS = f"{SECRECY}/test_paired_databases.py"
ROWS = f"{SECRECY}/test_rows.py"

GRAPH = [
    Guard(
        "the number of a list",
        "reports/content/visibility/aggregates.py",
        "Subquery(queryset.order_by()",
        "Subquery(queryset.model.objects.order_by()",
        PAIRS,
        "report or nothing",
    ),
    Guard(
        "places of pages that cursors name",
        "graphql/reports_graphql/site/lists.py",
        "perspective.fetch_visible(Perspective.pages, translation_key=keys)",
        "WagtailPage.objects.filter(translation_key__in=keys)",
        "tests/reports_graphql/site/test_lists.py",
        "hidden",
    ),
    Guard(
        "cursors without places in the tree",
        "graphql/reports_graphql/site/lists.py",
        "Connection.from_page(page, PAGE_CURSORS, ",
        "Connection.from_page(page, TREE_ORDER, ",
        "tests/reports_graphql/site/test_lists.py",
        "holds_the_key",
    ),
    Guard(
        "cursors without row numbers",
        "graphql/reports_graphql/row_order.py",
        "values += (self.name,) if self.name else ()",
        "values += (self.name,) if self.name else (row.pk,)",
        "tests/reports_graphql",
        "first or cursor",
    ),
    Guard(
        "numbers of cursors that a column can hold",
        "graphql/reports_graphql/row_order.py",
        "        if not low <= value <= high:\n            raise ValueError\n",
        "",
        "tests/reports_graphql/test_connections.py",
        "no_report_can_have",
        breaks=True,
    ),
    Guard(
        "pages that are one statement",
        "graphql/reports_graphql/pagination.py",
        "return self.size, self.last is None,",
        "return self, self.last is None,",
        "tests/reports_graphql/test_compiled_lists.py",
        "after_the_first",
    ),
    Guard(
        "keys of records that are no row numbers",
        "graphql/reports_graphql/types/media.py",
        'id: strawberry.ID = attribute_field("key", KEY)\n    alt',
        'id: strawberry.ID = attribute_field("pk", KEY)\n    alt',
        ROWS,
    ),
    Guard(
        "fields of rows that lead to no other row",
        "graphql/reports_graphql/types/model_type.py",
        "not in (DeferredAttribute, property)",
        "is type(None)",
        "tests/reports_graphql/test_model_type.py",
        "nothing_but_a_column",
    ),
    Guard(
        "what Grapple has no more stops the build",
        "graphql/reports_graphql/site/source.py",
        "if not found or ",
        "if found and ",
        "tests/reports_graphql/site/test_page_types.py",
        "stops_the_build",
    ),
]

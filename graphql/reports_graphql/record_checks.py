"""Checks at startup that the schema has fields for each kind of records."""

from django.core.exceptions import ImproperlyConfigured
from graphql import GraphQLSchema
from strawberry.utils.str_converters import to_camel_case

from reports.content.models.record_kind import list_kinds


def check_record_fields(schema: GraphQLSchema) -> None:
    """Refuse a schema whose root gives no record or no list of a kind; say which."""
    fields = schema.query_type.fields if schema.query_type else {}
    for kind in list_kinds():
        by_key = to_camel_case(kind.name)
        missing = [name for name in (by_key, f"{by_key}s") if name not in fields]
        if missing:
            raise ImproperlyConfigured(
                f"{kind.label} is a kind of records, and the root of the graph has no field "
                f"{' or '.join(missing)}: give it a type by @model_type."
            )

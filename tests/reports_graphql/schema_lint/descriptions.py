"""What things say about themselves."""

import re
from collections.abc import Iterator

from graphql import GraphQLSchema, is_non_null_type, is_union_type

from tests.reports_graphql.schema_lint.rule import all_parts, fields, own_types, rule

QUOTED = re.compile(r"«[^»]*»|`[^`]*`")
FRENCH = re.compile(
    r"[àâçèéêëîïôùûœ’«»“”]|\b(au|aux|ce|cette|dans|de|des|du|elle|est|et|il|ils|la|le|les|leur|nul|nulle"
    r"|par|pas|pour|qui|que|sans|ses|son|sont|sur|un|une|vide|vrai)\b",
    re.IGNORECASE,
)


@rule(
    "Every type, field, argument and value is described.",
    'type Query { a(b: I): E } enum E { "Said." C D } "Said." input I { e: Int }',
    *("Query", "E", "Query.a", "Query.a(b:)", "I.e", "E.D"),
)
def find_undescribed_parts(schema: GraphQLSchema) -> Iterator[str]:
    for part in all_parts(schema):
        if not part.node.description:
            yield part.coordinate


@rule(
    "Descriptions are sentences: a capital or a digit first, a full stop last.",
    '"A type" type Query { "a field." b: Int "Two: « deux »." c: Int "480 pixels." d: Int }',
    *("Query", "Query.b"),
)
def find_descriptions_that_are_no_sentences(schema: GraphQLSchema) -> Iterator[str]:
    for part in all_parts(schema):
        description = part.node.description or ""
        if description and not re.fullmatch(r"[A-Z0-9`].*\.", description, re.DOTALL):
            yield part.coordinate


@rule(
    "Descriptions are in English; what reports print is quoted, « 17,4 % ».",
    '"Le titre." type Query { "A title: « Bilan de l’année »." a: Int "Résumé." b: Int '
    '"The `de` key." c: Int "Vide." d: Int "Open « only." e: Int }',
    *("Query", "Query.b", "Query.d", "Query.e"),
)
def find_descriptions_in_french(schema: GraphQLSchema) -> Iterator[str]:
    for part in all_parts(schema):
        if FRENCH.search(QUOTED.sub("", part.node.description or "")):
            yield part.coordinate


@rule(
    "A field that may be null says when.",
    'type Query { "A number." a: Int "A number; null if there is none." b: Int "One." c: Int! '
    '"Null." d: Int }',
    "Query.a",
)
def find_nulls_without_a_reason(schema: GraphQLSchema) -> Iterator[str]:
    for field in fields(schema):
        description = field.node.description or ""
        if not is_non_null_type(field.node.type) and not re.search(
            r"\bnull\b", description, re.IGNORECASE
        ):
            yield field.coordinate


@rule(
    "A union whose members share an interface names it in its description.",
    "interface I { a: Int } type A implements I { a: Int } type B implements I { a: Int } "
    'type C { a: Int } "Members." union U = A | B "Both are an `I`." union V = A | B '
    '"Members." union W = A | C type Query { u: U v: V w: W }',
    "U",
)
def find_unions_that_hide_an_interface(schema: GraphQLSchema) -> Iterator[str]:
    for kind in own_types(schema):
        if is_union_type(kind):
            shared = set.intersection(*({each.name for each in t.interfaces} for t in kind.types))
            if any(f"`{name}`" not in (kind.description or "") for name in shared):
                yield kind.name

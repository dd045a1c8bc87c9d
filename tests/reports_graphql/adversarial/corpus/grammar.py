"""What is no GraphQL."""

from .case import Case, document

TEXTS = {
    "an open selection": "{ report(year: ",
    "nothing but a comment": "# a",
    "nothing but commas": ",,,",
    "an empty selection": "{ }",
    "an empty selection below": "{ report(year: 2024) { } }",
    "empty arguments": "{ report() { id } }",
    "an argument without a value": "{ report(year) { id } }",
    "a closing brace too many": "{ __typename } }",
    "a fragment called on": "{ ...on } fragment on on Query { __typename }",
    "a spread of nothing": "{ ... }",
    "a fragment without a type": "{ ...A } fragment A { __typename }",
    "a string that is not closed": '{ service(slug: "a) { id } }',
    "a block string that is not closed": '{ service(slug: """a) { id } }',
    "a line break in a string": '{ service(slug: "a\nb") { id } }',
    "an escape that is none": '{ service(slug: "\\q") { id } }',
    "a lone surrogate as escape": '{ service(slug: "\\ud800") { id } }',
    "a code point that is none": '{ service(slug: "\\u{110000}") { id } }',
    "a null character as escape": '{ service(slug: "\\u0000") { id } }',
    "a null character in braces": '{ service(slug: "\\u{0}") { id } }',
    "a number with a leading zero": "{ report(year: 02024) { id } }",
    "a number with a letter": "{ report(year: 2024a) { id } }",
    "a number that ends in a point": "{ report(year: 2024.) { id } }",
    "two points": "{ .. }",
    "a semicolon": "{ __typename; }",
    "a dollar alone": "query ($: Int) { __typename }",
    "a type as SQL": "SELECT * FROM reports_user",
    "a variable as default": "query ($a: Int = $b) { __typename }",
    "emoji as a name": "{ 🙂 }",
    "an operation that is none": "delete { __typename }",
}
GRAMMAR: list[Case] = [document(name, "GRAPHQL_PARSE_FAILED", text) for name, text in TEXTS.items()]

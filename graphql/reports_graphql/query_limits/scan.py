"""Checks the limits on the tokens of a document before it is parsed, at almost no cost."""

import re

from graphql import Source, get_location

from reports_graphql.query_limits.limits import Limits, refuse_excess

# https://spec.graphql.org/October2021/#sec-Appendix-Grammar-Summary.Lexical-Tokens
TOKEN = re.compile(
    r"""
    [\s,\ufeff]+ | \#[^\n\r]*                      # ignored
    | (?P<token>
        [_A-Za-z][_0-9A-Za-z]*
      | \"\"\"(?:[^"\\]|\\.|"(?!""))*+(?:\"\"\")?   # what is never closed is one token, once read
      | "(?:[^"\\\n\r]|\\.)*+"?
      | -?[0-9][0-9A-Za-z_.+-]*
      | \.\.\.
      | (?P<mark>[$&:@=|!(){}\[\]])
      | .                                          # nothing of the language: the parser says so
      )
    """,
    re.VERBOSE | re.DOTALL,
)
OPENING, CLOSING = "({[", ")}]"
# Parsing recurses as deep as brackets nest; no document of a depth of 12 needs more.
MAX_NESTING = 64


def scan_text(text: str, limits: Limits) -> None:
    """Refuse a document whose text exceeds the limits, before any fragment is expanded."""
    tokens = aliases = directives = nesting = 0
    word = excess = 0  # where the last name begins, and the first alias that is too many
    arguments = 0  # brackets open since the outermost `(`: a `:` among them names an argument
    for match in TOKEN.finditer(text):
        if match["token"] is None:
            continue
        tokens += 1
        if tokens > limits.tokens:
            limits.refuse("tokens")
        mark = match["mark"]
        if mark is None:
            word = match.start()
            continue
        if mark in OPENING:
            nesting += 1
            if nesting > MAX_NESTING:
                limits.refuse("depth")
            if arguments or mark == "(":
                arguments += 1
        elif mark in CLOSING:
            nesting -= 1
            arguments = max(arguments - 1, 0)
        elif mark == "@":
            directives += 1
        elif mark == ":" and not arguments:
            aliases += 1
            if aliases == limits.aliases + 1:
                excess = word
    if aliases > limits.aliases:
        refusal = refuse_excess("aliases", limits.aliases)
        refusal.locations = [get_location(Source(text), excess)]
        raise refusal
    limits.check("directives", directives)

"""Guards on what a document may ask for."""

from .guard import Guard

QUERY_LIMITS, HTTP = "graphql/reports_graphql/query_limits", "graphql/reports_graphql/http"
ERRORS = "graphql/reports_graphql/errors.py"
ADVERSARIAL = "tests/reports_graphql/adversarial"
CORPUS, LIMITS = f"{ADVERSARIAL}/test_corpus.py", f"{ADVERSARIAL}/test_limits.py"
SITE_LIMITS = "tests/reports_graphql/site/test_limits.py"
MEASURES = 'for name in ("depth", "aliases", "directives", "selections"):'


def unmeasured(name: str) -> str:
    return MEASURES.replace(f'"{name}", ', "").replace(f', "{name}"', "")


DOCUMENTS = [
    Guard(
        "tokens",
        f"{QUERY_LIMITS}/scan.py",
        "if tokens > limits.tokens:",
        "if False:",
        LIMITS,
        "tokens",
    ),
    Guard(
        "nesting of brackets",
        f"{QUERY_LIMITS}/scan.py",
        "if nesting > MAX_NESTING:",
        "if False:",
        CORPUS,
        "500",
    ),
    *(
        Guard(
            f"{name}, fragments expanded",
            f"{QUERY_LIMITS}/shape.py",
            MEASURES,
            unmeasured(name),
            SITE_LIMITS if name == "depth" else LIMITS,
            name,
        )
        for name in ("depth", "aliases", "directives", "selections")
    ),
    Guard(
        "pairs of fields",
        f"{QUERY_LIMITS}/shape.py",
        'limits.check("overlaps", pairs)',
        "pass",
        LIMITS,
        "overlaps",
    ),
    Guard(
        "a fragment is counted once",
        f"{QUERY_LIMITS}/shape.py",
        "            if spread := self.fragments.get(name):",
        "            if name in self.fragments:\n"
        "                self.visited += self.fragments[name].selections\n"
        "            if spread := self.fragments.get(name):",
        f"{ADVERSARIAL}/test_linear.py",
    ),
    Guard(
        "the cost",
        f"{QUERY_LIMITS}/document.py",
        "        if operation.cost > self.limits.cost:\n            raise refuse_cost",
        "        if False:\n            raise refuse_cost",
        LIMITS,
        "cost",
    ),
    Guard(
        "the cost of a page by its size",
        f"{QUERY_LIMITS}/cost.py",
        "            objects = place.objects * place.page\n",
        "            objects = place.objects\n",
        LIMITS,
        "cost",
    ),
    Guard(
        "statements in the cost",
        f"{QUERY_LIMITS}/cost.py",
        "STATEMENT_COST = 85",
        "STATEMENT_COST = 8",
        "tests/reports_graphql/test_rate_limit.py",
        "costly",
    ),
    Guard(
        "sizes of pages",
        f"{QUERY_LIMITS}/arguments.py",
        "if any(not 0 <= size <= limits.page_size for size in sizes):",
        "if False:",
        LIMITS,
        "page_size",
    ),
    Guard(
        "both ends of a list",
        f"{QUERY_LIMITS}/arguments.py",
        "if len(sizes) > 1:",
        "if False:",
        CORPUS,
        "both",
    ),
    Guard(
        "cursors, before anything runs",
        f"{QUERY_LIMITS}/arguments.py",
        "(order(values) if callable(order) else order).values(values[name])",
        "pass",
        CORPUS,
        "cursor",
    ),
    Guard(
        "a variable that may be null where null may not be",
        f"{QUERY_LIMITS}/arguments.py",
        "    except GraphQLError as error:  # a variable that may be null where null may not be\n"
        '        raise Invalid([build_refusal("BAD_USER_INPUT", error)]) from None\n',
        "    except ZeroDivisionError:\n        raise\n",
        CORPUS,
        "null",
        breaks=True,
    ),
    Guard(
        "variables that are not declared",
        f"{QUERY_LIMITS}/document.py",
        "if surplus := sorted(given.keys() - declared):",
        "if surplus := []:",
        CORPUS,
        "variables",
    ),
    Guard(
        "queries alone",
        f"{QUERY_LIMITS}/document.py",
        "if operation.operation is not OperationType.QUERY:",
        "if False:",
        CORPUS,
        "mutation or subscription",
        breaks=True,
    ),
    Guard(
        "null characters as escapes",
        f"{QUERY_LIMITS}/document.py",
        "if NULL.search(text):",
        "if False:",
        CORPUS,
        "null",
    ),
    Guard(
        "few errors at once",
        f"{QUERY_LIMITS}/document.py",
        "max_errors=MAX_ERRORS)[:MAX_ERRORS]",
        "max_errors=90)",
        "tests/reports_graphql/test_errors.py",
        "few",
    ),
    Guard(
        "one document is read at a time",
        f"{QUERY_LIMITS}/parse_throttle.py",
        "            with self.reading:\n",
        "            if True:\n",
        "tests/reports_graphql/test_parse_throttle.py",
    ),
    Guard(
        "the turn of others while a document waits",
        "graphql/reports_graphql/schema.py",
        "with leave_turn(), PARSE_THROTTLE",
        "with PARSE_THROTTLE",
        "tests/reports_graphql/test_parse_throttle.py",
        "no_turn",
    ),
    Guard(
        "a short queue",
        f"{QUERY_LIMITS}/parse_throttle.py",
        "self.inside.total() >= self.places or ",
        "",
        "tests/reports_graphql/test_parse_throttle.py",
        "queue",
    ),
    Guard(
        "places that one client leaves",
        f"{QUERY_LIMITS}/parse_throttle.py",
        " or self.inside[client] >= self.each",
        "",
        "tests/reports_graphql/test_parse_throttle.py",
        "client",
    ),
    Guard(
        "shipped documents that stay",
        "graphql/reports_graphql/schema.py",
        "self.trusted if sha256(text) in read_manifest().texts else self.known",
        "self.known",
        "tests/reports_graphql/test_parse_throttle.py",
        "shipped",
    ),
    Guard(
        "a share of the time",
        f"{QUERY_LIMITS}/parse_throttle.py",
        "time.sleep(max(0, self.free_at - self.burst - time.monotonic()))",
        "pass",
        "tests/reports_graphql/test_parse_throttle.py",
        "share",
    ),
]

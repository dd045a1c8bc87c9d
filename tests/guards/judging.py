"""Guards on what a document may ask for."""

from .guard import Guard

JUDGING, HTTP = "graphql/reports_graphql/judging", "graphql/reports_graphql/http"
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
        f"{JUDGING}/scan.py",
        "if tokens > limits.tokens:",
        "if False:",
        LIMITS,
        "tokens",
    ),
    Guard(
        "nesting of brackets",
        f"{JUDGING}/scan.py",
        "if nesting > NESTING:",
        "if False:",
        CORPUS,
        "500",
    ),
    *(
        Guard(
            f"{name}, fragments expanded",
            f"{JUDGING}/shape.py",
            MEASURES,
            unmeasured(name),
            SITE_LIMITS if name == "depth" else LIMITS,
            name,
        )
        for name in ("depth", "aliases", "directives", "selections")
    ),
    Guard(
        "pairs of fields",
        f"{JUDGING}/shape.py",
        'limits.check("overlaps", pairs)',
        "pass",
        LIMITS,
        "overlaps",
    ),
    Guard(
        "a fragment is counted once",
        f"{JUDGING}/shape.py",
        "            if spread := self.fragments.get(name):",
        "            if name in self.fragments:\n"
        "                self.visited += self.fragments[name].selections\n"
        "            if spread := self.fragments.get(name):",
        f"{ADVERSARIAL}/test_linear.py",
    ),
    Guard(
        "the cost",
        f"{JUDGING}/document.py",
        '        self.limits.check("cost", self.prices[key])\n',
        "",
        LIMITS,
        "cost",
    ),
    Guard(
        "the cost of a page by its size",
        f"{JUDGING}/cost.py",
        "below.objects + asked * below.per_item",
        "below.objects + below.per_item",
        LIMITS,
        "cost",
    ),
    Guard(
        "statements in the cost",
        f"{JUDGING}/cost.py",
        "STATEMENT = 85",
        "STATEMENT = 8",
        "tests/reports_graphql/test_rate.py",
        "costly",
    ),
    Guard(
        "sizes of pages",
        f"{JUDGING}/arguments.py",
        "if any(not 0 <= size <= limits.page_size for size in sizes):",
        "if False:",
        LIMITS,
        "page_size",
    ),
    Guard(
        "both ends of a list",
        f"{JUDGING}/arguments.py",
        "if len(sizes) > 1:",
        "if False:",
        CORPUS,
        "both",
    ),
    Guard(
        "cursors, before anything runs",
        f"{JUDGING}/arguments.py",
        'field.metadata["order"].values(values[name])',
        "pass",
        CORPUS,
        "cursor",
    ),
    Guard(
        "a variable that may be null where null may not be",
        f"{JUDGING}/arguments.py",
        "    except GraphQLError as error:  # a variable that may be null where null may not be\n"
        '        raise Invalid([refused("BAD_USER_INPUT", error)]) from None\n',
        "    except ZeroDivisionError:\n        raise\n",
        CORPUS,
        "null",
        breaks=True,
    ),
    Guard(
        "variables that are not declared",
        f"{JUDGING}/document.py",
        "if surplus := sorted(given.keys() - declared):",
        "if surplus := []:",
        CORPUS,
        "variables",
    ),
    Guard(
        "queries alone",
        f"{JUDGING}/document.py",
        "if operation.operation is not OperationType.QUERY:",
        "if False:",
        CORPUS,
        "mutation or subscription",
        breaks=True,
    ),
    Guard(
        "null characters as escapes",
        f"{JUDGING}/document.py",
        "if NULL.search(text):",
        "if False:",
        CORPUS,
        "null",
    ),
    Guard(
        "few errors at once",
        f"{JUDGING}/document.py",
        "max_errors=MOST_ERRORS)[:MOST_ERRORS]",
        "max_errors=90)",
        "tests/reports_graphql/test_errors.py",
        "few",
    ),
    Guard(
        "one document is read at a time",
        f"{JUDGING}/turnstile.py",
        "            with self.turn:\n",
        "            if True:\n",
        "tests/reports_graphql/test_turnstile.py",
    ),
    Guard(
        "a short queue",
        f"{JUDGING}/turnstile.py",
        "self.inside.total() >= self.places or ",
        "",
        "tests/reports_graphql/test_turnstile.py",
        "queue",
    ),
    Guard(
        "places that one client leaves",
        f"{JUDGING}/turnstile.py",
        " or self.inside[client] >= self.each",
        "",
        "tests/reports_graphql/test_turnstile.py",
        "client",
    ),
    Guard(
        "shipped documents that stay",
        "graphql/reports_graphql/schema.py",
        "self.trusted if sha256(text) in manifest().texts else self.known",
        "self.known",
        "tests/reports_graphql/test_turnstile.py",
        "shipped",
    ),
    Guard(
        "a share of the time",
        f"{JUDGING}/turnstile.py",
        "time.sleep(max(0, self.free_at - self.burst - time.monotonic()))",
        "pass",
        "tests/reports_graphql/test_turnstile.py",
        "share",
    ),
]

"""Guards on what is kept: that it is right, and only the public's."""

from .guard import Guard
from .query_limits import HTTP

TESTS = "tests/reports_graphql/http"
ANSWERS, SHELF, TRIGGERS = (
    f"{TESTS}/test_response_cache.py",
    f"{TESTS}/test_tiered_cache.py",
    "reports/content_version",
)
REPEATED = f"{TESTS}/test_repeated_responses.py"
PERSISTED, DELIVERY = f"{TESTS}/test_persisted.py", f"{TESTS}/test_delivery.py"
WATCH = "tests/reports/content_version"


def key(name: str, part: str, only: str = "") -> Guard:
    """An answer's key without one of the things that it depends on."""
    file = f"{HTTP}/response_cache.py"
    return Guard(f"{name} in the key of an answer", file, f"        {part},\n", "", ANSWERS, only)


ROWS = "reports/visibility/kept_rows.py"
ROW_CACHE = f"{TESTS}/test_row_cache.py"
FEW = "tests/reports/search/test_few_entries.py"

KEEPING = [
    Guard("the moment of kept rows", ROWS, "return self.moment, ", "return ", ROW_CACHE, "hidden"),
    Guard(
        "the values of kept rows", ROWS, ", *given\n", "\n", "tests/reports/visibility", "values"
    ),
    Guard(
        "the statement of kept rows",
        ROWS,
        "selection.statement, *given",
        "selection.statement.sql, *given",
        ROW_CACHE,
        "sites",
    ),
    Guard(
        "the hour of kept rows",
        f"{HTTP}/row_cache.py",
        "KeptRows(build_store(size), present)",
        "KeptRows(build_store(size), present.version)",
        ROW_CACHE,
        "expires",
    ),
    Guard(
        "one word at least in the text, of few entries",
        "reports/search/few_entries.py",
        " & reduce(or_, in_text)",
        "",
        FEW,
        "title_alone",
    ),
    Guard(
        "few entries that may be seen",
        "reports/search/few_entries.py",
        "few = list_visible_entries(perspective).filter",
        "few = SearchEntry.objects.filter",
        FEW,
    ),
    key("the version", "now.version", "next_answer"),
    key("the time", "str(now.until)", "clock"),
    key("the site", "site.pk", "sites"),
    key("the media type", "negotiate_media_type(request)", "media"),
    key("the document", "text"),
    key("the operation", "graph_request.operation_name", "depends"),
    key("the variables", "graph_request.variables", "depends"),
    Guard(
        "the moment of words said again",
        "cms/repeated_responses.py",
        "            if read_content_version() != repeated.version:\n",
        "            if False:\n",
        REPEATED,
        "something_else",
    ),
    Guard(
        "responses to readers alone",
        "cms/repeated_responses.py",
        'UNCACHED_VARIABLES = ("HTTP_X_PREVIEW_TOKEN", ',
        "UNCACHED_VARIABLES = (",
        REPEATED,
        "draft",
    ),
    Guard(
        "the origin in what is given again",
        "cms/repeated_responses.py",
        '"HTTP_ORIGIN", ',
        "",
        REPEATED,
        "depends",
    ),
    Guard(
        "the turn of a whole request",
        "cms/repeated_responses.py",
        "        with process_turns().take():  # ",
        "        if True:  # ",
        REPEATED,
        "turn",
    ),
    Guard(
        "the turn of others while an answer is made",
        f"{HTTP}/single_flight.py",
        "            with leave_turn():\n",
        "            if True:\n",
        f"{TESTS}/test_turns.py",
        "another",
    ),
    Guard(
        "the turn of others while a place is waited for",
        f"{HTTP}/admission.py",
        "        with leave_turn():\n",
        "        if True:\n",
        f"{TESTS}/test_turns.py",
        "place",
    ),
    Guard(
        "the rate of what is given again",
        "cms/repeated_responses.py",
        "            rate_limit.spend_request(environment)\n",
        "",
        REPEATED,
        "enough",
    ),
    Guard(
        "previews apart",
        f"{HTTP}/view.py",
        "    if is_preview(request):\n"
        "        return deliver_answer(request, execute_preview(request, body), None)\n",
        "",
        ANSWERS,
        "preview",
    ),
    Guard(
        "previews that nobody keeps",
        f"{HTTP}/delivery.py",
        "    if is_preview(request):",
        "    if False:",
        ANSWERS,
        "preview",
    ),
    Guard(
        "errors that nobody keeps",
        f"{HTTP}/view.py",
        "        raise PartialAnswer(result.data, result.errors)",
        "        pass",
        ANSWERS,
        "errors_of_ours",
    ),
    Guard(
        "no version, nothing kept",
        f"{HTTP}/content_version.py",
        "    if token is None:\n        return None\n",
        "    token = token or ''\n",
        ANSWERS,
        "without_a_version",
    ),
    Guard(
        "the signature of what is shared",
        f"{HTTP}/tiered_cache.py",
        "value if hmac.compare_digest(signature, sign_value(key, value)) else None",
        "value",
        SHELF,
    ),
    Guard(
        "the key in a signature",
        f"{HTTP}/tiered_cache.py",
        'key.encode() + b"\\0" + value',
        "value",
        SHELF,
        "signed",
    ),
    Guard(
        "the failures of a shared cache",
        f"{HTTP}/tiered_cache.py",
        "        except Exception as cause:",
        "        except ZeroDivisionError as cause:",
        SHELF,
        "down",
        breaks=True,
    ),
    Guard(
        "a rest for a shared cache",
        f"{HTTP}/tiered_cache.py",
        "time.monotonic() + REST",
        "0",
        SHELF,
        "rest",
    ),
    Guard(
        "the hash of a document",
        f"{HTTP}/persisted.py",
        "graph_request.sha256 != sha256(text)",
        "False",
        PERSISTED,
        "another",
    ),
    Guard(
        "the hash of a document that is kept",
        f"{HTTP}/persisted.py",
        " and hashlib.sha256(kept).hexdigest() == key",
        "",
        PERSISTED,
    ),
    Guard(
        "the manifest alone",
        f"{HTTP}/persisted.py",
        "settings.GRAPHQL_STRICT and sha256(text) not in read_manifest().texts",
        "False",
        PERSISTED,
        "strict",
    ),
    Guard(
        "the hash of a document of the manifest",
        "graphql/reports_graphql/manifest.py",
        "            if key == sha256(text):",
        "            if True:",
        PERSISTED,
        "manifest",
    ),
    Guard(
        "lifetimes that end together",
        f"{HTTP}/delivery.py",
        "longest - math.floor(now.timestamp()) % longest",
        "longest",
        DELIVERY,
        "lifetime",
    ),
    Guard(
        "lifetimes that end with a schedule",
        f"{HTTP}/delivery.py",
        "seconds = min(seconds, math.floor((until - now).total_seconds()))",
        "pass",
        DELIVERY,
        "scheduled",
    ),
    Guard(
        "caches that know of previews",
        f"{HTTP}/delivery.py",
        'VARY = f"Accept, {PREVIEW}, origin"',
        'VARY = "Accept, origin"',
        DELIVERY,
        "vary",
    ),
    Guard(
        "refusals that nobody keeps",
        f"{HTTP}/delivery.py",
        '{"Cache-Control": "no-store", **(headers or {})}',
        "dict(headers or {})",
        ANSWERS,
        "refusals",
        breaks=True,
    ),
    Guard(
        "a migration without triggers",
        "reports/apps.py",
        "pre_migrate.connect(migrations.prepare_migration, sender=self)",
        "pass",
        "tests/reports/content_version/test_migrations.py",
        "down_and_up",
    ),
    Guard(
        "triggers after a migration",
        "reports/apps.py",
        "post_migrate.connect(migrations.finish_migration, sender=self)",
        "pass",
        WATCH,
    ),
    Guard(
        "restrictions that are watched",
        f"{TRIGGERS}/tracked_tables.py",
        '    "wagtailcore.PageViewRestriction",\n',
        "",
        WATCH,
        "restriction",
    ),
    Guard(
        "tables that are watched",
        f"{TRIGGERS}/tracked_tables.py",
        '    "reports.SearchEntry",\n',
        "",
        ANSWERS,
        "watched",
    ),
    Guard(
        "schedules that are watched",
        f"{TRIGGERS}/tracked_tables.py",
        'TrackedTable("wagtailcore_revision", ("approved_go_live_at",), schedule=True)',
        'TrackedTable("wagtailcore_revision", ("object_id",), schedule=True)',
        WATCH,
    ),
    Guard(
        "expiries of snippets",
        f"{TRIGGERS}/version.py",
        "EXPIRING = (Page, Service, Indicator, Incubator, FundingRound, Term)",
        "EXPIRING = (Page,)",
        WATCH,
        "next_change",
    ),
]

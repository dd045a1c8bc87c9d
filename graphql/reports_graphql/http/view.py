from typing import Any

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from graphql import GraphQLError
from wagtail.models import Site

from reports.content.visibility.drafts import NO_DRAFTS, Drafts
from reports.content.visibility.kept_rows import KeptRows
from reports_graphql import preview_field
from reports_graphql.context import Context
from reports_graphql.errors import (
    Invalid,
    Refusal,
    is_database_gone,
    refuse_failure,
    refuse_unavailable,
)
from reports_graphql.http import (
    content_version,
    metrics,
    persisted,
    rate_limit,
    response_cache,
    row_cache,
)
from reports_graphql.http.admission import process_admission
from reports_graphql.http.content_version import ContentVersion
from reports_graphql.http.delivery import (
    PREVIEW,
    PRIVATE,
    build_refusal,
    deliver_answer,
    encode_body,
    is_preview,
)
from reports_graphql.http.request import GraphRequest, read_request, receive_body
from reports_graphql.http.response_cache import Answer
from reports_graphql.http.single_flight import SingleFlight
from reports_graphql.http.timing import Timing
from reports_graphql.http.turns import process_turns
from reports_graphql.query_limits.document import Document
from reports_graphql.query_limits.limits import refuse_excess
from reports_graphql.query_limits.parse_throttle import CLIENT
from reports_graphql.schema import schema

FLIGHTS: SingleFlight[Answer] = SingleFlight()

# In the `META` of a request whose response may be given again: the content version it was read at.
REPEATABLE = "bilan.repeatable"


class PartialAnswer(Exception):
    """An answer with errors of ours, and what could be answered beside them."""

    def __init__(self, data: dict[str, Any] | None, errors: list[GraphQLError]) -> None:
        super().__init__()
        self.data = data
        self.errors = errors


# There is no cookie to forge a request with: the endpoint reads none and knows no user.
@csrf_exempt
def graphql_endpoint(request: HttpRequest) -> HttpResponse:
    """One query by GET or POST, one answer."""
    try:
        return Timing.of_request(request).tell(request, answer_request(request))
    except PartialAnswer as partial:
        return build_refusal(request, {"data": partial.data, "errors": partial.errors}, 500)
    except Invalid as invalid:
        return build_refusal(request, {"errors": invalid.errors}, invalid.status)
    except Refusal as refusal:
        return refuse_request(request, refusal)
    except Exception as cause:
        refuse = refuse_unavailable if is_database_gone(cause) else refuse_failure
        return refuse_request(request, refuse(cause))


def refuse_request(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    metrics.REFUSALS.labels((refusal.extensions or {}).get("code", "")).inc()
    return build_refusal(request, {"errors": [refusal]}, refusal.status, refusal.headers)


def answer_request(request: HttpRequest) -> HttpResponse:
    refuse_unserved_host(request)
    rate_limit.spend_request(request.META)
    body = receive_body(request)
    if is_preview(request):
        return deliver_answer(request, execute_preview(request, body), None)
    now = content_version.read_content_version()
    answer = get_or_execute(request, body, now)
    if answer.is_complete:
        request.META[REPEATABLE] = now
    return deliver_answer(request, answer, now)


def execute_preview(request: HttpRequest, body: bytes) -> Answer:
    """The answer to who holds a preview token, with its drafts. Nobody keeps it."""
    with process_admission().enter(), process_turns().take():
        site = Site.find_for_request(request)
        preview = preview_field.open_preview(request.headers[PREVIEW], site)
        if preview is None:
            raise Refusal(
                "This preview token opens nothing.",
                "PREVIEW_TOKEN_INVALID",
                403,
                {"Cache-Control": PRIVATE},
            )
        preview.record(request, "graphe")
    graph_request = read_request(request, body)
    document = read_document(request, persisted.find_text(graph_request))
    with process_admission().enter(), process_turns().take():
        return execute_operation(request, graph_request, document, site, preview.drafts)


def get_or_execute(request: HttpRequest, body: bytes, now: ContentVersion | None) -> Answer:
    """The answer to what a request asks: one that is kept, or a new one."""
    graph_request = read_request(request, body)
    text = persisted.find_text(graph_request)
    present = now or row_cache.read_present()
    site = content_version.find_site(request, present) if present else None
    key = (
        response_cache.cache_key(request, now, graph_request, text, site) if now and site else None
    )
    answer = response_cache.get_answer(key)
    if answer is None:
        answer = FLIGHTS.get_or_make(
            key, lambda: execute_and_keep(request, graph_request, text, site, present, key)
        )
    else:
        metrics.FOUND_BY_KEY.inc()
    persisted.persist_text(graph_request)
    return answer


def execute_and_keep(
    request: HttpRequest,
    graph_request: GraphRequest,
    text: str,
    site: Site | None,
    present: ContentVersion | None,
    key: str | None,
) -> Answer:
    """Return a new answer, kept under its key."""
    answer = response_cache.get_recent_answer(key)  # another request may have just made it
    if answer is None:
        document = read_document(request, text)
        with process_admission().enter(), process_turns().take():
            kept_rows = row_cache.open_kept_rows(present)
            answer = execute_operation(request, graph_request, document, site, NO_DRAFTS, kept_rows)
        response_cache.put_answer(key, answer)
        metrics.EXECUTED.inc()
    return answer


def refuse_unserved_host(request: HttpRequest) -> None:
    try:
        request.get_host()
    except DisallowedHost:
        raise Refusal("This host name is not served.", code="BAD_REQUEST") from None


def read_document(request: HttpRequest, text: str) -> Document:
    """Return the document that a request asks for. Raises `Refusal` or `Invalid`.

    One that is new to the process may have to wait: whoever waits here holds no place and no turn.
    """
    CLIENT.set(rate_limit.client_key(request.META))
    with Timing.of_request(request).measure("prepare"):
        return schema.document(text)


def execute_operation(
    request: HttpRequest,
    graph_request: GraphRequest,
    document: Document,
    site: Site | None,
    drafts: Drafts = NO_DRAFTS,
    kept_rows: KeptRows | None = None,
) -> Answer:
    """Prepare, run and encode. Raises `Refusal`, `Invalid` or `PartialAnswer`."""
    timing = Timing.of_request(request)
    context = Context(request, site, drafts, kept_rows)
    with timing.measure("prepare"):
        operation = document.prepare(
            graph_request.operation_name, graph_request.variables, context.count_existing
        )
    rate_limit.spend_cost(request.META, operation.cost)
    with timing.measure("execute"):
        result = operation.run(context)
    if result.errors:  # only what was not foreseen is left: refusals are raised
        raise PartialAnswer(result.data, result.errors)
    with timing.measure("encode"):
        body = encode_body({"data": result.data})
    if len(body) > settings.GRAPHQL_MAX_ANSWER:
        raise refuse_excess("answer", settings.GRAPHQL_MAX_ANSWER)
    cost = operation.estimate.describe(settings.GRAPHQL_MAX_COST)
    return Answer.from_body(body, context.tags(), context.is_complete, cost)

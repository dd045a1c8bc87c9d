"""The view of the GraphQL endpoint, which takes a request through all steps to its response."""

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from reports.content.visibility.drafts import NO_DRAFTS
from reports_graphql.context import Context
from reports_graphql.errors import Refusal
from reports_graphql.http import content_version, persisted, rate_limit, response_cache, row_cache
from reports_graphql.http.admission import process_admission
from reports_graphql.http.content_version import ContentVersion
from reports_graphql.http.delivery import deliver_answer, deliver_failure, is_preview
from reports_graphql.http.execution import execute
from reports_graphql.http.request import read_request
from reports_graphql.http.response_cache import Answer
from reports_graphql.http.timing import Timing
from reports_graphql.http.turns import process_turns
from reports_graphql.preview_field import open_drafts

# In the `META` of a request whose response may be given again: the content version it was read at.
REPEATABLE = "bilan.repeatable"


# There is no cookie to forge a request with: the endpoint reads none and knows no user.
@csrf_exempt
def graphql_endpoint(request: HttpRequest) -> HttpResponse:
    """Answer one query, sent by GET or POST."""
    timing = Timing()
    try:
        answer, version = answer_request(request, timing)
        response = deliver_answer(request, answer, version)
    except Exception as cause:
        response = deliver_failure(request, cause)
    if "HTTP_X_SERVER_TIMING" in request.META:
        response["Server-Timing"] = timing.describe()
    return response


def answer_request(request: HttpRequest, timing: Timing) -> tuple[Answer, ContentVersion | None]:
    """Return the cached or new answer to a request, and the content version that it was read at.

    A preview has no version, because its answer is never cached. Raises `Refusal`, `Invalid` or
    `PartialAnswer`.
    """
    refuse_unserved_host(request)
    client = rate_limit.spend_request(request.META)
    asked = read_request(request)
    text = persisted.find_text(asked)
    is_private = is_preview(request)
    version = None if is_private else content_version.read_content_version()
    present = None if is_private else version or row_cache.read_present()
    site = content_version.find_site(request, present)
    if is_private:
        with process_admission().enter(), process_turns().take():
            context = Context(site, open_drafts(request, site))
    else:
        context = Context(site, NO_DRAFTS, row_cache.open_kept_rows(present))
    key = response_cache.build_key(version, asked, text, site) if version and site else None
    answer = response_cache.get_or_make(key, lambda: execute(asked, text, client, context, timing))
    persisted.persist_text(asked)
    if version and answer.is_complete:
        request.META[REPEATABLE] = version
    return answer, version


def refuse_unserved_host(request: HttpRequest) -> None:
    try:
        request.get_host()
    except DisallowedHost:
        raise Refusal("This host name is not served.", code="BAD_REQUEST") from None

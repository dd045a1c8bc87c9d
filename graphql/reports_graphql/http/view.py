from typing import Any

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from graphql import GraphQLError
from wagtail.models import Page, Site

from reports_graphql import previewing
from reports_graphql.context import Context
from reports_graphql.errors import DATABASE_GONE, Invalid, Refusal, failed, unavailable
from reports_graphql.http import answers, moment, persisted, rate
from reports_graphql.http.answers import Answer
from reports_graphql.http.delivery import PREVIEW, PRIVATE, deliver, encoded, is_preview, refuse
from reports_graphql.http.moment import Moment
from reports_graphql.http.request import Asked, read
from reports_graphql.judging.limits import exceeded
from reports_graphql.judging.turnstile import CLIENT
from reports_graphql.schema import schema


class Partial(Exception):
    """An answer with errors of ours, and what could be answered beside them."""

    def __init__(self, data: dict[str, Any] | None, errors: list[GraphQLError]) -> None:
        super().__init__()
        self.data = data
        self.errors = errors


# There is no cookie to forge a request with: the endpoint reads none and knows no user.
@csrf_exempt
def endpoint(request: HttpRequest) -> HttpResponse:
    """One query by GET or POST, one answer."""
    try:
        return answer(request)
    except Partial as partial:
        return refuse(request, {"data": partial.data, "errors": partial.errors}, 500)
    except Invalid as invalid:
        return refuse(request, {"errors": invalid.errors}, invalid.status)
    except Refusal as refusal:
        return refused(request, refusal)
    except DATABASE_GONE as cause:
        return refused(request, unavailable(cause))
    except Exception as cause:
        return refused(request, failed(cause))


def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    return refuse(request, {"errors": [refusal]}, refusal.status, refusal.headers)


def answer(request: HttpRequest) -> HttpResponse:
    host = served_host(request)
    rate.spend_request(request)
    if is_preview(request):
        return deliver(request, previewed(request), None)
    now = moment.present()
    words = answers.words(request, host)
    found = answers.said(now, words)
    if found is None:
        found = looked_up(request, now)
        answers.say_again(now, words, found)
    return deliver(request, found, now)


def previewed(request: HttpRequest) -> Answer:
    """The answer to who holds a preview token, with that one draft. Nobody keeps it."""
    site = Site.find_for_request(request)
    preview = previewing.opened(request.headers[PREVIEW], site)
    if preview is None:
        raise Refusal(
            "This preview token opens nothing.",
            "PREVIEW_TOKEN_INVALID",
            403,
            {"Cache-Control": PRIVATE},
        )
    asked = read(request)
    return computed(request, asked, persisted.text(asked), site, preview.draft)


def looked_up(request: HttpRequest, now: Moment | None) -> Answer:
    """The answer to what a request asks: one that is kept, or a new one."""
    asked = read(request)
    text = persisted.text(asked)
    site = moment.site(request, now) if now else None
    key = answers.key(request, now, asked, text, site) if now and site else None
    found = answers.kept(key)
    if found is None:
        found = computed(request, asked, text, site)
        answers.keep(key, found)
    persisted.remember(asked)
    return found


def served_host(request: HttpRequest) -> str:
    """The name and the port that a request is for."""
    try:
        return f"{request.get_host()} {request.get_port()}"
    except DisallowedHost:
        raise Refusal("This host name is not served.", code="BAD_REQUEST") from None


def computed(
    request: HttpRequest, asked: Asked, text: str, site: Site | None, draft: Page | None = None
) -> Answer:
    """Judges, executes and encodes. Raises `Refusal`, `Invalid` or `Partial`."""
    CLIENT.set(rate.client(request))
    cost = schema.judge(text, asked.variables, asked.operation_name)
    rate.spend_cost(request, cost)
    context = Context(request, site, draft)
    result = schema.execute_sync(
        text,
        variable_values=asked.variables,
        operation_name=asked.operation_name,
        context_value=context,
    )
    if result.errors:  # only what was not foreseen is left: refusals are raised
        raise Partial(result.data, result.errors)
    body = encoded({"data": result.data})
    if len(body) > settings.GRAPHQL_MAX_ANSWER:
        raise exceeded("answer", settings.GRAPHQL_MAX_ANSWER)
    return Answer.of(body, context.tags())

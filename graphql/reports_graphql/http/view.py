import json
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from graphql import GraphQLError

from reports_graphql.context import Context
from reports_graphql.errors import DATABASE_GONE, Invalid, Refusal, failed, unavailable
from reports_graphql.http import rate
from reports_graphql.http.request import read
from reports_graphql.judging.limits import exceeded
from reports_graphql.judging.turnstile import CLIENT
from reports_graphql.schema import schema


# There is no cookie to forge a request with: the endpoint reads none and knows no user.
@csrf_exempt
def endpoint(request: HttpRequest) -> HttpResponse:
    """One query by GET or POST, one answer."""
    try:
        return answer(request)
    except Invalid as invalid:
        return response({"errors": invalid.errors}, invalid.status)
    except Refusal as refusal:
        return refuse(refusal)
    except DATABASE_GONE as cause:
        return refuse(unavailable(cause))
    except Exception as cause:
        return refuse(failed(cause))


def answer(request: HttpRequest) -> HttpResponse:
    rate.spend_request(request)
    asked = read(request)
    CLIENT.set(rate.client(request))
    cost = schema.judge(asked.query, asked.variables, asked.operation_name)
    rate.spend_cost(request, cost)
    result = schema.execute_sync(
        asked.query,
        variable_values=asked.variables,
        operation_name=asked.operation_name,
        context_value=Context(request),
    )
    if result.errors:  # only what was not foreseen is left: refusals are raised
        return response({"data": result.data, "errors": result.errors}, 500)
    answered = response({"data": result.data}, 200)
    if len(answered.content) > settings.GRAPHQL_MAX_ANSWER:
        raise exceeded("answer", settings.GRAPHQL_MAX_ANSWER)
    return answered


def refuse(refusal: Refusal) -> HttpResponse:
    return response({"errors": [refusal]}, refusal.status, refusal.headers)


def response(
    body: dict[str, Any], status: int, headers: dict[str, str] | None = None
) -> HttpResponse:
    return HttpResponse(
        # UTF-8 as it is: French escaped to ASCII would weigh more.
        json.dumps(body, ensure_ascii=False, separators=(",", ":"), default=formatted),
        status=status,
        content_type="application/json",
        headers=headers,
    )


def formatted(error: GraphQLError) -> Any:
    return error.formatted

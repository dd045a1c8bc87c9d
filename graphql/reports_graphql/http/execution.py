"""Executes the document of a request, within the admission limit and its client's rate."""

from django.conf import settings

from reports_graphql.context import Context
from reports_graphql.errors import PartialAnswer
from reports_graphql.http import rate_limit
from reports_graphql.http.admission import process_admission
from reports_graphql.http.delivery import encode_body
from reports_graphql.http.request import GraphRequest
from reports_graphql.http.response_cache import Answer
from reports_graphql.http.timing import Timing
from reports_graphql.http.turns import process_turns
from reports_graphql.query_limits.limits import refuse_excess
from reports_graphql.query_limits.parse_throttle import CLIENT
from reports_graphql.schema import schema


def execute(
    asked: GraphRequest, text: str, client: str, context: Context, timing: Timing
) -> Answer:
    """Read the document `text`, run its operation and encode the answer.

    A document that is new to the process may have to wait to be parsed; it holds no place and no
    turn while it waits. Raises `Refusal`, `Invalid` or `PartialAnswer`.
    """
    CLIENT.set(client)
    with timing.measure("prepare"):
        document = schema.document(text)
    with process_admission().enter(), process_turns().take():
        with timing.measure("prepare"):
            operation = document.prepare(
                asked.operation_name, asked.variables, context.count_existing
            )
        rate_limit.spend_cost(client, operation.cost)
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

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt
from strawberry.django import views

from reports_graphql.context import Context
from reports_graphql.schema import schema


# There is no cookie to forge a request with: the endpoint reads none and knows no user.
@method_decorator(csrf_exempt, name="dispatch")
class GraphQLView(views.GraphQLView[Context, None]):
    """The endpoint: queries by GET or POST, one answer each."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"schema": schema, "graphql_ide": None, **kwargs})

    def get_context(self, request: HttpRequest, response: HttpResponse) -> Context:
        return Context(request)

    def encode_json(self, data: object) -> str:
        """UTF-8 as it is: French text escaped to ASCII would weigh a tenth more."""
        return json.dumps(data, ensure_ascii=False, separators=(",", ":"))

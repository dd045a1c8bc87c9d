import json
from typing import Any

from cross_web import DjangoHTTPRequestAdapter, HTTPException
from django.http import HttpRequest, HttpResponse
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt
from strawberry.django import views

from reports_graphql.context import Context
from reports_graphql.schema import schema


class RequestAdapter(DjangoHTTPRequestAdapter):
    """The body as bytes: bytes that are no UTF-8 are bad JSON, not a crash."""

    @property
    def body(self) -> bytes:
        return self.request.body


# There is no cookie to forge a request with: the endpoint reads none and knows no user.
@method_decorator(csrf_exempt, name="dispatch")
class GraphQLView(views.GraphQLView[Context, None]):
    """The endpoint: one query by GET or POST, one answer."""

    request_adapter_class = RequestAdapter

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"schema": schema, "graphql_ide": None, **kwargs})

    def get_context(self, request: HttpRequest, response: HttpResponse) -> Context:
        return Context(request)

    def decode_json(self, data: str | bytes) -> object:
        try:
            decoded = json.loads(data)
        except (ValueError, RecursionError):
            raise HTTPException(400, "Unable to parse request body as JSON") from None
        if not isinstance(decoded, dict | list):
            raise HTTPException(400, "A GraphQL request is a JSON object")
        return decoded

    def encode_json(self, data: object) -> str:
        """UTF-8 as it is: French escaped to ASCII would weigh more."""
        return json.dumps(data, ensure_ascii=False, separators=(",", ":"))

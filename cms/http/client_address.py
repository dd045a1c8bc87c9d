"""Middleware that finds the address of the client."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from reports_graphql.http.client_address import read_client_network


class ClientAddressMiddleware:
    """Sets `request.client_address`, by which rates count and which the audit log stores.

    It comes first, so that every later middleware and view has the address.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.client_address = read_client_network(request.META)  # type: ignore[attr-defined]
        return self.get_response(request)

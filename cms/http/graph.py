"""Middleware that answers GraphQL requests early."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from reports_graphql.http.view import graphql_endpoint

View = Callable[[HttpRequest], HttpResponse]


class GraphMiddleware:
    """Answers GraphQL requests before any middleware for sessions, users, languages or forms."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response
        self.path = reverse("graphql")

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info == self.path:
            return graphql_endpoint(request)
        return self.get_response(request)

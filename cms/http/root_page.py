"""The page at the root of a server that has no site yet."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def show_root_page(request: HttpRequest) -> HttpResponse:
    """Show the links of this server: the admin, the graph, its explorer, its schema."""
    return render(request, "cms/welcome.html")

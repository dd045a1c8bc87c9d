from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def show_root_page(request: HttpRequest) -> HttpResponse:
    """Show what this address offers: the admin, the graph, its explorer, its schema."""
    return render(request, "cms/welcome.html")

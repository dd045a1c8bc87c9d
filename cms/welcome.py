from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def welcome(request: HttpRequest) -> HttpResponse:
    """What stands behind this address: the admin, the graph, its explorer, its schema."""
    return render(request, "cms/welcome.html")

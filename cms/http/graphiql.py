"""Serves GraphiQL, the explorer of the graph."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

QUERY = """\
# Les bilans publics, du dernier au premier.
# Ctrl+Entrée pour exécuter, « Docs » pour le schéma.
{
  reports(first: 5) {
    totalCount
    nodes {
      year
      title
      path
    }
  }
}
"""


@require_safe
def show_graphiql(request: HttpRequest) -> HttpResponse:
    """Show GraphiQL from this site's own static files, without any request to a third party."""
    return render(request, "cms/graphiql.html", {"query": QUERY})

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
    """The explorer of the graph, from this site's own static files: it asks no third party."""
    return render(request, "cms/graphiql.html", {"query": QUERY})

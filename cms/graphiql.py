from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

QUERY = """\
# Une requête pour essayer : les bilans publics, du dernier au premier.
# Le schéma se lit dans le volet « Docs » ; Ctrl+Entrée exécute la requête.
{
  reports(first: 5) {
    totalCount
    edges {
      node {
        year
        title
        path
      }
    }
  }
}
"""


@require_safe
def graphiql(request: HttpRequest) -> HttpResponse:
    """The explorer of the graph, from this site's own static files: it asks no third party."""
    return render(request, "cms/graphiql.html", {"query": QUERY})

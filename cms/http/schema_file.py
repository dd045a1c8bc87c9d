"""Serves the GraphQL schema as a file."""

from django.conf import settings
from django.http import FileResponse, HttpRequest
from django.views.decorators.http import require_safe

SCHEMA = settings.BUNDLED / "graphql" / "schema.graphql"


@require_safe
def schema_file(request: HttpRequest) -> FileResponse:
    """Serve the committed SDL, the contract with frontends."""
    return FileResponse(SCHEMA.open("rb"), content_type="application/graphql; charset=utf-8")

"""The doors of the building."""

from django.urls import include, path, re_path
from wagtail.admin import urls as admin_urls

from cms import files
from cms.graphiql import graphiql
from cms.health import health
from cms.schema_file import schema_file
from reports_graphql.http.view import endpoint

urlpatterns = [
    path("health/", health, name="health"),
    path("graphql/", endpoint, name="graphql"),
    path("graphiql/", graphiql, name="graphiql"),
    path("schema.graphql", schema_file, name="schema"),
    path("documents/<uuid:key>/<str:name>", files.document, name="document"),
    re_path(r"^media/(?P<name>.+)$", files.picture, name="media"),
    path("admin/", include(admin_urls)),
    path("", include("cms.frontend.urls")),
]

"""The doors of the building."""

from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as admin_urls
from wagtail.documents import urls as document_urls

from cms import files
from cms.graphiql import graphiql
from cms.health import health
from cms.schema_file import schema_file
from cms.welcome import welcome
from reports_graphql.view import GraphQLView

urlpatterns = [
    path("", welcome, name="welcome"),
    path("health/", health, name="health"),
    path("graphql/", GraphQLView.as_view(), name="graphql"),
    path("graphiql/", graphiql, name="graphiql"),
    path("schema.graphql", schema_file, name="schema"),
    path("documents/<uuid:key>/<str:name>", files.document, name="document"),
    re_path(r"^media/(?P<name>.+)$", files.picture, name="media"),
    path("admin/documents-internes/", include(document_urls)),
    path("admin/", include(admin_urls)),
    path("", include(wagtail_urls)),
]

"""The URLs of the whole service."""

from django.apps import apps
from django.urls import include, path, re_path
from wagtail.admin import urls as admin_urls

from cms.http import files, sitemap
from cms.http.graphiql import show_graphiql
from cms.http.schema_file import schema_file
from cms.http.security_txt import security_txt
from cms.operations.health import health
from cms.operations.metrics import refuse_metrics
from reports.authoring.pages import page_choosers, publishing_question, unscheduling
from reports.content.media import tags
from reports_graphql.http.view import graphql_endpoint

handler404 = "cms.frontend.not_found.show_not_found"
handler500 = "cms.http.unavailable.handle_error"

sign_in_urls = (
    [path("admin/", include("reports.accounts.urls"))]
    if apps.is_installed("reports.accounts")
    else []
)
urlpatterns = [
    path("health/", health, name="health"),
    path("metrics", refuse_metrics),
    path("graphql/", graphql_endpoint, name="graphql"),
    path("graphiql/", show_graphiql, name="graphiql"),
    path(".well-known/security.txt", security_txt, name="security_txt"),
    path("schema.graphql", schema_file, name="schema"),
    path("sitemap.xml", sitemap.sitemap, name="sitemap"),
    path("robots.txt", sitemap.robots, name="robots"),
    path("documents/<uuid:key>/<str:name>", files.serve_document, name="document"),
    re_path(r"^media/(?P<name>.+)$", files.serve_picture, name="media"),
    path("", include("cms.pdf.urls")),  # before the admin, which takes all below its path
    path("admin/", include(page_choosers.chooser_urls())),
    path("admin/", include(tags.tag_urls())),
    path("admin/", include(unscheduling.unscheduling_urls())),
    path("admin/", include(publishing_question.publishing_urls())),
    *sign_in_urls,  # they stand in for one of the admin's
    path("admin/", include(admin_urls)),
    path("", include("cms.frontend.urls")),
]

"""Production collects its static files: hashed, none missing."""

import json

from django.core.management import call_command

from cms.http.static_storage import StaticStorage


def test_static_files_are_collected_with_the_production_storage(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "cms.http.static_storage.StaticStorage"},
    }
    # compressing them takes most of a minute, and is WhiteNoise's work
    settings.WHITENOISE_SKIP_COMPRESS_EXTENSIONS = [
        "js",
        "css",
        "svg",
        "json",
        "html",
        "txt",
        "map",
    ]
    call_command("collectstatic", interactive=False, verbosity=0)
    manifest = json.loads((tmp_path / "staticfiles.json").read_text())["paths"]
    assert "reports/table.js" in manifest
    assert "graphene_django_graphiql_static/graphiql.min.js" in manifest
    assert (tmp_path / manifest["reports/table.js"]).exists()
    assert StaticStorage().is_current()

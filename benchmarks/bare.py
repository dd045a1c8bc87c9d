"""The least that Django can do: views without middleware, which return the bytes of a file.

`/NAME/` returns `NAME.json` of the folder `BARE_BODIES`; `/row/NAME/` reads a row before it does.
"""

import os
from functools import cache
from pathlib import Path

import dj_database_url
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import path

settings.configure(
    ROOT_URLCONF=__name__,
    ALLOWED_HOSTS=["*"],
    SECRET_KEY="none",
    MIDDLEWARE=[],
    DATABASES={"default": dj_database_url.config(conn_max_age=None)},
)


@cache
def read_body(name: str) -> bytes:
    return (Path(os.environ["BARE_BODIES"]) / f"{name}.json").read_bytes()


def return_bytes(request: HttpRequest, name: str) -> HttpResponse:
    body = read_body(name)
    headers = {"Content-Length": str(len(body))}
    return HttpResponse(body, content_type="application/json", headers=headers)


def read_row(request: HttpRequest, name: str) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute("SELECT token FROM reports_contentversion LIMIT 1")
        cursor.fetchone()
    return return_bytes(request, name)


urlpatterns = [path("<name>/", return_bytes), path("row/<name>/", read_row)]
application = get_wsgi_application()

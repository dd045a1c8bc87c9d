"""The least that Django can do: one view, no middleware, which returns the bytes of a file."""

import os
from pathlib import Path

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"], SECRET_KEY="none", MIDDLEWARE=[])
BODY = Path(os.environ["BARE_BODY"]).read_bytes()


def view(request: HttpRequest) -> HttpResponse:
    length = {"Content-Length": str(len(BODY))}
    return HttpResponse(BODY, content_type="application/json", headers=length)


urlpatterns = [path("health/", view), path("graphql/", view)]
application = get_wsgi_application()

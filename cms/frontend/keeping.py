"""Pages that are kept, as answers of the graph are: until something public changes."""

import gzip
from collections.abc import Callable
from functools import cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response

from cms.frontend.policy import headers
from reports_graphql.errors import DATABASE_GONE
from reports_graphql.http import answers, moment
from reports_graphql.http.answers import Answer
from reports_graphql.http.delivery import lifetime
from reports_graphql.http.moment import Moment
from reports_graphql.http.release import release

LONGEST_ADDRESS = 2_000  # characters
GZIPPED = "gzip"

View = Callable[[HttpRequest], HttpResponse]


class KeepingMiddleware:
    """Gives again the page that stands at an address, before anything that knows sessions or forms.

    Only public pages are kept, and they are the same for everybody: no cookie is read for them.
    """

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        address = asked(request)
        if (
            request.method not in ("GET", "HEAD")
            or len(address) > LONGEST_ADDRESS
            or request.path_info.startswith(elsewhere())
        ):
            return self.get_response(request)
        try:
            now = moment.present()
        except DATABASE_GONE:  # the door within says so
            return self.get_response(request)
        packs = accepts_gzip(request)
        key = self.key(request, now, address, packs) if now else None
        page = answers.kept(key)
        if page is None:
            response = self.get_response(request)
            made: Answer | None = getattr(response, "kept", None)
            if made is None:
                return response
            page = packed(made) if packs else made
            answers.keep(key, page)
        return deliver(request, page, now, packs)

    def key(self, request: HttpRequest, now: Moment, address: str, packs: bool) -> str:
        host = f"{request.scheme}://{request.get_host()}"
        return answers.digest([release(), now.version, str(now.until), host, address, packs])


def asked(request: HttpRequest) -> str:
    """What the page depends on: of all pages, only the search reads what follows a question mark,
    and whoever adds something there to other addresses must not make them anew each time.
    """
    searching = request.path_info == reverse("search")
    return request.get_full_path() if searching else request.path


@cache
def elsewhere() -> tuple[str, ...]:
    """What stands at these addresses is no page of ours, or for some eyes only."""
    doors = (reverse("wagtailadmin_home"), settings.STATIC_URL, settings.MEDIA_URL)
    return (*doors, "/documents/", "/relecture/")


def accepts_gzip(request: HttpRequest) -> bool:
    return GZIPPED in request.META.get("HTTP_ACCEPT_ENCODING", "")


def packed(page: Answer) -> Answer:
    """Compressed once, for as long as it is kept: these pages hold no secrets to be guessed at."""
    body = gzip.compress(page.body, compresslevel=9, mtime=0)
    return Answer(body, f'{page.etag[:-1]}-{GZIPPED}"', page.tags)


def deliver(request: HttpRequest, page: Answer, now: Moment | None, packs: bool) -> HttpResponse:
    """A page; 304 without it where the reader has these very bytes."""
    given = headers() | {
        "Cache-Control": lifetime(timezone.now(), now.until) if now else "no-cache",
        "ETag": page.etag,
        "Vary": "Accept-Encoding",
        settings.GRAPHQL_CACHE_TAG_HEADER: page.tags,
    }
    if packs:
        given["Content-Encoding"] = GZIPPED
    whole = HttpResponse(page.body, headers=given | {"Content-Length": str(len(page.body))})
    if "HTTP_IF_NONE_MATCH" in request.META:
        found = get_conditional_response(request, etag=page.etag, response=whole)
        if found is not None and found is not whole:
            given.pop("Content-Encoding", None)
            return HttpResponse(status=found.status_code, headers=given)
    return whole

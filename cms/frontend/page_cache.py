"""Caches public pages until something public changes, as the graph caches its answers."""

import gzip
from collections.abc import Callable
from functools import cache
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response

from cms.frontend.paging import PARAMETER, read_cursor
from cms.frontend.policy import allow_frames, security_headers
from reports_graphql.errors import DATABASE_GONE, Refusal
from reports_graphql.http import content_version, response_cache
from reports_graphql.http.content_version import ContentVersion
from reports_graphql.http.delivery import cache_control
from reports_graphql.http.release import release_hash
from reports_graphql.http.response_cache import Answer

MAX_ADDRESS_CHARACTERS = 2_000
GZIPPED = "gzip"
EMBEDS = "/embed/"  # as `figure_urls` has it

View = Callable[[HttpRequest], HttpResponse]


class PageCacheMiddleware:
    """Answers with a cached page, before any middleware that reads sessions or forms.

    Only public pages are cached. They are the same for everybody, so no cookie is read.
    """

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        address = cached_address(request)
        if (
            request.method not in ("GET", "HEAD")
            or len(address) > MAX_ADDRESS_CHARACTERS
            or request.path_info.startswith(uncached_prefixes())
        ):
            return self.get_response(request)
        try:
            now = content_version.read_content_version()
        except (*DATABASE_GONE, Refusal):  # the middleware within answers 503
            return self.get_response(request)
        gzipped = accepts_gzip(request)
        key = self.key(request, now, address, gzipped) if now else None
        page = response_cache.get_answer(key)
        if page is None:
            response = self.get_response(request)
            new_page: Answer | None = getattr(response, "kept", None)
            if new_page is None:
                return response
            page = compress_answer(new_page) if gzipped else new_page
            response_cache.put_answer(key, page)
        return deliver(request, page, now, gzipped)

    def key(self, request: HttpRequest, now: ContentVersion, address: str, gzipped: bool) -> str:
        """Return the cache key of a page: its address, the version of the content and of Bilan."""
        look = settings.FRONTEND_THEME, settings.FRONTEND_LOGO
        host = f"{request.scheme}://{request.get_host()}"
        return response_cache.hash_parts(
            [release_hash(), now.version, str(now.until), host, address, gzipped, *look]
        )


def cached_address(request: HttpRequest) -> str:
    """Return the part of the address on which the page depends, for the cache key.

    Query parameters that a page does not read are ignored, so that adding one does not make the
    page anew. The search reads its whole query, and lists read their cursor.
    """
    if request.path_info == search_path():
        return request.get_full_path()
    cursor = read_cursor(request)
    if cursor is None or not is_paged(request.path_info):
        return request.path
    return f"{request.path}?{urlencode({PARAMETER: cursor})}"


def is_paged(path: str) -> bool:
    """Return whether the page of a path is shown in parts."""
    try:
        return getattr(resolve(path).func, "is_paged", False)
    except Resolver404:
        return False


@cache
def search_path() -> str:
    return reverse("search")


@cache
def uncached_prefixes() -> tuple[str, ...]:
    """Return the beginnings of paths that lead to no public page."""
    prefixes = (reverse("wagtailadmin_home"), settings.STATIC_URL, settings.MEDIA_URL)
    return (*prefixes, "/documents/", "/relecture/")


def accepts_gzip(request: HttpRequest) -> bool:
    return GZIPPED in request.META.get("HTTP_ACCEPT_ENCODING", "")


def compress_answer(page: Answer) -> Answer:
    """Return the page compressed. It is safe: a public page holds no secret to be guessed at."""
    body = gzip.compress(page.body, compresslevel=9, mtime=0)
    return Answer(body, f'{page.etag[:-1]}-{GZIPPED}"', page.tags)


def deliver(
    request: HttpRequest, page: Answer, now: ContentVersion | None, gzipped: bool
) -> HttpResponse:
    """Return the page, or 304 if the client already has the same bytes.

    Any site may frame an embed: the header says `*`, so that the page does not vary by origin.
    """
    response = build_response(request, page, now, gzipped)
    is_embed = request.path_info.startswith(EMBEDS)
    return allow_frames(response) if is_embed else response


def build_response(
    request: HttpRequest, page: Answer, now: ContentVersion | None, gzipped: bool
) -> HttpResponse:
    given = security_headers() | {
        "Cache-Control": cache_control(timezone.now(), now.until) if now else "no-cache",
        "ETag": page.etag,
        "Vary": "Accept-Encoding",
        settings.GRAPHQL_CACHE_TAG_HEADER: page.tags,
    }
    if gzipped:
        given["Content-Encoding"] = GZIPPED
    whole = HttpResponse(page.body, headers=given | {"Content-Length": str(len(page.body))})
    if "HTTP_IF_NONE_MATCH" in request.META:
        response = get_conditional_response(request, etag=page.etag, response=whole)
        if response is not None and response is not whole:
            given.pop("Content-Encoding", None)
            return HttpResponse(status=response.status_code, headers=given)
    return whole

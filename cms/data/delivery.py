"""Builds the response with a data file, which is cached until something public changes.

Scripts of every origin may read it (CORS).
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.encoding import iri_to_uri
from django.utils.http import content_disposition_header

from cms.data.columns import FORMAT_VERSION
from cms.frontend.api_client import Visit
from cms.frontend.page_cache import GZIPPED, accepts_gzip, compress_answer
from reports_graphql.http import content_version, response_cache
from reports_graphql.http.content_version import ContentVersion
from reports_graphql.http.delivery import cache_control
from reports_graphql.http.release import release_hash
from reports_graphql.http.response_cache import Answer


@dataclass(frozen=True)
class FileType:
    """The media type of a file, and whether compressing it is worthwhile."""

    media_type: str
    is_text: bool = True


CSV = FileType("text/csv; charset=utf-8")
JSON = FileType("application/json; charset=utf-8")
JSON_LD = FileType("application/ld+json; charset=utf-8")
ODS = FileType("application/vnd.oasis.opendocument.spreadsheet", is_text=False)


def deliver_file(
    request: HttpRequest,
    kind: FileType,
    build: Callable[[Visit], bytes],
    name: str = "",
    is_old: bool = False,
) -> HttpResponse:
    """Return the file that `build` makes or that is cached for the same public content, or 304.

    With a name, browsers save the file under it. Search engines are told not to index old versions.
    """
    visit = Visit(request)
    licence = visit.ask("site")["site"]["licence"]
    now = content_version.read_content_version()
    key = build_key(request, now) if now else None
    file = response_cache.get_answer(key)
    if file is None:
        body = build(visit)
        file = Answer.from_body(body, visit.tags, visit.is_complete)
        response_cache.put_answer(key, file)
    headers = build_headers(kind, now, file)
    if name:
        headers["Content-Disposition"] = content_disposition_header(True, name) or ""
    if is_old:
        headers["X-Robots-Tag"] = "noindex"
    if licence and licence["url"]:
        headers["Link"] = f'<{iri_to_uri(licence["url"])}>; rel="license"'
    if kind.is_text and accepts_gzip(request):
        file = compress_answer(file)
        headers["Content-Encoding"] = GZIPPED
    return build_response(request, file, headers)


def build_key(request: HttpRequest, now: ContentVersion, *more: object) -> str:
    """Return the cache key of a file. Its path and `more` name all else that it depends on."""
    host = f"{request.scheme}://{request.get_host()}"
    parts = [release_hash(), FORMAT_VERSION, now.version, str(now.until), host, request.path]
    return response_cache.hash_parts([*parts, *more])


def build_headers(kind: FileType, now: ContentVersion | None, file: Answer) -> dict[str, str]:
    lifetime = cache_control(timezone.now(), now.until) if now else "no-cache"
    headers = {
        "Content-Type": kind.media_type,
        "Cache-Control": lifetime if file.is_complete else "no-store",
        "Access-Control-Allow-Origin": "*",
        "Access-Control-Expose-Headers": "Content-Disposition, ETag, Link",
        settings.GRAPHQL_CACHE_TAG_HEADER: file.tags,
    }
    if kind.is_text:
        headers["Vary"] = "Accept-Encoding"
    return headers


def build_response(request: HttpRequest, file: Answer, headers: dict[str, str]) -> HttpResponse:
    """Return the file, or 304 if the client already has the same bytes."""
    headers["ETag"] = file.etag
    whole = HttpResponse(file.body, headers=headers | {"Content-Length": str(len(file.body))})
    given = get_conditional_response(request, etag=file.etag, response=whole)
    if given is None or given is whole:
        return whole
    headers.pop("Content-Encoding", None)
    return HttpResponse(status=given.status_code, headers=headers)

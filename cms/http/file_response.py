"""Sends a visible file: the whole file, a part, or a redirect to the bucket."""

import hashlib
from pathlib import PurePath
from threading import Lock
from typing import Any

from cachetools import LRUCache, cached
from django.conf import settings
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
    StreamingHttpResponse,
)
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header

from cms.http.byte_range import UnsatisfiableRange, is_range_request, parse_range
from reports.content.media.documents import TYPES
from reports.content.uploads.pictures import FORMATS

PRIVATE = "private, no-store"
PDF, UNKNOWN = "application/pdf", "application/octet-stream"
# Our own table: the one of Python asks the machine's.
PICTURE_TYPES = {suffix: f"image/{name.lower()}" for suffix, name in FORMATS.items()}
DOCUMENT_TYPES = {suffix: kind.content_type for suffix, kind in TYPES.items()}
SHOWN = {PDF, *PICTURE_TYPES.values()}
# What a bucket can be asked to answer; it cannot send a Content-Security-Policy, and its origin
# has no cookies of ours.
REPEATED = ("Content-Type", "Content-Disposition", "Cache-Control")


def respond(
    request: HttpRequest, file: Any, cache_control: str, filename: str = ""
) -> HttpResponseBase:
    """Send a file: browsers show pictures and PDF, and save everything else."""
    etag = build_etag(file.name)
    headers = {"Cache-Control": cache_control, "ETag": etag}
    unchanged = get_conditional_response(request, etag, response=HttpResponse(headers=headers))
    if unchanged is not None and unchanged.status_code != 200:
        return unchanged
    try:
        headers |= describe_content(file, filename)
        if is_signed(request, cache_control):
            return redirect_to_bucket(file, headers)
        return send(request, file, headers)
    except FileNotFoundError:
        raise Http404 from None


def build_etag(name: str) -> str:
    """Return the `ETag` of a file by its name, which changes with the content."""
    return f'"{hashlib.blake2b(name.encode(), digest_size=16).hexdigest()}"'


def describe_content(file: Any, filename: str) -> dict[str, str]:
    """Return the headers with the type of a file and what it may do in a browser."""
    kind = find_content_type(file)
    disposition = content_disposition_header(kind not in SHOWN, filename)
    # An uploaded SVG or HTML file must not act on this site. Browsers show no PDF in a sandbox.
    sandbox = "" if kind == PDF else "; sandbox"
    return {
        "Content-Type": kind,
        **({"Content-Disposition": disposition} if disposition else {}),
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": f"default-src 'none'; style-src 'unsafe-inline'{sandbox}",
    }


def find_content_type(file: Any) -> str:
    """Return the type that we give to a suffix; files that were accepted before may be of no known
    one, or be no PDF.
    """
    suffix = PurePath(file.name).suffix.lower()
    kind = PICTURE_TYPES.get(suffix) or DOCUMENT_TYPES.get(suffix, UNKNOWN)
    return UNKNOWN if kind == PDF and not is_pdf(file.storage, file.name) else kind


@cached(LRUCache(4096), key=lambda storage, name: name, lock=Lock())  # content never changes
def is_pdf(storage: Any, name: str) -> bool:
    stream = storage.open_stream(name)
    try:
        return next(iter(stream), b"").startswith(b"%PDF-")
    finally:
        stream.close()


def send(request: HttpRequest, file: Any, headers: dict[str, str]) -> HttpResponseBase:
    """Send a file through Bilan, in chunks. Raises FileNotFoundError and StorageUnavailable."""
    headers = {**headers, "Accept-Ranges": "bytes"}
    if request.method == "HEAD":
        size = file.storage.size(file.name)
        return HttpResponse(headers={**headers, "Content-Length": str(size)})
    wanted = None
    if is_range_request(request, headers["ETag"]):
        size = file.storage.size(file.name)
        try:
            wanted = parse_range(request.headers["Range"], size)
        except UnsatisfiableRange:
            refused = {"Content-Range": f"bytes */{size}", "Cache-Control": "no-store"}
            return HttpResponse(status=416, headers=refused)
    if wanted is None:
        stream = file.storage.open_stream(file.name)
        headers["Content-Length"] = str(stream.length)
        return StreamingHttpResponse(stream, headers=headers)
    start, stop = wanted
    stream = file.storage.open_stream(file.name, start, stop)
    headers["Content-Length"] = str(stream.length)
    headers["Content-Range"] = f"bytes {start}-{start + stream.length - 1}/{stream.size}"
    return StreamingHttpResponse(stream, status=206, headers=headers)


def is_signed(request: HttpRequest, cache_control: str) -> bool:
    """Return whether a file is sent by a redirect to the bucket, which only public files are.

    A signed address works for anybody who has it, without another check of visibility.
    """
    return (
        settings.FILES_DELIVERY == "signed"
        and settings.S3_BUCKET != ""
        and request.method == "GET"  # addresses are signed for one method
        and cache_control != PRIVATE
    )


def redirect_to_bucket(file: Any, headers: dict[str, str]) -> HttpResponseRedirect:
    """Redirect to a signed address. Raises FileNotFoundError and StorageUnavailable."""
    file.storage.size(file.name)  # the bucket would say in its own words that there is none
    seconds = settings.FILES_SIGNED_SECONDS
    repeated = {name: headers[name] for name in REPEATED if name in headers}
    response = HttpResponseRedirect(file.storage.sign(file.name, seconds, repeated))
    # Whoever is given the redirect from a cache has half of the time left to follow it.
    response["Cache-Control"] = f"public, max-age={seconds // 2}, must-revalidate"
    response["X-Content-Type-Options"] = "nosniff"
    return response

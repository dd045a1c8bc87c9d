"""Offers the versions of a report by RFC 7089 (Memento).

The time map lists the versions; the time gate redirects a date (`Accept-Datetime`) to the version
that was public then.
"""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest
from django.utils.dateparse import parse_datetime
from django.utils.encoding import iri_to_uri
from django.utils.http import http_date

from cms.frontend.api_client import Visit

Version = dict[str, Any]


def read_time(version: Version) -> datetime:
    when = parse_datetime(version["publishedAt"])
    assert when
    return when


def list_readable(history: dict[str, Any]) -> list[Version]:
    """Return the versions that were not withdrawn, the oldest first."""
    return [version for version in history["versions"] if not version["withdrawn"]]


def list_links(visit: Visit, history: dict[str, Any]) -> list[str]:
    """Return the links between a report, its time map, its time gate and each of its versions."""
    original = iri_to_uri(f"{visit.base}{history['path']}")
    readable = list_readable(history)
    links = [
        f'<{original}>; rel="original"',
        f'<{original}versions/carte/>; rel="timemap"; type="application/link-format"',
        f'<{original}versions/a-date/>; rel="timegate"',
    ]
    for version in readable:
        ends = {"first": version is readable[0], "last": version is readable[-1]}
        rel = " ".join([*(name for name, is_one in ends.items() if is_one), "memento"])
        date = http_date(read_time(version).timestamp())
        address = iri_to_uri(f"{visit.base}{version['path']}")
        links.append(f'<{address}>; rel="{rel}"; datetime="{date}"')
    return links


def build_headers(visit: Visit, history: dict[str, Any], version: Version) -> dict[str, str]:
    """Return the headers of a version: its date, and links to the report and its versions."""
    return {
        "Memento-Datetime": http_date(read_time(version).timestamp()),
        "Link": ", ".join(list_links(visit, history)[:3]),
        "X-Robots-Tag": "noindex",
    }


def build_time_map(visit: Visit, history: dict[str, Any]) -> HttpResponse:
    """Return the list of a report's versions as links."""
    content = ",\n".join(list_links(visit, history)) + "\n"
    return HttpResponse(content, content_type="application/link-format; charset=utf-8")


def lead_to_version(request: HttpRequest, visit: Visit, history: dict[str, Any]) -> HttpResponse:
    """Redirect to the version that was public at a time, or to the first one.

    Without `Accept-Datetime` that is the last version; an invalid date gets 400.
    """
    readable = list_readable(history)
    if not readable:
        raise Http404
    asked = request.headers.get("Accept-Datetime")
    try:
        moment = parsedate_to_datetime(asked) if asked else datetime.now(UTC)
    except (ValueError, OverflowError):
        return HttpResponseBadRequest("Accept-Datetime\u202f: une date comme dans l’en-tête Date.")
    if moment.tzinfo is None:  # « -0000 » says nothing of a zone; dates in headers are UTC
        moment = moment.replace(tzinfo=UTC)
    before = [version for version in readable if read_time(version) <= moment]
    chosen = (before or readable[:1])[-1]
    address = iri_to_uri(f"{visit.base}{chosen['path']}")
    response = HttpResponse(status=302, headers={"Location": address})
    response["Vary"] = "accept-datetime"
    response["Link"] = ", ".join(list_links(visit, history)[:3])
    return response

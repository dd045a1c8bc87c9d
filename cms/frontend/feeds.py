"""Feeds of publications and withdrawals for feed readers: Atom (RFC 4287) and JSON Feed 1.1.

They list the versions of reports, which are permanent. The change feed of the graph is for
programs: it has every change, and drops entries after some weeks.
"""

import re
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.views.decorators.http import require_safe

from cms.frontend.api_client import Visit
from cms.frontend.report_list import list_reports

MAX_ENTRIES = 50  # entries
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")  # XML has no way to write them


@require_safe
def show_atom(request: HttpRequest) -> HttpResponse:
    """List the latest versions of all reports as Atom."""
    visit = Visit(request)
    home, name = f"{visit.base}/", read_name(visit)
    feed = Atom1Feed(
        title=name,
        link=home,
        description="",
        language="fr",
        feed_url=f"{visit.base}{reverse('atom')}",
        author_name=name,
    )
    for entry in list_entries(visit):
        when = read_time(entry["date"])
        feed.add_item(
            title=entry["title"],
            link=entry["url"],
            description=escape(entry["text"]),  # Django writes it as HTML
            unique_id=f"urn:uuid:{entry['id']}",
            pubdate=read_time(entry["published"]),
            updateddate=when,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


@require_safe
def show_json(request: HttpRequest) -> HttpResponse:
    """List the same entries as JSON Feed."""
    visit = Visit(request)
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": read_name(visit),
        "home_page_url": f"{visit.base}/",
        "feed_url": f"{visit.base}{reverse('json_feed')}",
        "language": "fr",
        "items": [
            {
                "id": f"urn:uuid:{entry['id']}",
                "url": entry["url"],
                "title": entry["title"],
                "content_text": entry["text"],
                "date_published": entry["published"],
                "date_modified": entry["date"],
            }
            for entry in list_entries(visit)
        ],
    }
    response = JsonResponse(feed, json_dumps_params={"ensure_ascii": False})
    response["Content-Type"] = "application/feed+json; charset=utf-8"
    return response


def list_entries(visit: Visit) -> list[dict[str, Any]]:
    """Return an entry for each version of each report, the latest event first."""
    entries = []
    for year in (node["year"] for node in list_reports(visit)):
        report = visit.ask("versions", year=year)["report"]
        for version in report["versions"] if report else ():
            entries.append(describe_version(visit, report, version))
    return sorted(entries, key=lambda entry: read_time(entry["date"]), reverse=True)[:MAX_ENTRIES]


def describe_version(
    visit: Visit, report: dict[str, Any], version: dict[str, Any]
) -> dict[str, Any]:
    """Return the text of a feed entry: that a version was published, with its reason, or
    withdrawn.
    """
    title = f"{report['heroTitle']} : version {version['number']}"
    text = version["reason"] or f"Version {version['number']} du bilan {report['year']}."
    corrections = [
        describe_correction(each)
        for each in report["corrections"]
        if each["version"] == version["number"] and each["sentence"] != version["reason"]
    ]
    text = " ".join([text, *corrections])
    if version["withdrawn"]:
        title = f"{title}, retirée"
        text = f"Version retirée. Motif\u202f: {version['withdrawalReason']}"
    return {
        "id": version["id"],
        "url": f"{visit.base}{version['path']}",
        "title": CONTROLS.sub("", title),
        "text": CONTROLS.sub("", text),
        "published": version["publishedAt"],
        "date": version["withdrawnAt"] or version["publishedAt"],
    }


def describe_correction(correction: dict[str, Any]) -> str:
    """Return the place of a correction, and its public sentence."""
    return " : ".join(filter(None, (correction["place"], correction["sentence"])))


def read_name(visit: Visit) -> str:
    return CONTROLS.sub("", visit.ask("site")["site"]["name"] or visit.name)


def read_time(value: str) -> datetime:
    when = parse_datetime(value)
    assert when
    return when

"""Hashes the public answers, which must be the same before a backup and after its restore."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from django.test import RequestFactory
from wagtail.models import Page, Site

from reports.content.models import AnnualReportPage, Indicator, Service
from reports_graphql.shipped_documents import execute_shipped

Answers = dict[str, str]  # SHA-256 by document and variables


def record_answers() -> Answers:
    """Return the hash of each shipped document's answer, for all public variables."""
    answers = {}
    for site in Site.objects.order_by("hostname", "port"):
        request = RequestFactory().get("/", SERVER_NAME=site.hostname, SERVER_PORT=str(site.port))
        for document, variables in iterate_requests():
            answer = execute_shipped(request, document, variables, site)
            words = json.dumps(answer.data, ensure_ascii=False, sort_keys=True, default=str)
            key = f"{site.hostname}:{site.port} {document} {json.dumps(variables)}"
            answers[key] = hashlib.sha256(words.encode()).hexdigest()
    return answers


def iterate_requests() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each shipped document with the variables of each public page or record."""
    for document in ("site", "sitemap", "report_list", "redirects"):
        yield document, {}
    for year in AnnualReportPage.objects.live().order_by("year").values_list("year", flat=True):
        yield "report", {"year": year}
    for path in Page.objects.live().order_by("url_path").values_list("url_path", flat=True):
        yield "page", {"urlPath": f"/{path.strip('/').partition('/')[2]}/".replace("//", "/")}
    for slug in Service.objects.filter(live=True).order_by("slug").values_list("slug", flat=True):
        yield "service", {"slug": slug}
    for code in Indicator.objects.filter(live=True).order_by("code").values_list("code", flat=True):
        yield "indicator", {"code": code}


def list_differences(before: Answers, now: Answers) -> list[str]:
    """Return the answers that differ or are missing on one side."""
    return sorted(key for key in before.keys() | now.keys() if before.get(key) != now.get(key))

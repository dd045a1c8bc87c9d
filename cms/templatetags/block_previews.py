"""Template tags that preview a block in the editor's block chooser, with the readers' templates."""

from typing import Any

from django import template
from django.http import HttpRequest
from wagtail.blocks import BoundBlock
from wagtail.models import Site

from cms.frontend.report import arrange_blocks
from reports.content.models import AnnualReportPage
from reports_graphql.preview_field import Drafts
from reports_graphql.shipped_documents import execute_shipped

register = template.Library()

YEAR = 1  # of a report that is in no table


@register.simple_tag(takes_context=True)
def as_readers_see(context: Any, bound: BoundBlock) -> list[dict[str, Any]]:
    """Return one block as the graph answers it, in the body of a report of its own."""
    request: HttpRequest = context["request"]
    page = AnnualReportPage(title=str(bound.block.label), year=YEAR)
    stream = AnnualReportPage._meta.get_field("body").stream_block
    # The example as it would be stored: what it leaves out is then given, as for a real block.
    stored = {"type": bound.block.name, "value": bound.block.meta.preview_value}
    page.body = stream.to_python([stored])
    page.prepare_preview()
    site = Site.find_for_request(request)
    answered = execute_shipped(request, "report", {"year": YEAR}, site, Drafts((page,)))
    return arrange_blocks(answered.data["report"]["body"], page.title, [])


@register.simple_tag(takes_context=True)
def site_of_readers(context: Any) -> dict[str, Any]:
    """Return the site in the graph, whose identity decides where printed links lead."""
    request: HttpRequest = context["request"]
    answered = execute_shipped(request, "site", {}, Site.find_for_request(request))
    site: dict[str, Any] = answered.data["site"]
    return site

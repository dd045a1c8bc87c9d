"""Shows the page at a path, with the template of its type."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.http import HttpResponsePermanentRedirect as Permanent
from django.http import HttpResponseRedirect as Temporary
from django.views.decorators.http import require_safe

from cms.frontend import report
from cms.frontend.api_client import Visit
from cms.frontend.paging import build_next_address, paged, read_cursor
from cms.frontend.report_list import list_page
from cms.http.root_page import show_root_page


@paged
@require_safe
def show_page(request: HttpRequest, path: str) -> HttpResponseBase:
    """Show the page at `path`, or redirect to its new address. Hidden and absent pages answer
    404.
    """
    visit = Visit(request)
    response = page_at(visit, f"/{path}") or follow_redirect(visit, f"/{path}")
    if response is None and not path:  # a server without a site yet still says what it is
        return show_root_page(request)
    if response is None:
        raise Http404
    return response


def page_at(visit: Visit, path: str) -> HttpResponse | None:
    """Return the page at a path, if it may be seen."""
    page = visit.ask("page", urlPath=path)["page"]
    if page is None:
        return None
    if page["__typename"] == "AnnualReportPage":
        return report.show_report(visit, page["report"]["year"], page)
    if page["__typename"] == "ContentPage":
        report.arrange_blocks(page["body"], page["title"], [])
        return visit.page("content", page=page, description=describe_page(page))
    after = read_cursor(visit.request)
    reports, info = list_page(visit, after)
    return visit.page(
        "list",
        page=page,
        reports=reports,
        description=describe_page(page),
        cursor=after,
        next_address=build_next_address(visit.path, info),
    )


def describe_page(page: dict[str, Any]) -> str:
    """Return the description of a page for search engines: its summary, introduction or title."""
    introduction = page.get("introduction") or {"text": ""}  # plain pages have none
    return str(page["seoDescription"] or introduction["text"] or page["title"])


def follow_redirect(visit: Visit, path: str) -> HttpResponseBase | None:
    """Return the redirect from an old address, if there is one."""
    redirect = visit.ask("redirect", path=path)["redirect"]
    if redirect is None or not redirect["newUrl"]:
        return None
    kind = Permanent if redirect["isPermanent"] else Temporary
    return kind(redirect["newUrl"])

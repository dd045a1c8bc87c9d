"""Serves `sitemap.xml`, with every public page and record, and `robots.txt`.

The graph gives a hundred rows at a time, so this reads the visible rows directly: one SQL statement
for each kind, however many there are.
"""

from collections.abc import Iterator
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from django.views.decorators.http import require_safe

from reports.content.models.record_kind import get_kinds_by_name
from reports.content.visibility.perspective import Perspective
from reports_graphql.http.content_version import read_content_version
from reports_graphql.http.delivery import cache_control

XML = "application/xml; charset=utf-8"
UNQUOTED = "!$&'()*+,;=/~:@"  # as Django leaves them in an address
MAX_URLS = 50_000  # addresses in one file, as https://www.sitemaps.org/protocol.html has it
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
)


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """List every public page and record, pages first."""
    perspective = Perspective.public(request)
    base = f"{request.scheme}://{request.get_host()}"
    entries = [*list_pages(perspective), *list_records(perspective)][:MAX_URLS]
    lines = (
        f"<url><loc>{escape(base + path)}</loc>{date and f'<lastmod>{date}</lastmod>'}</url>\n"
        for path, date in entries
    )
    now = read_content_version()
    lifetime = cache_control(timezone.now(), now.until) if now else "no-cache"
    headers = {"Content-Type": XML, "Cache-Control": lifetime}
    return HttpResponse(f"{HEAD}{''.join(lines)}</urlset>\n", headers=headers)


def list_pages(perspective: Perspective) -> Iterator[tuple[str, str]]:
    """Yield the path of each page, and when it was last published."""
    start = len(perspective.site.root_page.url_path) - 1
    pages = perspective.pages().order_by("path")
    for path, published in pages.values_list("url_path", "last_published_at"):
        yield path[start:], published.isoformat() if published else ""


def list_records(perspective: Perspective) -> Iterator[tuple[str, str]]:
    """Yield the path of each record. URLs are reversed once per kind, not for each record."""
    for kind in settings.RECORD_PAGES:
        model = get_kinds_by_name()[kind].model
        mark = "0"
        before, _, after = reverse(kind, args=[mark]).rpartition(mark)
        keys = perspective.snippets(model).order_by("sort_key", model.key_field)
        for key in keys.values_list(model.key_field, flat=True):
            yield f"{before}{quote(key, safe=UNQUOTED)}{after}", ""


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    address = f"{request.scheme}://{request.get_host()}{reverse('sitemap')}"
    text = f"User-agent: *\nDisallow: {reverse('wagtailadmin_home')}\nSitemap: {address}\n"
    return HttpResponse(text, content_type="text/plain; charset=utf-8")

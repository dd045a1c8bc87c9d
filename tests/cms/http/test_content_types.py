"""What is no page keeps its type: files at every address, for whoever may ask for them."""

import io
import re
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse
from PIL import Image

from cms.pdf import material
from cms.pdf.making import make_pdf
from cms.pdf.process import Typeset
from reports import models
from reports.authoring.roles.set_up import set_up
from reports.publishing.previews import links
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build
from tests.reports_graphql.conftest import index, publish

__all__ = ["index", "publish"]

pytestmark = pytest.mark.django_db

MARKUP = '<form w-swap="/admin/">'
PDF, CSV, PNG = "application/pdf", "text/csv; charset=utf-8", "image/png"
SVG, JSON = "image/svg+xml; charset=utf-8", "application/json; charset=utf-8"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
TEXT = "text/plain; charset=utf-8"
VERSION = {"path": "bilan/2024/", "number": "2"}  # the first is of a page without a body
REPORT = {"path": "bilan/2024/"}

# The type of each file, by the name of its address; those of a version follow those of today.
TYPES = {
    "draft_pdf": PDF,
    "review_pdf": PDF,
    "report_pdf": PDF,
    "version_pdf": PDF,
    "document": {"a.pdf": PDF, "a.csv": "text/csv", "a.zip": "application/zip"},
    "media": PNG,
    "schema": "application/graphql; charset=utf-8",
    "sitemap": "application/xml; charset=utf-8",
    "robots": TEXT,
    "security_txt": TEXT,
    "health": TEXT,
    "graphql": "application/graphql-response+json; charset=utf-8",
    "catalog": "application/ld+json; charset=utf-8",
    "all_csv": CSV,
    "all_schema": JSON,
    "indicator_csv": CSV,
    "block_csv": CSV,
    "version_csv": CSV,
    "report_data_csv": CSV,
    "version_data_csv": CSV,
    "report_data_json": JSON,
    "version_data_json": JSON,
    "report_data_ods": ODS,
    "version_data_ods": ODS,
    "report_data_schema": JSON,
    "version_data_schema": JSON,
    "report_chart": {"svg": SVG, "png": PNG},
    "version_chart": {"svg": SVG, "png": PNG},
    "vignette": PNG,
    "atom": "application/atom+xml; charset=utf-8",
    "json_feed": "application/feed+json; charset=utf-8",
    "oembed": JSON,
    "report_time_map": "application/link-format; charset=utf-8",
    "bilan_guide_picture": PNG,
}
PRIVATE = {"draft_pdf", "bilan_guide_picture"}  # of the admin
ROLES = {"nobody": None, "writer": "Rédaction", "administrator": "Administration"}


@pytest.fixture
def site(publish: Any, monkeypatch: pytest.MonkeyPatch, settings: Any, png: bytes) -> Any:
    """A public report with markup in its title, a draft of it, and files beside it."""
    settings.PDF_REPORTS = True
    settings.SECURITY_CONTACTS = ["https://bilan.example/securite"]
    monkeypatch.setattr(material, "set_in_type", lambda *given: Typeset(b"%PDF-1.7 <form>", [], []))
    set_up()
    indicator = models.Indicator.objects.create(code="services", name=MARKUP, live=True)
    chart = build.chart(MARKUP, ["DINUM", "59"], ["Écologie", "43"])
    page = publish(2024, stored(build.heading(MARKUP), chart), title=f"Bilan {MARKUP}")
    page.refresh_from_db()
    page.save_revision()
    make_pdf(models.ReportVersion.objects.get(number=VERSION["number"]))
    administrator = models.User.objects.create_superuser("administratrice")
    token = links.build_token(links.make_review(administrator, page, 7, MARKUP))
    files = {
        name: models.ReportDocument.objects.create(title=MARKUP, file=ContentFile(data, name))
        for name, data in {"a.pdf": b"%PDF-", "a.csv": b"<b>", "a.zip": b"PK"}.items()
    }
    picture = models.Picture.objects.create(
        title=MARKUP, file=ContentFile(png, "a.png"), width=40, height=30
    )
    return SimpleNamespace(
        page=page,
        chart=page.body[1].id,
        token=token,
        files=files,
        picture=picture,
        indicator=indicator,
    )


@pytest.fixture
def png() -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (40, 30)).save(written, "PNG")
    return written.getvalue()


def list_requests(site: Any, name: str) -> Iterator[tuple[str, str]]:
    """Yield the addresses of files that have a name, each with the type that is expected."""
    kind: Any = TYPES[name]
    block = {"block": site.chart}
    given: dict[str, dict[str, Any]] = {
        "draft_pdf": {"pk": site.page.pk},
        "review_pdf": {"token": site.token},
        "media": {"name": site.picture.file.name},
        "indicator_csv": {"code": site.indicator.code},
        "block_csv": REPORT | block,
        "version_csv": VERSION | block,
        "bilan_guide_picture": {"name": "accueil.png"},
    }
    if name == "document":
        for file, expected in kind.items():
            yield site.files[file].url, expected
    elif name.endswith("_chart"):
        place = VERSION if name.startswith("version") else REPORT
        for ending, expected in kind.items():
            yield reverse(name, kwargs=place | block | {"kind": ending}), expected
    elif name == "graphql":
        yield "/graphql/?query={site{name}}", kind
    elif name == "oembed":
        address = f"http://testserver/bilan/2024/%23{site.chart}"
        yield f"/oembed?url={address}", kind
    else:
        place = VERSION if name.startswith("version") else REPORT
        has_path = name.startswith(("version", "report")) or name == "vignette"
        yield reverse(name, kwargs=given.get(name, place if has_path else {})), kind


def sign_in(client: Client, role: str) -> None:
    group = ROLES[role]
    if group:
        user = models.User.objects.create_user(role)
        user.groups.set(Group.objects.filter(name=group))
        client.force_login(user)


def read_through(given: Any) -> None:
    """Read a file to its end, where the client closes it."""
    if given.streaming:
        list(given.streaming_content)


@pytest.mark.parametrize("role", ROLES)
def test_a_file_has_its_type_at_every_address(client: Client, site: Any, role: str) -> None:
    sign_in(client, role)
    wrong = []
    for name in TYPES:
        for address, expected in list_requests(site, name):
            for method in (client.get, client.head, client.get):  # the last from memory
                given = method(address, headers={"Accept": "*/*"})
                read_through(given)
                is_refused = name in PRIVATE and role == "nobody"
                found = (given.status_code, given.headers.get("Content-Type"))
                if is_refused:
                    assert given.status_code == 302, address
                elif found != (200, expected) or given["X-Content-Type-Options"] != "nosniff":
                    wrong.append((address, *found))
    assert wrong == []


@pytest.mark.parametrize("name", ["draft_pdf", "review_pdf", "report_pdf", "version_pdf"])
def test_a_pdf_does_nothing_in_a_browser(client: Client, site: Any, name: str) -> None:
    sign_in(client, "administrator")
    for address, _ in list_requests(site, name):
        given = client.get(address)
        read_through(given)
        policy = given["Content-Security-Policy"].split("; ")
        assert "default-src 'none'" in policy
        assert not [part for part in policy if part.startswith(("script-src", "sandbox"))]


def list_names(resolver: URLResolver) -> Iterator[tuple[str, str, str]]:
    """Yield the names of addresses, their last segments and the modules that answer them."""
    for each in resolver.url_patterns:
        if isinstance(each, URLResolver):
            yield from list_names(each)
        else:
            route = str(each.pattern).rstrip("$").replace("\\.", ".")
            view: Callable[..., Any] = each.callback
            yield each.name or "", route.rpartition("/")[2], view.__module__


def test_every_address_of_a_file_is_tried() -> None:
    """An address whose last part has an ending, or takes the name of a file, is one of a file."""
    file = re.compile(r"\.(\w+|\(\?P<kind>.*\))$|<str:name>$|<name>\.\+\)$|^oembed$")
    names = {name for name, last, _ in list_names(get_resolver()) if file.search(last)}
    without_ending = {"atom", "graphql", "health", "report_time_map"}
    assert names | without_ending == set(TYPES)

"""What an editor has sent and nobody has saved is in the page that says so, to be sent again."""

from html.parser import HTMLParser
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.http import HttpResponse, QueryDict
from django.test import Client, RequestFactory
from django.urls import reverse
from wagtail.models import Page

from cms.http.unavailable import build_page
from cms.http.unsaved_form import UnsavedForm, find_unsaved_form
from reports.authoring.roles.set_up import set_up
from reports.content.models import AnnualReportPage, User
from reports.content.site_tree import report_index
from reports.demo.accounts import ensure_accounts
from tests.reports.checks.edit_form import build_form

TYPED = "Première ligne\r\n\"deux\" <b>&amp;</b> 'trois' {{ quatre }}\n\tcinq\r"
EDIT = "/admin/pages/3/edit/"


class Form(HTMLParser):
    """The form of a page, as a browser reads it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.form: dict[str, str | None] = {}
        self.fields: list[tuple[str, str]] = []
        self.button = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        if tag == "form":
            self.form = given
        elif tag == "input":
            assert given["type"] == "hidden"
            self.fields.append((given["name"] or "", given["value"] or ""))

    def handle_data(self, data: str) -> None:
        if self.lasttag == "button":
            self.button += data.strip()


def read_form(response: HttpResponse) -> Form:
    # the newlines of the source itself are one character for browsers
    return Form(response.content.decode().replace("\r\n", "\n").replace("\r", "\n"))


def send(path: str, data: Any, **headers: Any) -> UnsavedForm | None:
    return find_unsaved_form(RequestFactory().post(path, data, **headers))


@pytest.fixture
def page(db: None) -> AnnualReportPage:
    set_up()
    ensure_accounts()
    page = AnnualReportPage(title="Bilan 2024", year=2024, slug="2024")
    report_index().add_child(instance=page)
    return page


@pytest.fixture
def editor(page: AnnualReportPage) -> Client:
    client = Client(enforce_csrf_checks=True)
    client.force_login(User.objects.get(username="redaction"))
    return client


def test_a_report_that_could_not_be_saved(
    editor: Client, page: AnnualReportPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = reverse("wagtailadmin_pages:edit", args=[page.pk]) + "?next=/a&b=c"
    token = editor.get(path).context["csrf_token"]
    data = build_form("Un.", "Deux.") | {"hero_title": "Tapé à l’instant", "seo_title": TYPED}
    data["csrfmiddlewaretoken"] = str(token)

    def fail(*args: Any, **options: Any) -> None:
        raise OperationalError("server closed the connection")

    with monkeypatch.context() as patch:
        patch.setattr(Page, "save_revision", fail)
        response = editor.post(path, data, headers={"Accept": "text/html"})
    form = read_form(response)

    assert response.status_code == 503
    assert response["Cache-Control"] == "no-store"
    assert "form-action 'self'" in response["Content-Security-Policy"]
    assert form.button == "Réessayer d’enregistrer"
    assert form.form == {"method": "post", "action": path, "enctype": "multipart/form-data"}
    assert form.fields == list(data.items())

    assert not page.revisions.exists()
    assert editor.post(str(form.form["action"]), dict(form.fields)).status_code == 302
    page.refresh_from_db()
    saved = page.get_latest_revision_as_object()
    assert saved.hero_title == "Tapé à l’instant"
    assert [block.value["text"].source for block in saved.body] == [
        '<p data-block-key="a">Un.</p>',
        '<p data-block-key="a">Deux.</p>',
    ]


def test_values_keep_their_order() -> None:
    sent = QueryDict("b=2&a=1&b=1&b=3&a=&c=")
    form = send(EDIT, sent.urlencode(), content_type="application/x-www-form-urlencoded")
    assert form is not None
    assert [(name, str(value)) for name, value in form.fields] == [
        *(("b", "2"), ("b", "1"), ("b", "3"), ("a", "1"), ("a", ""), ("c", ""))
    ]
    assert form.is_complete


def test_passwords_and_files_are_left_out() -> None:
    typed = {"username": "a", "password1": "secret-1", "oldPassword": "secret-2"}
    request = RequestFactory().post("/admin/users/new/", typed)
    text = build_page(request).content.decode()
    assert "secret" not in text
    assert 'name="username" value="a"' in text
    assert "Les fichiers et les mots de passe ne sont pas gardés" in text

    file = SimpleUploadedFile("a.pdf", b"%PDF-secret", "application/pdf")
    form = send("/admin/documents/edit/1/", {"title": "A", "file": file})
    assert form is not None
    assert (form.fields, form.is_complete) == ([("title", "A")], False)


@pytest.mark.parametrize(
    "path",
    [
        EDIT,
        "/admin/pages/add/reports/annualreportpage/3/",
        "/admin/snippets/reports/service/edit/1/",
        "/admin/snippets/reports/service/add/",
        "/admin/images/1/",
        "/admin/settings/reports/reportsettings/1/",
    ],
)
def test_forms_of_the_admin(path: str) -> None:
    assert send(path, {"a": "b"}) is not None


@pytest.mark.parametrize(
    "path",
    [
        *("/admin/login/", "/admin/password_reset/", "/admin/account/", "/admin/logout/"),
        *("/graphql/", "/", "/edit/", "/admin/nulle-part/edit/", "/admin/pages/3/delete/"),
        f"{EDIT}preview/",
    ],
)
def test_no_other_address(path: str) -> None:
    assert send(path, {"a": "b"}) is None


@pytest.mark.parametrize(
    "headers", [{"Accept": "application/json"}, {"X-Requested-With": "XMLHttpRequest"}]
)
def test_no_script(headers: dict[str, str]) -> None:
    assert send(EDIT, {"a": "b"}, headers=headers) is None


def test_no_other_method() -> None:
    assert find_unsaved_form(RequestFactory().get(EDIT, {"a": "b"})) is None


def test_a_body_that_cannot_be_read(settings: Any) -> None:
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 2
    assert send(EDIT, dict.fromkeys("abc", "")) is None
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 2
    assert send(EDIT, "a=bcd", content_type="application/x-www-form-urlencoded") is None
    assert send(EDIT, "a", content_type="multipart/form-data; boundary=") is None

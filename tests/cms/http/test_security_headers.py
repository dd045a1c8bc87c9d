"""Every page says what it may do in a browser."""

import re
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page

from reports.content.models import User

pytestmark = pytest.mark.django_db
PUBLIC = ["/", "/nulle-part/", "/relecture/rien/"]
ADMIN = [
    "/admin/login/",
    "/admin/",
    "/admin/users/new/",
    "/admin/redirects/add/",
    "/admin/workflows/add/",
    "/admin/collections/add/",
    "/admin/images/add/",
    "/admin/nulle-part/",
]


def read_policy(answer: Any) -> dict[str, str]:
    parts = answer["Content-Security-Policy"].split("; ")
    return dict(part.split(" ", 1) for part in parts)


@pytest.fixture
def signed_in(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("direction"))
    return client


@pytest.mark.parametrize("path", [*PUBLIC, *ADMIN, "/graphiql/"])
def test_no_page_runs_a_script_of_another(signed_in: Client, path: str) -> None:
    answer = signed_in.get(path)
    policy = read_policy(answer)

    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["connect-src"] == policy["form-action"] == "'self'"
    assert policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    assert "camera=()" in answer["Permissions-Policy"]
    assert answer["Referrer-Policy"] in ("same-origin", "no-referrer")
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", [*PUBLIC, *ADMIN, "/graphiql/"])
def test_no_page_has_an_inline_script(signed_in: Client, path: str) -> None:
    """Data aside, which does not run."""
    html = signed_in.get(path).content.decode()
    scripts = re.findall(r"<script\b([^>]*)>", html)
    assert [each for each in scripts if "src=" not in each and "application/json" not in each] == []
    assert not re.search(r"<[^>]+\son[a-z]+\s*=", html)
    assert "javascript:" not in html


def test_the_form_of_a_page_has_none_either(signed_in: Client, import_file, report_text) -> None:
    import_file(report_text("## Titre\n\nmots\n\n| A | B |\n|---|---|\n| x | 12 |\n"))
    for page in Page.objects.filter(depth__gt=1):
        html = signed_in.get(f"/admin/pages/{page.pk}/edit/").content.decode()
        scripts = re.findall(r"<script\b([^>]*)>", html)
        inline = [s for s in scripts if "src=" not in s and "application/json" not in s]
        assert inline == []
        assert 'data-b-construct-name-value="initDateTimeChooser"' in html


def test_only_a_preview_is_framed(signed_in: Client, import_file, report_text) -> None:
    import_file(report_text("## Titre\n\nmots"))
    page = Page.objects.get(depth=4)
    draft = signed_in.get(f"/admin/pages/{page.pk}/view_draft/")
    assert read_policy(draft)["frame-ancestors"] == "'self'"
    edit = signed_in.get(f"/admin/pages/{page.pk}/edit/")
    assert read_policy(edit)["frame-ancestors"] == "'none'"


def test_the_frontends_that_show_drafts_are_framed_and_no_other(
    signed_in: Client, settings: Any
) -> None:
    settings.PREVIEW_URL_TEMPLATES = {
        "*": {"Site public": "https://front.example/apercu#{token}&{path}"},
        "b.example": {"Autre": "https://front.example:8443/{path}"},
    }
    policy = read_policy(signed_in.get("/admin/"))
    assert policy["frame-src"] == "'self' https://front.example https://front.example:8443"


def test_what_is_no_page_has_no_policy_of_pages(client: Client) -> None:
    assert "Permissions-Policy" not in client.get("/schema.graphql").headers

"""The doors answer, and private files stay behind them."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction

from reports.content.models import AnnualReportPage, Picture, ReportDocument, User

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "path", ["/", "/health/", "/graphiql/", "/schema.graphql", "/admin/login/"]
)
def test_it_answers(client, path):
    assert client.get(path).status_code == 200


def test_the_admin_starts_in_french(client):
    assert client.get("/admin/", follow=True).content.decode().count("Mot de passe") >= 1
    assert '<html lang="fr"' in client.get("/admin/login/").content.decode()


def test_health_says_when_the_database_is_gone(client, monkeypatch):
    from django.db import connection

    def gone():
        raise RuntimeError("gone")

    client.raise_request_exception = False
    monkeypatch.setattr(connection, "cursor", gone)
    assert client.get("/health/").status_code >= 500


def test_a_published_report_is_shown_and_a_draft_is_not(client, import_file, report_text):
    import_file(report_text("## Secret de 2024\n\nmots"))
    assert client.get("/bilan/2024/").status_code == 404
    AnnualReportPage.objects.get().get_latest_revision().publish()
    answer = client.get("/bilan/2024/")
    assert answer.status_code == 200
    assert "Secret de 2024" in answer.content.decode()


def test_an_unknown_address_is_a_french_404(client):
    answer = client.get("/nulle-part/")
    assert answer.status_code == 404
    assert "Page introuvable" in answer.content.decode()


@pytest.fixture
def files(picture_bytes):
    """A document and a picture in a child of a private collection, and public ones beside."""
    root = Collection.get_first_root_node()
    private = root.add_child(name="privé")
    child = private.add_child(name="enfant")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    made = {}
    for name, collection in (("secret", child), ("public", root)):
        made[name] = (
            ReportDocument.objects.create(
                title=name,
                file=ContentFile(f"{name} words".encode(), "a.txt"),
                collection=collection,
            ),
            Picture.objects.create(
                title=name,
                file=ContentFile(picture_bytes + name.encode(), "a.png"),
                collection=collection,
                width=40,
                height=30,
            ),
        )
    return made


def addresses(document, picture):
    rendition = picture.renditions.first()
    return [document.url, picture.file.url, rendition.file.url]


def test_public_files_are_served_and_named_by_content(client, files):
    document, picture = files["public"]
    for address in addresses(document, picture):
        assert client.get(address).status_code == 200, address
    assert str(document.pk) not in document.url.split("/")
    assert len(picture.file.name.split("/")[-1]) == 64 + len(".png")
    assert client.get(document.url)["Cache-Control"] == "public, max-age=300"


def test_private_files_are_served_to_nobody_without_a_session(client, files):
    document, picture = files["secret"]
    for address in [*addresses(document, picture), f"/media/{document.file.name}"]:
        answer = client.get(address)
        assert answer.status_code == 404, address
        assert "secret" not in answer.content.decode()


def test_documents_have_no_address_under_media(client, files):
    assert client.get(f"/media/{files['public'][0].file.name}").status_code == 404


def test_an_editor_sees_private_files_uncached(client, files):
    client.force_login(User.objects.create_superuser("editor"))
    for address in addresses(*files["secret"]):
        answer = client.get(address)
        assert answer.status_code == 200
        assert answer["Cache-Control"] == "private, no-store"


def test_media_paths_cannot_climb(client):
    assert client.get("/media/../manage.py").status_code == 404
    assert client.get("/media/%2e%2e/manage.py").status_code == 404


def test_demo_accounts_are_refused_where_they_are_not_allowed(client, settings):
    from reports.authoring.roles.set_up import set_up
    from reports.demo.accounts import ensure_accounts, list_accounts

    set_up()
    ensure_accounts()
    name, password, *_ = list_accounts()[2]
    assert client.login(username=name, password=password)
    client.logout()
    settings.DEMO_ACCOUNTS_ALLOWED = False
    assert not client.login(username=name, password=password)


def test_the_demo_is_refused_where_its_accounts_are(settings):
    from django.core.management import CommandError, call_command

    settings.DEMO_ACCOUNTS_ALLOWED = False
    with pytest.raises(CommandError, match="Pas de comptes de démonstration"):
        call_command("load_demo")
    assert not User.objects.exists()


def test_the_document_address_takes_any_name(client, files):
    document = files["public"][0]
    assert client.get(reverse("document", args=[document.key, "x.txt"])).status_code == 200

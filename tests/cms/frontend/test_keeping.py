"""Pages are kept until something public changes, and are the same for everybody."""

import gzip
from typing import Any

import pytest
from django.test import Client

from reports import models
from tests.reports.publishing.answering import publish_answered

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("keeping")]

ADDRESS = "/bilan/2024/"


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The templates of which pages were made."""
    from cms.frontend import api_client

    found: list[str] = []
    render = api_client.render_to_string

    def count(name: str, *rest: Any) -> str:
        found.append(name)
        return render(name, *rest)

    monkeypatch.setattr(api_client, "render_to_string", count)
    return found


def test_a_page_is_made_once(client: Client, publish: Any, made: list[str]) -> None:
    publish(2024)

    assert client.get(ADDRESS).content == client.get(ADDRESS).content
    assert len(made) == 1


def test_what_follows_a_question_mark_makes_no_page_anew(
    client: Client, publish: Any, made: list[str]
) -> None:
    publish(2024)
    first, second = (client.get("/bilan/2024/", {"x": word}) for word in "ab")
    assert first.content == second.content
    assert len(made) == 1

    searches = [client.get("/recherche/", {"q": word}).content for word in ("bilan", "autre")]
    assert searches[0] != searches[1]


def test_a_kept_page_costs_one_statement(
    client: Client, publish: Any, every_block: Any, django_assert_num_queries: Any
) -> None:
    publish(2024, every_block)
    client.get(ADDRESS)

    with django_assert_num_queries(1):
        client.get(ADDRESS)


def test_the_next_page_after_a_change_is_right(client: Client, publish: Any) -> None:
    page = publish(2024, title="Avant")
    assert "Avant" in client.get(ADDRESS).content.decode()

    page.title = "Après"
    publish_answered(page.save_revision())
    assert "Après" in client.get(ADDRESS).content.decode()
    page.unpublish()
    assert client.get(ADDRESS).status_code == 404


def test_a_draft_is_not_kept_for_the_public(client: Client, publish: Any) -> None:
    page = publish(2024, title="Publié")
    page.title = "Brouillon"
    page.save_revision()

    assert "Brouillon" not in client.get(ADDRESS).content.decode()


def test_readers_that_have_the_page_get_no_other(client: Client, publish: Any) -> None:
    publish(2024)
    first = client.get(ADDRESS)
    again = client.get(ADDRESS, headers={"if-none-match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == first["ETag"]
    wrong = client.get(ADDRESS, headers={"if-none-match": '"other"'})
    assert wrong.status_code == 200


def test_compressed_where_the_reader_can(client: Client, publish: Any) -> None:
    publish(2024)
    plain = client.get(ADDRESS)
    packed = client.get(ADDRESS, headers={"accept-encoding": "br, gzip"})

    assert "Content-Encoding" not in plain
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert packed["ETag"] != plain["ETag"]
    assert plain["Vary"] == packed["Vary"] == "Accept-Encoding"
    again = client.get(
        ADDRESS, headers={"accept-encoding": "gzip", "if-none-match": packed["ETag"]}
    )
    assert again.status_code == 304
    assert "Content-Encoding" not in again


def test_the_same_for_who_is_signed_in(client: Client, publish: Any, made: list[str]) -> None:
    publish(2024)
    stranger = client.get(ADDRESS)
    client.force_login(models.User.objects.create_superuser("a"))
    known = client.get(ADDRESS)

    assert known.content == stranger.content
    for response in (known, stranger):  # a second may pass between the two
        assert response["Cache-Control"].startswith("public, max-age=")
        del response["Cache-Control"]
    assert dict(known.headers) == dict(stranger.headers)
    assert "Set-Cookie" not in known.headers
    assert len(made) == 1


def test_another_host_or_scheme_has_a_page_of_its_own(client: Client, publish: Any) -> None:
    publish(2024)
    client.get(ADDRESS)
    other = client.get(ADDRESS, headers={"host": "other.example"})

    assert 'href="http://other.example/bilan/2024/"' in other.content.decode()
    assert 'href="http://testserver/bilan/2024/"' in client.get(ADDRESS).content.decode()


def test_what_a_page_says_of_itself(client: Client, publish: Any) -> None:
    publish(2024)
    response = client.get(ADDRESS)

    assert response["Cache-Control"].startswith("public, max-age=")
    assert "report-2024" in response["Cache-Tag"].split(",")
    policy = response["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy


def test_nothing_but_pages_is_kept(client: Client, publish: Any, made: list[str]) -> None:
    publish(2024)
    for _ in range(2):
        assert client.get("/nulle-part/").status_code == 404
        assert client.get("/bilan/2023/").status_code == 404
    assert client.post(ADDRESS).status_code in (403, 405)
    assert made == []


@pytest.mark.parametrize("byte", ["%00", "%ff", "\\", "é"])
def test_addresses_that_nothing_has(client: Client, publish: Any, byte: str) -> None:
    publish(2024)

    assert client.get(f"/bilan/{byte}/").status_code == 404
    assert client.get(f"/services/{byte}/").status_code == 404
    assert client.get(f"/indicateurs/{byte}/").status_code == 404
    assert client.get(f"/recherche/?q={byte}&apres={byte}").status_code in (200, 404)

"""Nothing hidden leaves, on any path: the secret is absent from the whole answer."""

import datetime
import json
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import timezone
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Page,
    PageViewRestriction,
    Site,
)

from reports import models

from .bodies import Body, block, item, row, table
from .conftest import Ask, Publish

SECRET = "SECRET"
EVERYTHING = """
{
  reports {
    totalCount edges { cursor node { title path introduction { html text } document { title } } }
  }
  services {
    totalCount edges { cursor node { name incubator { name } mentions { name } } }
  }
  incubators { totalCount edges { cursor node { name } } }
  indicators {
    totalCount edges { cursor node { name series { figure { raw } report { title } } } }
  }
  fundingRounds { totalCount edges { cursor node { name } } }
  terms { totalCount edges { cursor node { name } } }
}
"""
EDGES = """
{
  incubator(slug: "fabrique") { services { name } }
  fundingRound(slug: "fast-7") { awards { report { title } award { name } } }
  service(slug: "mano.beta") { mentions { name figures { before } card { __typename } } }
  services(filter: { report: 2023 }) { totalCount }
  indicators(report: 2023) { totalCount }
  reports(from: 2000, to: 2100) { totalCount }
}
"""


def whole(ask: Ask) -> str:
    """All that the graph says, by every document and list."""
    answers = [
        ask(EVERYTHING),
        ask(EDGES),
        ask("report", year=2023),
        ask("report", year=2024),
        ask("report_list"),
        ask("indicator", code="lances"),
        ask("service", slug="mano.beta"),
    ]
    assert all("errors" not in answer for answer in answers), answers
    return json.dumps(answers, ensure_ascii=False)


def secret_body(service: int) -> Body:
    cells = table(10, ["", "Résultats 2020"], row(1, SECRET, "77777", ref="lances"))
    return [
        block(2, "indicator_table", {"caption": SECRET, "table": cells}),
        block(3, "impact_cards", {"cards": [item(4, {"service": service, "name": SECRET})]}),
    ]


def past() -> datetime.datetime:
    return timezone.now() - datetime.timedelta(hours=1)


def unpublish(page: models.AnnualReportPage) -> None:
    page.unpublish()


def expire(page: models.AnnualReportPage) -> None:
    models.AnnualReportPage.objects.filter(pk=page.pk).update(expire_at=past())


def restrict(page: models.AnnualReportPage) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def restrict_above(page: models.AnnualReportPage) -> None:
    """A restricted branch: the page is below another that wants a password."""
    branch = page.get_parent().add_child(
        instance=models.ReportIndexPage(title=f"{SECRET} branche", slug="secret-branche")
    )
    PageViewRestriction.objects.create(page=branch, restriction_type="password", password="x")
    page.move(branch, "last-child")


@pytest.mark.parametrize("hide", [unpublish, expire, restrict, restrict_above])
def test_a_hidden_report(
    publish: Publish,
    living: SimpleNamespace,
    ask: Ask,
    hide: Callable[[models.AnnualReportPage], None],
) -> None:
    hidden = publish(
        2023,
        secret_body(living.service.pk),
        title=SECRET,
        slug="secret",
        introduction=f"<p>{SECRET}</p>",
    )
    link = f'<p>Voir <a linktype="page" id="{hidden.pk}">2023</a>.</p>'
    publish(2024, [block(1, "paragraph", {"text": link})], introduction=link)
    assert SECRET in whole(ask)
    assert "77777" in whole(ask)

    hide(hidden)

    answer = whole(ask)
    assert SECRET not in answer
    assert "secret" not in answer
    assert "77777" not in answer
    report = ask("report", year=2024)["data"]["report"]
    assert report["previous"] is None
    assert report["introduction"]["html"] == "<p>Voir 2023.</p>"
    assert report["body"][0]["content"]["html"] == "<p>Voir 2023.</p>"
    assert ask(EVERYTHING)["data"]["reports"]["totalCount"] == 1


def test_a_draft_of_a_public_report(publish: Publish, ask: Ask) -> None:
    page = publish(2024)
    page.title = SECRET
    page.body = json.dumps([block(1, "paragraph", {"text": f"<p>{SECRET}</p>"})])

    page.save_revision()

    assert SECRET not in whole(ask)


@pytest.mark.parametrize("fields", [{"live": False}, {"expire_at": past()}])
@pytest.mark.parametrize("kind", ["incubator", "service", "indicator", "funding_round", "term"])
def test_a_hidden_record(
    publish: Publish,
    living: SimpleNamespace,
    every_block: Body,
    ask: Ask,
    kind: str,
    fields: dict[str, Any],
) -> None:
    record = getattr(living, kind)
    type(record).objects.filter(pk=record.pk).update(name=SECRET)
    publish(2024, every_block)
    assert SECRET in whole(ask)

    type(record).objects.filter(pk=record.pk).update(**fields)

    assert SECRET not in whole(ask)
    assert ask("report", year=2024)["data"]["report"]["body"]


def test_what_a_report_printed_stays_when_its_record_goes(
    publish: Publish, living: SimpleNamespace, every_block: Body, ask: Ask, lose: Any
) -> None:
    publish(2024, every_block)
    lose(living.service)

    body = ask("report", year=2024)["data"]["report"]["body"]
    card = next(b for b in body if b["__typename"] == "ImpactCardsBlock")["impactCards"][0]

    assert (card["name"], card["service"]) == ("MANO", None)


@pytest.mark.parametrize("kind", ["picture", "document"])
def test_media_below_a_private_collection(
    publish: Publish, living: SimpleNamespace, every_block: Body, ask: Ask, kind: str
) -> None:
    private = Collection.get_first_root_node().add_child(instance=Collection(name="Privé"))
    below = private.add_child(instance=Collection(name="Dessous"))
    record = getattr(living, kind)
    type(record).objects.filter(pk=record.pk).update(title=SECRET, collection=below)
    if kind == "picture":
        models.Picture.objects.filter(pk=record.pk).update(description=SECRET)
    link = f'<p><a linktype="document" id="{living.document.pk}">Le PDF</a></p>'
    body = [*every_block, block(99, "paragraph", {"text": link})]
    publish(2024, body, source_document=living.document)
    assert SECRET in whole(ask)

    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")

    answer = whole(ask)
    assert SECRET not in answer
    assert str(record.key) not in answer
    if kind == "document":
        report = ask("report", year=2024)["data"]["report"]
        assert report["document"] is None
        assert report["body"][-1]["content"]["html"] == "<p>Le PDF</p>"


def test_links_lead_to_public_addresses(
    publish: Publish, living: SimpleNamespace, ask: Ask
) -> None:
    page = publish(2023)
    links = (
        f'<p><a linktype="page" id="{page.pk}">2023</a> '
        f'<a linktype="document" id="{living.document.pk}">PDF</a> '
        '<a href="https://beta.gouv.fr">site</a> <a href="javascript:alert(1)">piège</a>'
        "<script>alert(1)</script></p>"
    )
    publish(2024, [block(1, "paragraph", {"text": links})])

    html = ask("report", year=2024)["data"]["report"]["body"][0]["content"]["html"]

    assert html == (
        '<p><a href="/bilan/2023/" data-kind="page">2023</a> '
        f'<a href="/documents/{living.document.key}/Bilan-2024.pdf" data-kind="document">PDF</a> '
        '<a href="https://beta.gouv.fr" data-kind="external">site</a> piège</p>'
    )


def test_another_site_s_report(publish: Publish, ask: Ask) -> None:
    publish(2024)
    root = Page.get_first_root_node()
    home = root.add_child(instance=models.HomePage(title="SECRET-SITE", slug="autre"))
    Site.objects.create(hostname="autre.example", root_page=home)
    index = home.add_child(instance=models.ReportIndexPage(title="Bilans", slug="bilan"))
    index.add_child(instance=models.AnnualReportPage(title="SECRET-SITE", slug="2023", year=2023))

    assert "SECRET-SITE" not in whole(ask)

"""What both worlds share: public content, whose keys are given: none is a row number."""

import datetime
import io
import json
from dataclasses import dataclass, field
from typing import Any

from django.core.files.base import ContentFile
from django.db import connection
from PIL import Image
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, Page, Site

from reports import models
from reports.content.models.page_document import read_body
from reports.content.models.publication_context import publication_context
from reports.content.models.record_kind import get_kinds_by_name
from reports.core.document.block_ids import derive_id, derive_new_ids
from reports.core.figure_addresses import PlaceAddress
from reports.core.figure_addresses.resolving import get_places
from reports.core.text.citations import StoredCitation, write_citation
from reports.publishing.feed.sequence import WritingTransaction
from reports.publishing.versions.withdrawal import withdraw_version

from ..bodies import Body, block, every_block, item
from .sample_records import add_samples

DAY = datetime.datetime(2025, 1, 31, 9, tzinfo=datetime.UTC)
NOTHING: dict[str, Any] = dict.fromkeys((*get_kinds_by_name(), "picture", "document"))


ALL_KINDS = (
    '<p>Tous, en <abbr title="équivalents temps plein">ETP</abbr> : '
    '<span lang="en">all</span>.</p><ol start="2"><li>Un</li></ol>'
    '<table><tr><th scope="row">Un</th><td>1</td></tr></table>'
)


def png(color: str, extra: bytes = b"") -> bytes:
    """A picture with a file of its own; readers ignore what follows its end."""
    buffer = io.BytesIO()
    Image.new("RGB", (600, 300), color).save(buffer, "PNG")
    return buffer.getvalue() + extra


def link(kind: str, row: int | None, words: str) -> str:
    """A link of rich text to a row; only the words where there is none."""
    return f'<a linktype="{kind}" id="{row}">{words}</a>' if row else words


def body_about(records: dict[str, Any]) -> Body:
    """One block of each kind, which refers to `records` and to nothing else."""
    keys = {name: record and record.pk for name, record in {**NOTHING, **records}.items()}
    service, indicator = records.get("service"), records.get("indicator")
    text = json.dumps(every_block(keys))
    text = text.replace('"lances"', json.dumps(indicator.code if indicator else ""))
    return json.loads(text.replace('"mano.beta"', json.dumps(service.slug if service else "")))


@dataclass
class World:
    """A small site with something of everything, and a report that variations may rewrite."""

    site: Site
    home: models.HomePage
    index: models.ReportIndexPage
    about: models.ContentPage
    contact: models.ContentPage
    records: dict[str, Any]
    reports: dict[int, models.AnnualReportPage] = field(default_factory=dict)

    def fresh(self) -> "World":
        """The same world, read anew: what was undone in the database is undone here too."""
        return World(
            again(self.site),
            again(self.home),
            again(self.index),
            again(self.about),
            again(self.contact),
            {name: again(record) for name, record in self.records.items()},
            {year: again(report) for year, report in self.reports.items()},
        )

    def mention(self, *sentences: str, year: int = 2024, **records: Any) -> None:
        """Rewrites a report and a plain page: they refer to `records` and say `sentences`."""
        report = self.reports[year]
        words = " ".join(sentences or ("Rien.",))
        text = f"<p>{words}</p>"
        noted = f'<p>Mots<bilan-note id="1">{words}</bilan-note></p>'
        report.source_document = records.pop("source_document", None)
        report.image = records.pop("image", None)
        report.report_date = datetime.date(year + 1, 3, 31)
        report.introduction = text
        report.body = json.dumps(
            derive_new_ids(
                [
                    *body_about(records),
                    block(90, "paragraph", {"text": text}),
                    block(91, "paragraph", {"text": noted}),
                ],
                year,
            )
        )
        report.save()
        self.about.body = json.dumps(
            derive_new_ids(
                [
                    block(1, "paragraph", {"text": text + noted}),
                    block(2, "picture", picture_of(records.get("picture"))),
                    block(3, "download", download_of(records.get("document"))),
                ],
                "about",
            )
        )
        self.about.save()


def again(record: Any) -> Any:
    return type(record)._default_manager.get(pk=record.pk)


def picture_of(picture: models.Picture | None) -> dict[str, Any]:
    return {"picture": picture and picture.pk, "alt": "Une image", "caption": "", "source_url": ""}


def download_of(document: models.ReportDocument | None) -> dict[str, Any]:
    return {"document": document and document.pk, "title": "Un fichier", "source_url": ""}


def page(kind: type[Page], parent: Page, title: str, slug: str, **fields: Any) -> Any:
    """A live page whose key and dates are given."""
    given = {
        "translation_key": derive_id("page", slug),
        "first_published_at": DAY,
        "last_published_at": DAY,
        "search_description": f"Description de {title}",
        "show_in_menus": True,
    }
    return parent.add_child(instance=kind(title=title, slug=slug, **{**given, **fields}))


FOCAL_POINT = [f"focal_point_{name}" for name in ("x", "y", "width", "height")]


def living() -> dict[str, Any]:
    """Public records of each kind; the first of each is what blocks refer to."""
    media = {
        name: models.Picture.objects.create(
            title=name,
            key=derive_id("picture", name),
            description=f"Image {name}",
            credit="DINUM",
            file=ContentFile(png(name), f"{name}.png"),
            **dict.fromkeys(FOCAL_POINT, 5),
        )
        for name in ("navy", "teal", "olive", "maroon")
    }
    files = {
        name: models.ReportDocument.objects.create(
            title=name,
            key=derive_id("document", name),
            file=ContentFile(f"%PDF {name}".encode(), f"{name}.pdf"),
            pages=12,
        )
        for name in ("bilan", "annexe")
    }
    incubator = models.Incubator.objects.create(name="Fabrique", slug="fabrique", owner="ANCT")
    indicator = models.Indicator.objects.create(
        name="Services lancés", code="lances", definition="Lancés dans l’année.", unit="services"
    )
    models.Indicator.objects.create(name="Agents formés", code="formes")
    models.FundingRound.objects.create(name="FAST 6", slug="fast-6", year=2023)
    models.Service.objects.create(name="Autre", slug="autre", mission="Aider.")
    records = {
        "service": models.Service.objects.create(
            name="Mano",
            slug="mano.beta",
            mission="Accompagner les agents.",
            phase="success",
            url="https://mano.example/",
            stats_url="https://mano.example/stats",
            budget_url="https://mano.example/budget",
            incubator=incubator,
        ),
        "incubator": incubator,
        "indicator": indicator,
        "funding_round": models.FundingRound.objects.create(
            name="FAST 7", slug="fast-7", year=2024
        ),
        "term": models.Term.objects.create(
            name="Incubateur", slug="incubateur", definition="Une équipe."
        ),
        "picture": media["navy"],
        "image": media["olive"],
        "logo": media["maroon"],
        "document": files["bilan"],
        "source_document": files["annexe"],
    }
    add_samples(records)
    return records


def build() -> World:
    """The public world."""
    home = page(models.HomePage, Page.get_first_root_node(), "Accueil", "accueil-public")
    home.introduction = "<p>Bienvenue.</p>"
    home.save()
    site = Site.objects.get(is_default_site=True)
    site.root_page, site.site_name = home, "Bilan"
    site.save()
    identity = models.SiteIdentity.objects.create(
        site=site,
        printed_base="https://imprime.example",
        publisher="Un programme",
        publisher_type=models.PublisherType.NATIONAL,
        contact_email="contact@programme.example",
        contact_url="https://programme.example/contact",
        coverage="https://lieux.example/france",
        licence_name="Licence Ouverte 2.0",
        licence_url="https://licence.example/",
        licence_type=models.LicenceType.ATTRIBUTION,
    )
    index = page(models.ReportIndexPage, home, "Bilans", "bilan", introduction=ALL_KINDS)
    about = page(models.ContentPage, home, "À propos", "a-propos")
    contact = page(models.ContentPage, home, "Contact", "contact")
    world = World(site, home, index, about, contact, living())
    identity.logo = world.records["logo"]
    identity.save()
    for year in (2022, 2023, 2024, 2025):
        world.reports[year] = page(
            models.AnnualReportPage, index, f"Bilan {year}", str(year), year=year
        )
    world.mention(year=2025)
    begin_feed()
    models.Incubator.objects.create(name="Atelier", slug="atelier")
    world.contact = move(world.contact, world.about)
    other, document = world.reports[2023], world.records["document"]
    said = (link("page", other.pk, "2023"), link("document", document.pk, "PDF"))
    for year in (2023, 2024):
        world.mention(*said, year=year, **world.records)
        with publication_context(reason="Les totaux manquaient."):
            restate(world.reports[year])
        withdraw_first_version(world.reports[year])
    world.index = again(world.index)
    world.index.introduction += cite(world.reports[2023])
    world.index.save()
    make_pdfs()
    # What the report of 2024 said before was a typo: that of 2023 alone is restated.
    models.EarlierStatement.objects.filter(version__year=2024).update(is_typo=True)
    Redirect.objects.create(old_path="/ancien", site=site, redirect_page=about)
    Redirect.objects.create(old_path="/dehors", site=site, redirect_link="https://exemple.example/")
    return world


def begin_feed() -> None:
    """Begin the feed here: the few entries that documents ask for are of what comes next."""
    for entry in connection.run_on_commit:
        if isinstance(entry[1], WritingTransaction):
            entry[1]()  # what follows is another act
    models.Change.objects.all().delete()


def move(page: Page, parent: Page) -> Any:
    """Give a page another address, without the redirect that Wagtail makes of the old one."""
    page.move(again(parent), "last-child")
    Redirect.objects.all().delete()
    return again(page)


def withdraw_first_version(report: models.AnnualReportPage) -> None:
    first = models.ReportVersion.objects.get(report_key=report.translation_key, number=1)
    withdraw_version(first, "Un nom y figurait.", None)
    models.ReportVersion.objects.filter(pk=first.pk).update(withdrawn_at=DAY)


def make_pdfs() -> None:
    """Give each version that can be read a PDF: what the graph says of one is in its row."""
    for version in models.ReportVersion.objects.filter(withdrawn_at=None):
        said = {"name": f"pdf/{version.number}.pdf", "size": 600, "pages": 3, "sha256": ""}
        models.ReportPdf.objects.create(version=version, **said)


def restate(report: models.AnnualReportPage) -> None:
    """Each year states other figures; with some that the other blocks have no example of."""
    text = json.dumps(list(report.body.raw_data))
    text = text.replace('"7"', f'"{report.year}"').replace('"8"', f'"{report.year - 2016}"')
    report.body = json.dumps(filled([*json.loads(text), range_and_ratio(report.year)]))
    report.save()


WORDS = {"before": "dont", "after": "en tout", "url": "/source", "status": "Pérennisé"}


def filled(value: Any) -> Any:
    """A copy of a body in which what may be left empty is not."""
    if isinstance(value, list):
        return [filled(item) for item in value]
    if not isinstance(value, dict):
        return value
    whole = {name: filled(child) or WORDS.get(name, child) for name, child in value.items()}
    added = {"url"} if "cells" in value else {"status"} if "growth" in value else set()
    return {**{name: WORDS[name] for name in added}, **whole}


def cite(report: models.AnnualReportPage) -> str:
    """Words that repeat a figure of a report."""
    places = get_places(read_body(again(report)))
    place = next(p for p in places if p.figure and p.figure.is_number and p.visit.section)
    address = str(PlaceAddress(report.translation_key, place.pointer, year=report.year))
    number = write_citation(StoredCitation((address,), "same", place.text))
    return f"<p>Comme en {report.year}\u00a0: {number}.</p>"


def range_and_ratio(seed: int) -> dict[str, Any]:
    words = {"level": 1, "lead": "", "before": "", "after": "", "url": "/source"}
    figures = ({"raw": "4,2/5 en tout", "read_as": "4,2/5"}, "de 3 à 1 mois")
    lines = [item(n, {**words, "figure": figure}) for n, figure in enumerate(figures, 95)]
    return derive_new_ids([block(94, "fact_list", {"ordered": True, "items": lines})], seed)[0]


def below(name: str, parent: Collection | None = None) -> Collection:
    """A new collection."""
    return (parent or Collection.get_first_root_node()).add_child(instance=Collection(name=name))

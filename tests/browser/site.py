"""The demonstration and a report of every variant, and the addresses of every kind of page."""

import io
import json

from django.core.files.base import ContentFile
from django.core.management import call_command
from PIL import Image
from wagtail.models import Page

from reports import models
from reports.publishing.previews import links
from tests.reports.publishing.answering import publish_answered

from . import variants

PAGES = [
    "/",
    "/bilan/",
    "/bilan/2024/",
    "/bilan/2023/",
    "/bilan/2022/",
    "/bilan/2024/versions/",
    "/bilan/2024/v/1/",
    "/a-propos/",
    "/indicateurs/",
    "/indicateurs/produits-a-impact-national/",
    "/services/tchap/",
    "/incubateurs/lincubateur-de-services-numeriques/",
    "/appels/fast-15-les-laureats/",
    "/comparer/2023/2024/",
    "/plan-du-site/",
    "/recherche/",
    "/recherche/?q=produits",
    "/recherche/?q=services&annee=2024&nature=bilans",
    "/recherche/?q=introuvable",
    "/relecture/x/",
    "/nulle-part/",
]


def built() -> list[str]:
    """Fills an empty database; the addresses of its pages, a draft with holes among them."""
    call_command("load_demo", verbosity=0, stdout=io.StringIO())
    index = models.ReportIndexPage.objects.get()
    page = models.AnnualReportPage(
        title="Variantes", slug="2022", year=2022, introduction=variants.WORDS
    )
    index.add_child(instance=page)
    page.body = json.dumps(variants.body(keys()))
    page.save()
    publish_answered(page.save_revision(clean=False))
    correct_award(page)
    return [*PAGES, *embeds(page), f"/relecture/{draft(index)}/"]


def correct_award(page: models.AnnualReportPage) -> None:
    """Publish another amount, so that a cell of a wide table says that it was corrected."""
    body = list(page.body.raw_data)
    award = next(raw["value"] for raw in body if raw["type"] == "funding_table")
    award["table"]["rows"][0]["cells"][-1] = "2 €"
    page.body = json.dumps(body)
    publish_answered(page.save_revision(clean=False))


def embeds(page: models.AnnualReportPage) -> list[str]:
    """The pages that show one chart and one table of a report in other sites."""
    versions = models.ReportVersion.objects.filter(report_key=page.translation_key)
    number = versions.latest("number").number
    first = {raw["type"]: raw["id"] for raw in reversed(list(page.body.raw_data))}
    kinds = ("chart", "indicator_table", "budget")
    return [f"/embed/{page.year}/v/{number}/{first[kind]}/" for kind in kinds]


def keys() -> dict[str, int]:
    picture = io.BytesIO()
    Image.new("RGB", (600, 300), "navy").save(picture, "PNG")
    return {
        "picture": models.Picture.objects.create(
            title="carte", credit="DINUM", file=ContentFile(picture.getvalue(), "carte.png")
        ).pk,
        "document": models.ReportDocument.objects.create(
            title="Bilan", file=ContentFile(b"%PDF", "b.pdf"), language="fr", pages=2
        ).pk,
        "service": models.Service.objects.get(slug="tchap").pk,
    }


def draft(index: Page) -> str:
    """The token of a draft in which something is missing everywhere."""
    page = models.AnnualReportPage(title="Brouillon", slug="2021", year=2021, live=False)
    index.add_child(instance=page)
    chart = variants.block("chart", title="", kind="bar", data=variants.table([]))
    body = [variants.heading(""), chart]
    page.body = json.dumps([*body, variants.block("picture", picture=None, alt="", caption="")])
    page.save_revision(clean=False)
    editor = models.User.objects.create_superuser("author-of-links")
    return links.build_token(links.make_review(editor, page, 7, "relecture"))

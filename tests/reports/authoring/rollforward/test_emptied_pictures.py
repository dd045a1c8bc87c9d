"""A picture that a new report has emptied is to be filled in, and no fault of its editor."""

import json

from django.core.files.base import ContentFile

from reports.authoring.rollforward.new_report import roll_forward
from reports.checks.check_result import check_latest
from reports.content.models import AnnualReportPage, Picture, User
from reports.content.site_tree import report_index
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build
from tests.reports.content.media.pictures import encode, small


def test_an_emptied_picture_is_to_be_filled_in(people: dict[str, User]) -> None:
    file = ContentFile(encode(small(), "PNG"), name="equipe.png")
    picture = Picture.objects.create(title="Équipe", file=file, width=40, height=30)
    page = AnnualReportPage(title="Bilan 2024", year=2024, slug="2024")
    page.body = json.dumps(stored(build.picture("Une équipe", picture=picture.pk)))
    report_index().add_child(instance=page)
    page.save_revision().publish()
    made = roll_forward(AnnualReportPage.objects.get(pk=page.pk), 2025).report
    codes = {finding.code for finding in check_latest(made).findings}
    assert "unfilled" in codes
    assert "picture-without-alternative" not in codes

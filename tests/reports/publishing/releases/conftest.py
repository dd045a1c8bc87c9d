"""A report that is public, a record, a private document and what a release changes of them."""

import datetime
from dataclasses import dataclass

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction

from reports import models
from reports.content.models import Service, User
from reports.publishing.models import Release
from reports.publishing.releases.approval import approve
from reports.publishing.releases.contents import Candidate, choose_items
from tests.reports.publishing.corrections.conftest import CORRECTED, draft, page
from tests.reports.publishing.corrections.test_publication import answer

__all__ = ["page"]

HOUR = datetime.timedelta(hours=1)


@dataclass
class World:
    """What a release is made of."""

    release: Release
    report: models.AnnualReportPage
    service: Service
    document: models.ReportDocument
    user: User

    def approve(self) -> None:
        approve(self.release, self.user)

    def come_due(self) -> None:
        """Let the hour of the release have come."""
        past = timezone.now() - datetime.timedelta(minutes=1)
        Release.objects.filter(pk=self.release.pk).update(goes_public_at=past)


@pytest.fixture
def world(page: models.AnnualReportPage) -> World:
    user = User.objects.create(
        username="administration", email="a@bilan.example", is_superuser=True
    )
    service = Service.objects.create(slug="mano", name="Mano", live=True)
    service.name = "Mano 2"
    service.save_revision()
    answer(draft(page, *CORRECTED))
    private = Collection.get_first_root_node().add_child(name="Embargo")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    document = models.ReportDocument.objects.create(
        title="Annexe", collection=private, file=ContentFile(b"%PDF-1.4", "annexe.pdf")
    )
    release = Release.objects.create(
        name="Sortie du bilan", goes_public_at=timezone.now() + HOUR, user=user
    )
    choose_items(release, [Candidate(page), Candidate(service)])
    release.documents.create(document=document, collection=Collection.get_first_root_node())
    release.redirects.create(old_path="/chiffres", redirect_page=page)
    return World(release, page, service, document, user)

"""Withdraws a version: erases its content, and keeps its number, dates, hash and reasons."""

from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from reports.content.models import AnnualReportPage
from reports.publishing.feed.announcement import announce
from reports.publishing.feed.subjects import Subject
from reports.publishing.models import (
    Correction,
    EarlierStatement,
    ReportVersion,
    StoredContent,
    VersionFile,
)
from reports.publishing.versions.files import delete_unneeded_files
from reports.publishing.versions.recording import find_latest


class WithdrawalRefused(ValueError):
    """Raised when a version cannot be withdrawn; the message gives the reason, in French."""


@transaction.atomic
def withdraw_version(version: ReportVersion, reason: str, user: Any) -> None:
    """Erase the content of a version, and stored data that no other version uses."""
    reason = reason.strip()
    if not reason:
        raise WithdrawalRefused("Dites aux lecteurs pourquoi cette version est retirée.")
    version = ReportVersion.objects.select_for_update().get(pk=version.pk)
    if version.withdrawn_at:
        raise WithdrawalRefused(f"La version {version.number} est déjà retirée.")
    if is_current(version):
        raise WithdrawalRefused(
            f"La version {version.number} est celle que les lecteurs voient : publiez d’abord un "
            "bilan corrigé, ou dépubliez-le."
        )
    stored = set(version.drawings.values_list("pk", flat=True))
    stored |= {key for key in (version.content_id, version.surroundings_id) if key}
    version.drawings.clear()
    version.content = version.surroundings = None
    version.withdrawn_at = timezone.now()
    version.withdrawn_by = user
    version.withdrawal_reason = reason
    version.save()
    erase_corrections(version)
    delete_unneeded(stored)
    files = VersionFile.objects.filter(version=version)
    names = set(files.values_list("name", flat=True))
    files.delete()
    delete_unneeded_files(names)
    announce([Subject("report", str(version.report_key))])


def erase_corrections(version: ReportVersion) -> None:
    """Erase the texts of a version in corrections and series; the corrections themselves stay."""
    either_side = Q(version=version) | Q(
        version__report_key=version.report_key, compared_with=version.number
    )
    Correction.objects.filter(either_side).update(sentence="", place="", before="", after="")
    EarlierStatement.objects.filter(version=version).delete()


def is_current(version: ReportVersion) -> bool:
    """Return whether a version agrees with the live report."""
    page = AnnualReportPage.objects.filter(
        translation_key=version.report_key, live=True, alias_of=None
    ).first()
    latest = find_latest(page) if page else None
    return latest is not None and latest.pk == version.pk


def delete_unneeded(digests: set[str]) -> None:
    """Delete the stored bytes that no version uses any more."""
    drawings = ReportVersion.drawings.through.objects.values("storedcontent_id")
    StoredContent.objects.filter(pk__in=digests).exclude(
        pk__in=ReportVersion.objects.exclude(content=None).values("content_id")
    ).exclude(
        pk__in=ReportVersion.objects.exclude(surroundings=None).values("surroundings_id")
    ).exclude(pk__in=drawings).delete()

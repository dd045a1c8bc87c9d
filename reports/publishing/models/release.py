"""Models of releases and their contents."""

from functools import cached_property
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from wagtail.models import Page, Revision

from reports.content.models.media import ReportDocument
from reports.content.page_titles import title_with_year


class Release(models.Model):
    """A set of changes that becomes public together at a given time: all of them, or none."""

    class State(models.TextChoices):
        PREPARED = "prepared", "en préparation"
        APPROVED = "approved", "approuvée"
        PUBLISHED = "published", "publiée"
        HELD = "held", "retenue"

    name = models.CharField("nom", max_length=200)
    goes_public_at = models.DateTimeField("heure de publication")
    state = models.CharField(
        "état", max_length=10, choices=State.choices, default=State.PREPARED, editable=False
    )
    problems: Any = models.JSONField("ce qui l’a retenue", default=list, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="auteur",
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="approuvée par",
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    approved_at = models.DateTimeField("approuvée le", null=True, editable=False)
    published_at = models.DateTimeField("publiée le", null=True, editable=False)
    created_at = models.DateTimeField("créée le", default=timezone.now, editable=False)

    class Meta:
        app_label = "reports"
        verbose_name = "publication groupée"
        verbose_name_plural = "publications groupées"
        ordering = ["-goes_public_at", "-pk"]
        permissions = [("publish_release", "Peut approuver une publication groupée")]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Require a time in the future."""
        if self.goes_public_at and self.goes_public_at <= timezone.now():
            raise ValidationError({"goes_public_at": "Cette heure est passée."})

    @property
    def is_open(self) -> bool:
        """True if its contents can still be changed."""
        return self.state in (self.State.PREPARED, self.State.HELD)


class ReleaseItem(models.Model):
    """A page or a record whose draft becomes public with a release.

    An approval records the draft's revision and the SHA-256 of its content. If the draft changes
    after that, the item is withdrawn.
    """

    release = models.ForeignKey(
        Release, verbose_name="publication", on_delete=models.CASCADE, related_name="items"
    )
    content_type = models.ForeignKey(
        ContentType, verbose_name="genre", on_delete=models.CASCADE, related_name="+"
    )
    object_id = models.CharField("objet", max_length=255)
    revision = models.ForeignKey(
        Revision,
        verbose_name="brouillon approuvé",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    digest = models.CharField("empreinte", max_length=64, blank=True)
    withdrawn_at = models.DateTimeField("retiré le", null=True)

    class Meta:
        app_label = "reports"
        verbose_name = "élément d’une publication"
        verbose_name_plural = "éléments d’une publication"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["release", "content_type", "object_id"], name="one_item_per_release"
            )
        ]

    def __str__(self) -> str:
        if isinstance(self.subject, Page):
            return title_with_year(self.subject)
        return str(self.subject or "élément supprimé")

    @cached_property
    def subject(self) -> Any:
        """The page or the record as it is public now; None once it is deleted."""
        model: Any = self.content_type.model_class()
        found = model._base_manager.filter(pk=self.object_id).first()
        return found.specific if isinstance(found, Page) else found


class StagedRedirect(models.Model):
    """A redirect that a release creates, or changes if the path already has one."""

    release = models.ForeignKey(
        Release, verbose_name="publication", on_delete=models.CASCADE, related_name="redirects"
    )
    old_path = models.CharField("ancienne adresse", max_length=255)
    redirect_page = models.ForeignKey(
        Page, verbose_name="page", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    redirect_link = models.CharField("autre adresse", max_length=255, blank=True)

    class Meta:
        app_label = "reports"
        verbose_name = "redirection préparée"
        verbose_name_plural = "redirections préparées"
        ordering = ["old_path"]
        constraints = [
            models.UniqueConstraint(fields=["release", "old_path"], name="one_redirect_per_release")
        ]

    def __str__(self) -> str:
        return self.old_path


class StagedDocument(models.Model):
    """A document in a private collection that a release moves to a public one."""

    release = models.ForeignKey(
        Release, verbose_name="publication", on_delete=models.CASCADE, related_name="documents"
    )
    document = models.ForeignKey(
        ReportDocument, verbose_name="document", on_delete=models.CASCADE, related_name="+"
    )
    collection = models.ForeignKey(
        "wagtailcore.Collection",
        verbose_name="collection publique",
        on_delete=models.CASCADE,
        related_name="+",
    )

    approved_file = models.CharField("fichier approuvé", max_length=255, blank=True, editable=False)

    class Meta:
        app_label = "reports"
        verbose_name = "document préparé"
        verbose_name_plural = "documents préparés"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["release", "document"], name="one_document_per_release")
        ]

    def __str__(self) -> str:
        return str(self.document)

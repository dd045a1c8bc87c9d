"""The page models: home, list of reports, annual report, plain page."""

import json
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.blocks import StreamValue
from wagtail.fields import StreamField
from wagtail.models import Page, Site
from wagtail.search import index

from reports.content.folding.bodies import ContentBody, ReportBody
from reports.content.models.former_anchors import keep_former_anchors
from reports.content.models.introduction import IntroductionField
from reports.content.models.own_citations import settle_citations
from reports.content.models.page_permissions import PagePermissions
from reports.content.models.preview_targets import PreviewTargets
from reports.content.models.publication_context import publication_context
from reports.content.models.publication_signals import announce_publication, page_copied, publishing
from reports.core.citations.copies import copy_texts
from reports.core.document import block_ids
from reports.core.figures.locale import EDITION
from reports.core.text import anchors

FIRST_YEAR, LAST_YEAR = 1900, 2100
LANGUAGES = {"fr": "français", "en": "anglais", "de": "allemand", "es": "espagnol"}
"""The languages of reports, by their BCP 47 code."""
CURRENCIES = {
    "EUR": "euro",
    "GBP": "livre sterling",
    "USD": "dollar américain",
    "CHF": "franc suisse",
}
"""The currencies of reports, by their ISO 4217 code."""


class HeadlessPage(Page):
    """The base of all pages: they are read through the graph, not rendered here."""

    lists_notes: ClassVar[bool] = False
    """Whether notes are listed below its body, where their marks lead."""
    preview_targets: ClassVar[PreviewTargets]
    """Where drafts can be previewed; set by `reports.publishing.previews`."""

    class Meta:
        abstract = True

    def permissions_for_user(self, user: Any) -> PagePermissions:
        return PagePermissions(user, self)

    @property
    def preview_modes(self) -> list[tuple[str, str]]:
        return self.preview_targets.list_modes(self)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """The draft as it is in memory; no route leads to it but Wagtail's own."""
        self.prepare_preview()
        return self.preview_targets.serve(request, self, mode_name)

    def prepare_preview(self) -> None:
        """Gives a draft in memory what saving would give it: its path, and ids of its blocks."""
        if isinstance(body := getattr(self, "body", None), StreamValue):
            body.get_prep_value()
        if self.pk is not None and self.depth > 1:
            self.set_url_path(self.get_parent())


class HomePage(HeadlessPage):
    """The root of the site."""

    introduction: Any = IntroductionField(
        "introduction", blank=True, help_text="Présente le programme en quelques lignes."
    )

    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    search_fields = [*Page.search_fields, index.SearchField("introduction")]

    max_count_per_parent = 1
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["reports.ReportIndexPage", "reports.ContentPage"]

    class Meta:
        app_label = "reports"
        verbose_name = "accueil"


class ReportIndexPage(HeadlessPage):
    """The list of the reports of a programme: /bilan/."""

    introduction: Any = IntroductionField(
        "introduction", blank=True, help_text="Présente la série des bilans."
    )

    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    search_fields = [*Page.search_fields, index.SearchField("introduction")]

    parent_page_types = ["reports.HomePage"]
    subpage_types = ["reports.AnnualReportPage"]

    class Meta:
        app_label = "reports"
        verbose_name = "liste des bilans"


class ContentPage(HeadlessPage):
    """A plain page: legal notice, accessibility statement…"""

    body = StreamField(ContentBody(), verbose_name="contenu", blank=True)

    content_panels = [*Page.content_panels, FieldPanel("body")]
    search_fields = [*Page.search_fields, index.SearchField("body")]

    parent_page_types = ["reports.HomePage", "reports.ContentPage"]
    subpage_types = ["reports.ContentPage"]

    class Meta:
        app_label = "reports"
        verbose_name = "page"


class AnnualReportPage(HeadlessPage):
    """The report of one year: /bilan/2024/."""

    lists_notes = True

    year = models.PositiveSmallIntegerField(
        "année",
        validators=[MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)],
        help_text="Année dont le bilan rend compte. Un seul bilan par année.",
    )
    hero_title = models.CharField(
        "titre affiché",
        max_length=255,
        blank=True,
        help_text="Grand titre en tête du bilan ; à défaut, le titre de la page.",
    )
    report_date = models.DateField(
        "date du bilan",
        null=True,
        blank=True,
        help_text="Date imprimée sur le bilan, ou à laquelle ses chiffres sont arrêtés.",
    )
    language = models.CharField(
        "langue",
        max_length=12,
        choices=list(LANGUAGES.items()),
        default="fr",
        help_text="Langue dans laquelle le bilan est écrit : ses nombres sont lus et composés "
        "selon l’usage de cette langue.",
    )
    currency = models.CharField(
        "monnaie",
        max_length=3,
        choices=list(CURRENCIES.items()),
        default="EUR",
        db_default="EUR",
        help_text="Monnaie du bilan : un « $ » seul n’est lu comme un montant que si le bilan "
        "est en dollars américains.",
    )
    reading_edition = models.PositiveSmallIntegerField(
        "édition des règles de lecture",
        default=EDITION,
        db_default=1,
        editable=False,
        help_text="Selon quelles règles ses chiffres sont lus : celles du jour de sa rédaction.",
    )
    image = models.ForeignKey(
        "reports.Picture",
        verbose_name="image",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Montrée dans les listes, et là où le bilan est partagé.",
    )
    introduction: Any = IntroductionField(
        "chapô",
        blank=True,
        cites_figures=True,
        help_text="Résume le bilan, en tête de page et dans les listes.",
    )
    source_document = models.ForeignKey(
        "reports.ReportDocument",
        verbose_name="document source",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Présentation ou PDF dont ce bilan est la transcription.",
    )
    body = StreamField(
        ReportBody(), verbose_name="contenu", blank=True, help_text="Le bilan, bloc par bloc."
    )

    content_panels = [
        *Page.content_panels,
        FieldRowPanel([FieldPanel("year"), FieldPanel("report_date"), FieldPanel("hero_title")]),
        FieldPanel("introduction"),
        FieldPanel("source_document"),
        FieldPanel("body"),
    ]
    promote_panels = [
        *Page.promote_panels,
        FieldPanel("image"),
        FieldRowPanel([FieldPanel("language"), FieldPanel("currency")]),
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("introduction"),
        index.SearchField("body"),
        index.FilterField("year"),
    ]

    parent_page_types = ["reports.ReportIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        app_label = "reports"
        verbose_name = "bilan annuel"
        verbose_name_plural = "bilans annuels"

    def clean(self) -> None:
        """Refuses a second report of one year on one site. Its path is its year."""
        if self.year is None:
            super().clean()
            return
        self.slug = str(self.year)
        others = AnnualReportPage.objects.filter(year=self.year).exclude(pk=self.pk)
        if self.alias_of_id:
            others = others.exclude(pk=self.alias_of_id)
        if any(self._shares_site_with(other) for other in others):
            raise ValidationError({"year": f"Le bilan {self.year} existe déjà sur ce site."})
        try:
            super().clean()
        except ValidationError as error:  # of the slug, which the form does not have
            raise ValidationError({"year": error.messages}) from error

    def _shares_site_with(self, other: Page) -> bool:
        """A page that has no place in the tree yet counts as on every site."""
        roots = Site.objects.values_list("root_page__path", flat=True)
        return any(
            other.path.startswith(root) and (self.path or root).startswith(root) for root in roots
        )

    def prepare_preview(self) -> None:
        """An anchor for each heading too; no year is year 0, which `problems` tells of."""
        self.year = self.year or 0
        super().prepare_preview()
        self.settle_anchors()

    def settle_anchors(self) -> None:
        """Every heading has an anchor of its own, which does not change with its title."""
        anchors.settle_anchors(block.value for block in self.body if block.block_type == "heading")

    def keep_public_anchors(self) -> None:
        """Have links that readers have lead to their headings, whatever anchors these have now."""
        public = AnnualReportPage.objects.filter(pk=self.pk, live=True) if self.pk else ()
        for report in public:
            keep_former_anchors(self.body, report.body)

    def save_revision(self, *args: Any, **kwargs: Any) -> Any:
        """Save a draft in which headings keep their public anchors, and citations their figures."""
        self.keep_public_anchors()
        settle_citations(self)
        return super().save_revision(*args, **kwargs)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the page and, in one transaction, what the receivers of its signals write."""
        with transaction.atomic():
            if self._state.adding and not self.alias_of_id:
                self.mint_block_ids()
            if self.live:
                self.keep_public_anchors()
                self.settle_anchors()
                announce_publication(self, kwargs.get("update_fields"))
            super().save(*args, **kwargs)

    def publish(self, revision: Any, user: Any = None, **kwargs: Any) -> Any:
        """Publish a revision, unless a receiver of `publishing` refuses."""
        publishing.send(type(self), page=self, revision=revision, user=user)
        with publication_context(revision=revision, user=user):
            return super().publish(revision, user=user, **kwargs)

    def copy(self, *args: Any, **kwargs: Any) -> Any:
        """Copy the page, and what receivers of `page_copied` keep beside it."""
        copy = super().copy(*args, **kwargs)
        page_copied.send(type(self), source=self, copy=copy)
        return copy

    def mint_block_ids(self) -> None:
        """New ids for a page that begins its life, perhaps as another's copy: ids are for ever."""
        stored = self.body.stream_block.get_prep_value(self.body)
        if block_ids.list_ids(stored):
            texts = copy_texts(stored, self.introduction, self.translation_key, self.year)
            self.body, self.introduction = json.dumps(texts[0]), texts[1]

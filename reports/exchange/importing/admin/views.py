"""The admin views that import a document, and that show the account of the last import."""

import threading
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.timezone import localtime
from django.views.generic import FormView, TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.pages.utils import get_breadcrumbs_items_for_page

from reports.content.models import AnnualReportPage, ReportIndexPage
from reports.content.storage.stored_file import StorageUnavailable
from reports.core.refusal import Refusal
from reports.exchange.importing.admin.account import (
    build_account,
    describe_account,
    find_account,
    keep_account,
)
from reports.exchange.importing.admin.forms import ImportForm
from reports.exchange.importing.admin.uploaded_files import in_folder, list_unused
from reports.exchange.importing.findings import ExistingReport, LossRefusal
from reports.exchange.importing.importer import run_import
from reports.exchange.importing.parsing import parse_bounded
from reports.exchange.importing.request import Request

# Characters: the real reports have 30,000, and this takes fifteen seconds.
MAX_TEXT_CHARACTERS = 500_000
MAX_REFUSAL_LINES = 20  # lines of a refusal that are shown
ONE_AT_A_TIME = threading.Lock()  # a report of many pictures takes hundreds of megabytes
BUSY = "Un autre document est en cours d’import : réessayez dans un instant."
UNREACHABLE = "Le stockage des fichiers ne répond pas ; rien n’a été créé. Réessayez."


class ImportReport(WagtailAdminTemplateMixin, FormView):
    """Imports a document as the draft of a report below a `ReportIndexPage`."""

    form_class = ImportForm
    template_name = "reports/importing/form.html"
    page_title = "Importer un document"
    header_icon = "upload"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.index = get_object_or_404(ReportIndexPage, pk=kwargs["index_id"])
        if not self.index.permissions_for_user(request.user).can_add_subpage():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: ImportForm) -> HttpResponse:
        existing = self.find_existing(form.cleaned_data["year"])
        if existing is not None and (reason := find_obstacle(existing, self.request.user)):
            form.add_error("year", reason)
            return self.form_invalid(form)
        if not ONE_AT_A_TIME.acquire(blocking=False):
            form.add_error(None, BUSY)
            return self.form_invalid(form)
        try:
            page = self.run(form)
        except ExistingReport as refusal:
            self.offer_replacement(form, existing, refusal)
        except LossRefusal as refusal:
            self.offer_loss(form, refusal)
        except Refusal as refusal:
            form.add_error("documents", str(refusal).splitlines())
        except StorageUnavailable:
            form.add_error(None, UNREACHABLE)
        else:
            return redirect("bilan_import_account", page.pk)
        finally:
            ONE_AT_A_TIME.release()
        return self.form_invalid(form)

    def find_existing(self, year: int) -> AnnualReportPage | None:
        return AnnualReportPage.objects.child_of(self.index).filter(year=year).first()

    def run(self, form: ImportForm) -> AnnualReportPage:
        """Import the files and store the account, both or neither."""
        given = form.cleaned_data
        with in_folder(given["documents"]) as (paths, folder), transaction.atomic():
            outcome = run_import(
                Request(
                    paths[0],
                    more=tuple(paths[1:]),
                    assets=folder,
                    year=given["year"],
                    title=given["title"],
                    language=given["language"] or None,
                    currency=given["currency"] or None,
                    accept_loss=given["accept_loss"],
                    replace=given["replaces"] is not None,
                    replaced_revision=given["replaces"],
                    index=self.index,
                    user=self.request.user,  # type: ignore[arg-type]
                    most_text=MAX_TEXT_CHARACTERS,
                ),
                parse=parse_bounded,
            )
            page = AnnualReportPage.objects.child_of(self.index).get(year=outcome.year)
            unused = list_unused(given["documents"], paths)
            keep_account(
                page, self.request.user, build_account(outcome, given["documents"].names, unused)
            )
        return page

    def offer_replacement(
        self, form: ImportForm, page: AnnualReportPage | None, refusal: ExistingReport
    ) -> None:
        """Say that the report exists, and offer to save the import as a new draft of it."""
        if page is None:
            form.add_error("year", str(refusal))
            return
        page.refresh_from_db()
        form.add_error("year", f"Il y a déjà un bilan {page.year} : {describe_draft(page)}.")
        self.replaceable = page

    def offer_loss(self, form: ImportForm, refusal: LossRefusal) -> None:
        """Say which words would be lost, and offer to import the document without them."""
        if refusal.missing > 1:
            form.add_error("documents", f"{refusal.missing} mots de ce document seraient perdus.")
        elif refusal.missing:
            form.add_error("documents", "Un mot de ce document serait perdu.")
        else:
            form.add_error(
                "documents",
                "Aucun mot ne serait perdu, mais des balises abîmées laissent un doute sur ce que "
                "l’auteur voulait.",
            )
        self.loss = refusal

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = get_breadcrumbs_items_for_page(self.index, self.request.user)
        return [*above, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        loss = getattr(self, "loss", None)
        return {
            **super().get_context_data(**kwargs),
            "loss": loss,
            "loss_lines": loss.notices[:MAX_REFUSAL_LINES] if loss else (),
            "loss_more": max(0, len(loss.notices) - MAX_REFUSAL_LINES) if loss else 0,
            "replaceable": getattr(self, "replaceable", None),
        }


def find_obstacle(page: AnnualReportPage, user: Any) -> str:
    """Return why a user may not write a new draft of a report; "" if they may."""
    allowed = page.permissions_for_user(user)
    if not allowed.can_edit():
        return f"Le bilan {page.year} existe déjà, et vous ne pouvez pas le modifier."
    if allowed.page_locked():
        return f"Le bilan {page.year} existe déjà, et il est verrouillé."
    return ""


def describe_draft(page: AnnualReportPage) -> str:
    """Return « « Bilan 2031 », publié, enregistré le 3/5/2032 à 14:05 »."""
    state = "publié" if page.live else "brouillon"
    revision = page.latest_revision
    when = f", enregistré le {localtime(revision.created_at):%d/%m/%Y à %H:%M}" if revision else ""
    return f"« {page.get_admin_display_title()} », {state}{when}"


class ImportAccount(WagtailAdminTemplateMixin, TemplateView):
    """Shows the account of the document that was imported last into a report."""

    template_name = "reports/importing/account.html"
    page_title = "Document importé"
    header_icon = "upload"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.page = get_object_or_404(AnnualReportPage, pk=kwargs["page_id"])
        if not self.page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = get_breadcrumbs_items_for_page(self.page, self.request.user)
        return [*above, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        account = find_account(self.page)
        if account is None:
            raise Http404
        return {
            **super().get_context_data(**kwargs),
            "page": self.page,
            "account": describe_account(account, self.page, self.request.user),
            "edit_url": reverse("wagtailadmin_pages:edit", args=[self.page.pk]),
        }

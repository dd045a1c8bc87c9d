"""The columns of the list of review links, for Wagtail's tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.middleware.csrf import get_token
from django.urls import reverse
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn

from reports.content.dates import format_moment
from reports.content.page_titles import title_with_year
from reports.publishing.models import PreviewLink

State = PreviewLink.State
HERE = "reports/previews"


@dataclass(frozen=True)
class Row:
    """A review link in the list; `address` is empty if it cannot be copied."""

    link: PreviewLink
    state: State
    address: str
    may_revoke: bool = True

    @property
    def title(self) -> str:
        return title_with_year(self.link.page)

    @property
    def described(self) -> str:
        """The text that identifies the link to users who hear its buttons outside the row."""
        note = f" ({self.link.note})" if self.link.note else ""
        return f"de « {self.title} »{note}"

    @property
    def edit_url(self) -> str:
        return reverse("wagtailadmin_pages:edit", args=[self.link.page_id])

    @property
    def which(self) -> str:
        """The draft that the link shows: a revision as it was when the link was made, or the
        latest draft.
        """
        if self.link.kind == PreviewLink.Kind.OUTSIDE:
            return "Saisie en cours, dans une interface"
        if self.link.kind == PreviewLink.Kind.RELEASE:
            return f"Publication groupée « {self.link.release} »"
        if self.link.revision is None:
            return "Dernier brouillon"
        moment = min(self.link.revision.created_at, self.link.created_at)
        return f"Version du {format_moment(moment)}"

    @property
    def author(self) -> str:
        user = self.link.user
        return user.get_full_name().strip() or user.get_username()

    @property
    def state_label(self) -> str:
        return str(self.state.label).capitalize()

    @property
    def revocation(self) -> str:
        """The address at which to end the link; empty if it has ended or the user may not."""
        if self.state in (State.EXPIRED, State.REVOKED) or not self.may_revoke:
            return ""
        return reverse("preview_link_revoke", args=[self.link.page_id, self.link.key])


class Cell(Column):
    """A column whose cells have a template of this package, which receives the row."""

    def __init__(self, name: str, **kwargs: Any) -> None:
        super().__init__(name, accessor="link.pk", **kwargs)
        self.cell_template_name = f"{HERE}/{name}_cell.html"

    def get_cell_context_data(self, instance: Row, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        request = context["request"]
        return {**context, "csrf_token": get_token(request), "here": request.get_full_path()}


def title() -> Column:
    """Return the column of the page, with a link to its form."""
    return TitleColumn("title", label="Page", width="18%", get_url=lambda row: row.edit_url)


def link_columns() -> Sequence[Column]:
    """Return all columns except that of the page."""
    return (
        Column("which", label="Montre"),
        Column("note", label="Objet", accessor="link.note"),
        Column("author", label="Auteur"),
        Cell("lifetime", label="Durée de vie"),
        Cell("opened", label="Ouvertures"),
        StatusTagColumn("state_label", label="État", primary=lambda row: row.state == State.ACTIVE),
        Cell("actions", label="Actions"),
    )

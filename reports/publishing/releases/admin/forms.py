"""Forms of a release: its drafts, documents of private collections, and redirects."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, Page
from wagtail.permissions import page_permission_policy

from reports.content.media.permissions import policy_of
from reports.content.models import ReportDocument
from reports.content.page_titles import disambiguate_titles
from reports.publishing.models import Release, StagedDocument, StagedRedirect
from reports.publishing.releases.contents import Candidate, list_candidates
from reports.publishing.releases.problems import is_private


class ItemsForm(forms.Form):
    """The form that selects the pages and records of a release among those with a draft."""

    items = forms.MultipleChoiceField(
        label="Bilans, pages et fiches",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Ce qui a des modifications en attente.",
    )

    def __init__(self, release: Release, user: Any, data: Any = None) -> None:
        candidates = list_candidates(release, user)
        inside = release.items.filter(withdrawn_at=None)
        self.known = {candidate.key: candidate for candidate in candidates}
        initial = [Candidate(item.subject).key for item in inside if item.subject]
        super().__init__(data, prefix="elements", initial={"items": initial})
        field: Any = self.fields["items"]
        titles = disambiguate_titles(
            [each.subject for each in candidates if isinstance(each.subject, Page)]
        )
        field.choices = [(each.key, each.name_as(titles)) for each in candidates]

    @property
    def chosen(self) -> list[Candidate]:
        return [self.known[key] for key in self.cleaned_data["items"]]


def list_private_collections() -> list[int]:
    return [each.pk for each in Collection.objects.all() if is_private(each)]


def list_documents(user: Any) -> QuerySet[ReportDocument]:
    """Return the documents that a user may change."""
    policy = policy_of(ReportDocument)
    found: QuerySet[ReportDocument] = policy.instances_user_has_permission_for(user, "change")
    return found


def list_pages(user: Any) -> QuerySet[Page]:
    """Return the pages that a user sees in the admin."""
    found: QuerySet[Page] = page_permission_policy.explorable_instances(user).filter(depth__gt=1)
    return found


class DocumentForm(forms.ModelForm):
    """A document that is not public yet, and the collection in which it will be.

    The user can choose documents that they may change, and collections to which they may add.
    """

    class Meta:
        model = StagedDocument
        fields = ["document", "collection"]

    def __init__(self, *args: Any, user: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        private = list_private_collections()
        document: Any = self.fields["document"]
        waiting = list_documents(user).filter(collection__in=private)
        document.queryset = waiting | list_documents(user).filter(pk=self.instance.document_id)
        targets = policy_of(ReportDocument).collections_user_has_permission_for(user, "add")
        collection: Any = self.fields["collection"]
        collection.queryset = targets.exclude(pk__in=private)


class RedirectForm(forms.ModelForm):
    """The form for a redirect from a path to a page or to another address."""

    redirect_page = forms.ModelChoiceField(
        label="Page", queryset=Page.objects.none(), required=False
    )

    class Meta:
        model = StagedRedirect
        fields = ["old_path", "redirect_page", "redirect_link"]

    def __init__(self, *args: Any, user: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        target: Any = self.fields["redirect_page"]
        target.queryset = list_pages(user)

    def clean_old_path(self) -> str:
        """Return the path in the form in which redirects are looked up."""
        try:
            return str(Redirect.normalise_path(self.cleaned_data["old_path"]))
        except ValueError:
            raise forms.ValidationError("Un chemin : « /chiffres ».") from None

    def clean_redirect_link(self) -> str:
        """Refuse a text that is neither a path nor a web address."""
        link = str(self.cleaned_data["redirect_link"]).strip()
        if link and not link.startswith(("/", "https://", "http://")):
            raise forms.ValidationError("Un chemin, ou une adresse en https.")
        return link

    def clean(self) -> dict[str, Any]:
        """Require exactly one target."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if bool(cleaned.get("redirect_page")) == bool(cleaned.get("redirect_link")):
            raise forms.ValidationError(
                "Choisissez une page, ou écrivez une adresse : l’une des deux."
            )
        return cleaned


DocumentForms: Any = forms.inlineformset_factory(
    Release, StagedDocument, form=DocumentForm, extra=1, can_delete_extra=False
)
RedirectForms: Any = forms.inlineformset_factory(
    Release, StagedRedirect, form=RedirectForm, extra=1, can_delete_extra=False
)

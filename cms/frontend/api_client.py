"""The client through which pages query the graph; it collects the cache tags of the answers."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from wagtail.models import Site

from cms.frontend.policy import SAME_SITE, build_policy, security_headers
from reports_graphql.errors import Invalid, Refusal
from reports_graphql.http.delivery import PRIVATE
from reports_graphql.http.response_cache import Answer
from reports_graphql.preview_field import NO_DRAFTS, Drafts
from reports_graphql.shipped_documents import execute_shipped

ABSENT = ("BAD_USER_INPUT", "NO_SITE")  # refusals of what no page can have


class Visit:
    """Queries the shipped documents, and renders pages from the answers.

    With `drafts`, drafts are shown in place of public content; such a page is never cached.
    """

    def __init__(
        self,
        request: HttpRequest,
        drafts: Drafts = NO_DRAFTS,
        site: Site | None = None,
        checked: bool = False,
        **context: Any,
    ) -> None:
        self.request = request
        self.drafts = drafts
        self.site = site
        self.checked = checked  # by the accessibility checker of the admin, which rides on the page
        self.context = context
        self.path = request.path
        self.tags: set[str] = set()
        self.is_complete = True

    def ask(self, name: str, **variables: Any) -> dict[str, Any]:
        """Return the data of a shipped document. Raises Http404 if the graph refuses the
        variables.
        """
        try:
            answered = execute_shipped(self.request, name, variables, self.site, self.drafts)
        except (Refusal, Invalid) as refusal:
            if code(refusal) not in ABSENT:
                raise
            raise Http404 from None
        self.tags |= answered.tags
        self.is_complete = self.is_complete and answered.is_complete
        return answered.data

    def find(self, name: str, root: str, **variables: Any) -> dict[str, Any]:
        """Return the value of a root field. Raises Http404 if it is null."""
        found: dict[str, Any] | None = self.ask(name, **variables)[root]
        if found is None:
            raise Http404
        return found

    def page(self, template: str, **context: Any) -> HttpResponse:
        """Return the page that a template makes from answers, with the form in which it is cached.

        A page that lacks something for the moment is not cached.
        """
        own = {"visit": self, "path": self.path, "canonical": ""}
        known = {**self.ask("site"), **own, **self.context}
        html = render_to_string(f"frontend/{template}.html", known | context, self.request)
        if self.drafts:
            private = {"Cache-Control": PRIVATE}
            return HttpResponse(html, headers=security_headers(build_policy(SAME_SITE)) | private)
        response = HttpResponse(html, headers=security_headers())
        if not self.is_complete:
            response["Cache-Control"] = "no-store"
            return response
        response.kept = Answer.from_body(response.content, self.tags)  # type: ignore[attr-defined]
        return response

    @property
    def base(self) -> str:
        """The scheme and host of this site, for complete links to its pages."""
        return f"{self.request.scheme}://{self.request.get_host()}"

    @property
    def name(self) -> str:
        return str(settings.WAGTAIL_SITE_NAME)


def code(refusal: Refusal | Invalid) -> object:
    error = refusal.errors[0] if isinstance(refusal, Invalid) else refusal
    return (error.extensions or {}).get("code")

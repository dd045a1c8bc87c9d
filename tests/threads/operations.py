"""What is done with a draft, each as one function from a page to a text that can be compared."""

import json
import re
from collections.abc import Callable
from typing import Any

from django.test import RequestFactory
from wagtail.admin.telepath import JSContext
from wagtail.blocks.base import get_error_json_data
from wagtail.models import Site
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from reports.checks.check_result import check_report
from reports.content.models import AnnualReportPage, User
from reports.content.models.page_document import read_body
from reports.content.records.reference_names import ReferenceNames
from reports.content.search.entries import build_report_entries
from reports.content.visibility.drafts import Drafts
from reports.core import document
from reports.core.changes.document_changes import DocumentComparison
from reports_graphql.shipped_documents import execute_shipped

from .form_data import body_fields
from .states import shorten

# Draftail names its paragraphs at random, in its own JSON and in the HTML made of it.
RANDOM_KEY = re.compile(r'((?:\\*"key\\*": |data-block-key=)\\*")[a-z0-9]{5}')

UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
DEFINED = ("heading", "chart", "budget")
FIELDS = ("hero_title", "source_document", "seo_title", "search_description", "go_live_at")


def define_form(page: Any, user: User) -> str:
    """Say what a browser needs to know of some blocks, for example whether they are required."""
    blocks = page.body.stream_block.child_blocks
    packed = [JSContext().pack(blocks[name]) for name in DEFINED]
    return UUID.sub("", as_text(packed))


def convert(page: Any, user: User) -> str:
    """Make the body's form, and read back what a browser would post of it."""
    stream = page.body.stream_block
    states = stream.get_form_state(page.body)
    posted = stream.value_from_datadict(dict(body_fields(stream, states)), {}, "body")
    return as_text([states, stream.get_prep_value(posted)])


def save_draft(page: Any, user: User) -> str:
    return as_text(submit(page, user, is_draft=True))


def publish(page: Any, user: User) -> str:
    return as_text(submit(page, user, is_draft=False))


def submit(page: Any, user: User, is_draft: bool) -> list[Any]:
    """Validate and save a page's form, but for the database; return its errors and its body."""
    stream = page.body.stream_block
    data = nested_form_data({"comments": inline_formset([])})
    data |= dict.fromkeys((*FIELDS, "expire_at"), "")
    data |= {"title": page.title, "slug": page.slug, "year": str(page.year), "introduction": "null"}
    data |= body_fields(stream, stream.get_form_state(page.body))
    form_class = page.get_edit_handler().get_form_class()
    form = form_class(data, instance=page, for_user=user)
    if is_draft:
        form.defer_required_fields()
    errors = {
        name: [get_error_json_data(error) for error in found.as_data()]
        for name, found in form.errors.items()
    }
    if errors:
        return [errors, None]
    return [errors, stream.get_prep_value(form.save(commit=False).body)]


def run_checks(page: Any, user: User) -> str:
    findings = check_report(page).findings
    return as_text([(each.fingerprint, each.issue.message, each.issue.hint) for each in findings])


def compare(page: Any, user: User) -> str:
    """Compare a draft with the same blocks as they are published."""
    public = AnnualReportPage.objects.get(pk=page.pk).body
    before = document.read(shorten(list(public.raw_data)))
    after = read_body(page)
    return as_text(DocumentComparison(before, after, ReferenceNames(before, after)).entries)


def index_for_search(page: Any, user: User) -> str:
    names = ("key", "title_stems", "stems", "title_words", "words", "title", "anchor", "text")
    return as_text(
        [[getattr(entry, name) for name in names] for entry in build_report_entries(page)]
    )


def query(page: Any, user: User) -> str:
    """Ask the graph for a draft as its preview does."""
    page.prepare_preview()
    site = Site.objects.get(is_default_site=True)
    request = RequestFactory().get("/graphql/")
    return as_text(
        execute_shipped(request, "report", {"year": page.year}, site, Drafts((page,))).data
    )


OPERATIONS: list[Callable[[Any, User], str]] = [
    define_form,
    convert,
    save_draft,
    publish,
    run_checks,
    compare,
    index_for_search,
    query,
]


def as_text(result: Any) -> str:
    """Return a result as JSON, with what is random in it left out."""
    return RANDOM_KEY.sub(r"\1", json.dumps(result, default=repr, ensure_ascii=False))

"""Wagtail hooks of authoring: scripts, rich text features, home, guide and panels."""

from collections.abc import Sequence

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path
from django.utils.html import format_html, format_html_join
from wagtail import hooks
from wagtail.models import Page

from reports.authoring.citations.admin import hooks as citations
from reports.authoring.conversions.admin import hooks as conversions
from reports.authoring.forms import (
    action_menu,
    figure_reader,
    form_actions,
    requested_changes,
)
from reports.authoring.guide import hooks as guide
from reports.authoring.home import panels
from reports.authoring.link_picker import feature as link_feature
from reports.authoring.link_picker.views import list_targets
from reports.authoring.pages import page_choosers
from reports.authoring.pages.copying import give_free_year
from reports.authoring.replacements.admin import hooks as replacements
from reports.authoring.revisions import hooks as revisions
from reports.authoring.rich_text import language_feature, note_feature
from reports.authoring.roles import account_views
from reports.authoring.rollforward.admin import hooks as rollforward
from reports.authoring.rollforward.inheritance import copy_roll_forward
from reports.content.models import AnnualReportPage

SCRIPTS = tuple(
    f"reports/{name}.js"
    for name in (
        "saving",
        "sending",
        "deleting",
        "commented",
        "unsent_comments",
        "comment_buttons",
        "calendar",
        "pasted_links",
        "long_pastes",
        "spoken_form",
        "tooltip",
        "terms/tooltip",
    )
)


def editor_scripts() -> str:
    return format_html_join(
        "\n", '<script type="module" src="{}"></script>', ((static(script),) for script in SCRIPTS)
    )


def construct_script() -> str:
    """Return the script that starts the widgets of every form: see
    `wagtail_patches.inline_scripts`.
    """
    return format_html('<script type="module" src="{}"></script>', static("reports/construct.js"))


def editorial_stylesheet() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("reports/editorial.css"))


def urls() -> Sequence[URLPattern]:
    """Return the URLs that widgets call, which only users of the admin may."""
    return [
        path("bilan/lectures/", figure_reader.read_figures, name="bilan_readings"),
        path("bilan/liens/", list_targets, name="bilan_links"),
    ]


def give_copies_a_free_year(request: HttpRequest, page: Page, new_page: Page) -> None:
    report = new_page.specific
    if isinstance(report, AnnualReportPage):
        give_free_year(report, request.user)
        copy_roll_forward(page.specific, report)


hooks.register("register_admin_urls", urls)
hooks.register("register_rich_text_features", language_feature.register_language_feature)
hooks.register("register_rich_text_features", note_feature.register_note_feature)
hooks.register(
    "register_rich_text_features",
    link_feature.register_link_feature,
    order=1,  # after Wagtail's own
)
hooks.register("after_copy_page", give_copies_a_free_year)
hooks.register("construct_page_chooser_queryset", page_choosers.keep_choosable)
hooks.register("before_move_page", page_choosers.check_move)
hooks.register("before_bulk_action", account_views.before_bulk)
hooks.register("after_bulk_action", account_views.after_bulk)
hooks.register("before_edit_page", form_actions.before_edit)
hooks.register("before_edit_snippet", form_actions.before_edit_record)
for edited in ("before_edit_page", "before_edit_snippet"):
    hooks.register(edited, requested_changes.show_requested_changes)
hooks.register("after_edit_page", form_actions.after_edit)
hooks.register("after_edit_page", form_actions.stay_for_next_step)  # last: it answers
hooks.register("construct_page_action_menu", action_menu.order_actions)
hooks.register("construct_snippet_action_menu", action_menu.order_actions)
hooks.register("insert_editor_js", editor_scripts)
hooks.register("insert_global_admin_js", construct_script)
hooks.register("insert_global_admin_css", editorial_stylesheet)
hooks.register("construct_homepage_panels", panels.construct_homepage)
guide.register_hooks()
rollforward.connect()
citations.connect()
replacements.connect()
conversions.connect()
revisions.connect()

"""Where working together is in the admin."""

from collections.abc import Sequence

from django.templatetags.static import static
from django.urls import URLPattern, path
from django.utils.html import format_html, format_html_join
from wagtail import hooks

from reports.editorial import accounts, form_actions, overwriting, page_choosers
from reports.editorial.home import panels
from reports.editorial.link_picker.views import list_targets

SCRIPTS = tuple(
    f"reports/{name}.js"
    for name in (
        "flush",
        "session",
        "saving",
        "sending",
        "deleting",
        "commented",
        "unsent_comments",
        "comment_buttons",
        "calendar",
        "pasted_links",
        "long_pastes",
        "rich_text_names",
        "tooltip",
        *("terms/finder", "terms/marks", "terms/tooltip"),
    )
)


def editor_scripts() -> str:
    return format_html_join(
        "\n", '<script src="{}" defer></script>', ((static(script),) for script in SCRIPTS)
    )


def construct_script() -> str:
    """Return what starts the widgets of every form: see `wagtail_patches.inline_scripts`."""
    return format_html('<script src="{}" defer></script>', static("reports/construct.js"))


def editorial_stylesheet() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("reports/editorial.css"))


def list_urls() -> Sequence[URLPattern]:
    """Return the address that the picker of links asks."""
    return [path("bilan/liens/", list_targets, name="bilan_links")]


def register_hooks() -> None:
    """Tells Wagtail of all this."""
    hooks.register("register_admin_urls", list_urls)
    hooks.register("construct_page_chooser_queryset", page_choosers.keep_choosable)
    hooks.register("before_move_page", page_choosers.check_move)
    hooks.register("before_bulk_action", accounts.before_bulk)
    hooks.register("after_bulk_action", accounts.after_bulk)
    hooks.register("before_edit_page", form_actions.before_edit)
    hooks.register("before_edit_snippet", form_actions.before_edit_record)
    hooks.register("before_edit_page", overwriting.before_edit)
    hooks.register("after_edit_page", form_actions.after_edit)
    hooks.register("after_edit_page", overwriting.after_edit)
    hooks.register("after_edit_page", form_actions.stay_for_next_step)  # last: it answers
    hooks.register("insert_editor_js", editor_scripts)
    hooks.register("insert_global_admin_js", construct_script)
    hooks.register("insert_global_admin_css", editorial_stylesheet)
    hooks.register("construct_homepage_panels", panels.construct_homepage)

"""Where working together is in the admin."""

from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from wagtail import hooks

from reports.desk import accounts, acts, deleting, overwriting
from reports.desk.home import panels

SCRIPTS = tuple(f"reports/{name}.js" for name in ("saving", "sending", "deleting", "commented"))


def editor_scripts() -> str:
    return format_html_join(
        "\n", '<script src="{}" defer></script>', ((static(script),) for script in SCRIPTS)
    )


def stylesheet() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("reports/desk.css"))


def connect() -> None:
    """Tells Wagtail of all this."""
    hooks.register("register_permissions", deleting.permissions)
    hooks.register("before_bulk_action", accounts.before_bulk)
    hooks.register("before_edit_page", acts.before_edit)
    hooks.register("before_edit_snippet", acts.before_edit_record)
    hooks.register("before_edit_page", overwriting.before_edit)
    hooks.register("after_edit_page", acts.after_edit)
    hooks.register("after_edit_page", overwriting.after_edit)
    hooks.register("insert_editor_js", editor_scripts)
    hooks.register("insert_global_admin_css", stylesheet)
    hooks.register("construct_homepage_panels", panels.construct)

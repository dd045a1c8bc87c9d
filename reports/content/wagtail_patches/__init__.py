"""Patches for faults of Wagtail, one module for each, until Wagtail repairs them.

The docstring of a module names the version, the fault, and when the module can be deleted.
"""

from reports.content.wagtail_patches import (
    deep_stored_streams,
    deferred_validation,
    draft_titles,
    first_use,
    form_labels,
    grouped_references,
    inline_scripts,
    loaded_version,
    rich_text_conversion,
    stale_form_guard,
    title_norms,
    unreadable_rich_text,
)

PATCHES = (
    deep_stored_streams,
    deferred_validation,
    draft_titles,
    first_use,
    form_labels,
    grouped_references,
    inline_scripts,
    loaded_version,
    rich_text_conversion,
    stale_form_guard,
    title_norms,
    unreadable_rich_text,
)


def apply_all() -> None:
    """Apply every patch. Raise `ImproperlyConfigured` if Wagtail has changed below one of them."""
    for patch in PATCHES:
        patch.apply()

"""What keeps a form from doing more than somebody asked for."""

from .guard import Guard

ACTS = "tests/reports/authoring/forms/test_form_actions.py"
STALE = "tests/reports/authoring/forms/test_stale_forms.py"

ACTING = [
    Guard(
        "a save by itself that does nothing else",
        "reports/authoring/forms/form_actions.py",
        '    if not request.accepts("text/html"):\n        strip_actions(request)',
        '    if not request.accepts("text/html"):\n        pass',
        ACTS,
        "saves_itself_does_nothing_else",
    ),
    Guard(
        "an approval of the step that was opened",
        "reports/authoring/forms/form_actions.py",
        "    return step is None or opened_at not in (None, str(step.pk))",
        "    return step is None",
        ACTS,
        "sent_twice",
    ),
    Guard(
        "an approval while somebody waits for one",
        "reports/authoring/forms/form_actions.py",
        "    return step is None or opened_at not in (None, str(step.pk))",
        "    return step is not None and opened_at not in (None, str(step.pk))",
        ACTS,
        "approved_once",
    ),
    Guard(
        "one of two approvals at once",
        "reports/authoring/models/review.py",
        "            if there.status != TaskState.STATUS_IN_PROGRESS:",
        "            if False:",
        ACTS,
        "at_once",
    ),
    Guard(
        "a public report under a late save",
        "reports/content/wagtail_patches/stale_form_guard.py",
        '            if stored and stored["live"] and not self.instance.live:',
        "            if False:",
        "tests/reports/content/wagtail_patches/test_stale_form_guard.py",
        "stays_public",
    ),
    Guard(
        "a version that was saved at the same moment, when a draft is saved",
        "reports/content/wagtail_patches/stale_form_guard.py",
        "            check_loaded_version(self.instance)",
        "            pass",
        STALE,
        "at_once",
    ),
    Guard(
        "a version that was saved at the same moment, below what is public",
        "reports/content/wagtail_patches/loaded_version.py",
        "            check_loaded_version(self)",
        "            pass",
        STALE,
        "between_two_steps",
    ),
    Guard(
        "a version that was overwritten in place",
        "reports/content/wagtail_patches/loaded_version.py",
        '        return self.created_at in ("", revision.created_at.isoformat())',
        "        return True",
        STALE,
        "in_place",
    ),
    Guard(
        "a workflow below a stale form",
        "reports/authoring/forms/stale_forms.py",
        "                check_loaded_version(form.instance)  # before a workflow is cancelled",
        "                pass",
        STALE,
        "cancelled",
    ),
]

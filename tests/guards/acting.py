"""What keeps a form from doing more than somebody asked for."""

from .guard import Guard

ACTS = "tests/reports/editorial/test_acts.py"

ACTING = [
    Guard(
        "a save by itself that does nothing else",
        "reports/editorial/form_actions.py",
        '    if not request.accepts("text/html"):\n        strip_actions(request)',
        '    if not request.accepts("text/html"):\n        pass',
        ACTS,
        "saves_itself_does_nothing_else",
    ),
    Guard(
        "an approval of the step that was opened",
        "reports/editorial/form_actions.py",
        "    return step is None or opened_at not in (None, str(step.pk))",
        "    return step is None",
        ACTS,
        "sent_twice",
    ),
    Guard(
        "an approval while somebody waits for one",
        "reports/editorial/form_actions.py",
        "    return step is None or opened_at not in (None, str(step.pk))",
        "    return step is not None and opened_at not in (None, str(step.pk))",
        ACTS,
        "approved_once",
    ),
    Guard(
        "one of two approvals at once",
        "reports/models/review.py",
        "            if there.status != TaskState.STATUS_IN_PROGRESS:",
        "            if False:",
        ACTS,
        "at_once",
    ),
    Guard(
        "a public report under a late save",
        "reports/wagtail_patches/stale_form_guard.py",
        '            if stored and stored["live"] and not self.instance.live:',
        "            if False:",
        "tests/reports/wagtail_patches/test_stale_form_guard.py",
        "stays_public",
    ),
]

"""What keeps a form from doing more than somebody asked for."""

from .guard import Guard

ACTS = "tests/reports/desk/test_acts.py"

ACTING = [
    Guard(
        "a save by itself that does nothing else",
        "reports/desk/acts.py",
        '    if not request.accepts("text/html"):\n        strip(request)',
        '    if not request.accepts("text/html"):\n        pass',
        ACTS,
        "saves_itself_does_nothing_else",
    ),
    Guard(
        "an approval of the step that was opened",
        "reports/desk/acts.py",
        "    return step is None or opened_at not in (None, str(step.pk))",
        "    return step is None",
        ACTS,
        "sent_twice",
    ),
    Guard(
        "an approval while somebody waits for one",
        "reports/desk/acts.py",
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
        "reports/desk/standing.py",
        '            if there and there["live"] and not self.instance.live:',
        "            if False:",
        ACTS,
        "stays_public",
    ),
]

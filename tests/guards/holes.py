"""What keeps a report that is not filled in from the public, and its holes from being closed."""

from .guard import Guard

PUBLICATION = "tests/reports/authoring/rollforward/test_publication.py"
CLOSING = "tests/reports/authoring/rollforward/test_closing.py"

HOLES = [
    Guard(
        "a hole whoever publishes",
        "reports/checks/receivers.py",
        "        gate.demand_filled(revision.as_object())",
        "        pass",
        PUBLICATION,
        "code",
    ),
    Guard(
        "a hole where Wagtail's action is called",
        "reports/checks/receivers.py",
        "    gate.demand_filled(page)\n",
        "    pass",
        PUBLICATION,
        "action",
    ),
    Guard(
        "the gate before a save as public is connected",
        "reports/checks/receivers.py",
        "    becoming_public.connect(refuse_unfilled, ",
        "    dict(",
        PUBLICATION,
        "action",
    ),
    Guard(
        "what is public already stays so",
        "reports/content/models/publication_signals.py",
        "    if not stored.filter(live_revision=page.live_revision_id).exists():",
        "    if stored:",
        PUBLICATION,
        "stays",
    ),
    Guard(
        "nobody answers for a hole",
        "reports/checks/check_result.py",
        "        if finding.code == UNFILLED:\n            return None\n",
        "",
        PUBLICATION,
        "answers",
    ),
    Guard(
        "a copy is as hollow as its source",
        "reports/authoring/rollforward/receivers.py",
        "    copy_roll_forward(source, copy)\n",
        "    pass\n",
        PUBLICATION,
        "copy",
    ),
    Guard(
        "a hole is closed by the draft alone",
        "reports/authoring/rollforward/admin/views.py",
        "    is_kept = found is not None and found.closing in (Closing.KEEP, Closing.CLEAR)",
        "    is_kept = True",
        CLOSING,
        "draft",
    ),
    Guard(
        "a fact is closed without its words alone",
        "reports/authoring/rollforward/progress.py",
        "        is_closed = expected.key in roll.closed and not expected.words",
        "        is_closed = expected.key in roll.closed",
        CLOSING,
        "torn",
    ),
    Guard(
        "a value that was kept is read again",
        "reports/authoring/rollforward/progress.py",
        "            (expected.is_empty and not is_closed) or is_unread or bool(wordless),",
        "            (expected.is_empty and not is_closed) or bool(wordless),",
        CLOSING,
        "kept",
    ),
    Guard(
        "a figure that waits for its words",
        "reports/authoring/rollforward/progress.py",
        "    if expected.is_empty or expected.is_cell or expected.words:",
        "    if True:",
        "tests/reports/authoring/rollforward/test_closing.py",
        "figure_alone",
    ),
]

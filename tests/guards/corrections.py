"""Guards on corrections: what is asked before a published figure changes, and who is told."""

from .guard import Guard

CORRECTIONS = "reports/publishing/corrections"
TESTS = "tests/reports/publishing/corrections/test_publication.py"
ADMIN = "tests/reports/publishing/corrections/test_admin.py"

REREAD = "tests/reports/publishing/corrections/test_reread_figures.py"

CORRECTED = [
    Guard(
        "what is public is read as it was",
        "reports/content/models/page_document.py",
        'getattr(page, "reading_edition", default.edition)',
        "default.edition",
        REREAD,
        "until_somebody_agrees",
    ),
    Guard(
        "a reading that alone changes is a correction",
        f"{CORRECTIONS}/figure_changes.py",
        "is_same = (before.text, before.reading) == (after.text, after.reading)",
        "is_same = before.text == after.text",
        REREAD,
        "who_agrees",
    ),
    Guard(
        "no revision is published unanswered",
        f"{CORRECTIONS}/receivers.py",
        "        demand_answers(page, page.live_revision_id)\n",
        "        pass\n",
        TESTS,
        "without_an_answer",
    ),
    Guard(
        "answers hold for their revision",
        f"{CORRECTIONS}/answers.py",
        ".filter(revision=revision_id, compared_with=version)",
        ".filter(compared_with=version)",
        TESTS,
        "their_revision",
    ),
    Guard(
        "answers hold for the version that was compared",
        f"{CORRECTIONS}/answers.py",
        ".filter(revision=revision_id, compared_with=version)",
        ".filter(revision=revision_id)",
        TESTS,
        "another_version_overtook or compared",
    ),
    Guard(
        "a correction has a sentence",
        f"{CORRECTIONS}/answers.py",
        "elif not answer.sentence.strip():",
        "elif False:",
        TESTS,
        "none_is_refused",
    ),
    Guard(
        "a schedule that was overtaken is held",
        "reports/publishing/scheduled.py",
        "    hold_unanswered(write)\n",
        "",
        TESTS,
        "overtook",
    ),
    Guard(
        "the form asks before it publishes",
        f"{CORRECTIONS}/admin/hooks.py",
        '    hooks.register("before_publish_page", refusals.before_publish)\n',
        "",
        ADMIN,
        "schedule_asks",
    ),
    Guard(
        "a choice of pages asks before it publishes",
        f"{CORRECTIONS}/admin/hooks.py",
        '    hooks.register("before_bulk_action", refusals.before_bulk)\n',
        "",
        ADMIN,
        "choice_of_pages",
    ),
    Guard(
        "answers are for who may publish",
        f"{CORRECTIONS}/admin/views.py",
        "    act.demand_permission()\n",
        "",
        ADMIN,
        "may_not_publish",
    ),
    Guard(
        "answers about another draft publish nothing",
        f"{CORRECTIONS}/admin/views.py",
        'and request.POST.get("compared") == compared',
        "",
        ADMIN,
        "another_draft",
    ),
    Guard(
        "a withdrawn version leaves no figure in corrections",
        "reports/publishing/versions/withdrawal.py",
        "    erase_corrections(version)\n",
        "",
        TESTS,
        "withdrawing",
    ),
]

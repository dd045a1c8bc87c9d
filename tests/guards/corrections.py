"""Guards on corrections: what is asked before a published figure changes, and who is told."""

from .guard import Guard

CORRECTIONS = "reports/publication/corrections"
TESTS = "tests/reports/publication/corrections/test_publication.py"
ADMIN = "tests/reports/publication/corrections/test_admin.py"

CORRECTED = [
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
        "reports/publication/scheduled.py",
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
        "reports/publication/versions/withdrawal.py",
        "    erase_corrections(version)\n",
        "",
        TESTS,
        "withdrawing",
    ),
]

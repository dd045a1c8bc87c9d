"""Guards on releases: all or none, what was approved, who may."""

from .guard import Guard

RELEASES = "reports/publishing/releases"
TESTS = "tests/reports/publishing/releases/test_publication.py"
ADMIN = "tests/reports/publishing/releases/test_admin.py"
PRESS = "tests/reports/publishing/releases/test_press_links.py"

RELEASED = [
    Guard(
        "problems keep a release back at its hour",
        f"{RELEASES}/publishing.py",
        "    demand_release_now(release)\n",
        "",
        TESTS,
        "one_error",
    ),
    Guard(
        "a release is one transaction",
        f"{RELEASES}/publishing.py",
        "            with transaction.atomic():\n                publish(release.pk)\n",
        "            publish(release.pk)\n",
        TESTS,
        "leaves_nothing_between",
    ),
    Guard(
        "what changes after the approval is withdrawn",
        f"{RELEASES}/approval.py",
        "                withdraw(item, why)\n",
        "                pass\n",
        TESTS,
        "withdrawn",
    ),
    Guard(
        "a draft that is saved into is another",
        f"{RELEASES}/approval.py",
        "return item.digest != compute_digest(Revision.objects.get(pk=saved.pk))",
        "return False",
        TESTS,
        "saved_into",
    ),
    Guard(
        "who approves may publish each item",
        f"{RELEASES}/problems.py",
        "    if foreign:\n",
        "    if False:\n",
        ADMIN,
        "nobody_approves",
    ),
    Guard(
        "private documents are not listed to everybody",
        f"{RELEASES}/admin/forms.py",
        "    return found\n\n\ndef list_pages",
        "    return ReportDocument.objects.all()\n\n\ndef list_pages",
        ADMIN,
        "documents",
    ),
    Guard(
        "press links end at the hour",
        "reports/publishing/previews/press_links.py",
        "instance.preview_links.update(expires_at=instance.goes_public_at)",
        "pass",
        PRESS,
        "hour",
    ),
    Guard(
        "what is unpublished after the approval stays so",
        f"{RELEASES}/approval.py",
        "    unpublished.connect(withdraw_unpublished, dispatch_uid=uid)\n",
        "",
        TESTS,
        "unpublished",
    ),
    Guard(
        "answers are approved too",
        f"{RELEASES}/drafts.py",
        "said = [revision.content, list(answers)]",
        "said = [revision.content]",
        TESTS,
        "other_answers",
    ),
    Guard(
        "nobody changes what somebody approves meanwhile",
        f"{RELEASES}/contents.py",
        "        if not locked.is_open:\n",
        "        if False:\n",
        ADMIN,
        "overruled",
    ),
    Guard(
        "who shares a press link may change its release",
        "reports/publishing/previews/views.py",
        "own = link.release is None or may_share(self.request.user, link.release)",
        "own = True",
        PRESS,
        "shown_to_those",
    ),
]

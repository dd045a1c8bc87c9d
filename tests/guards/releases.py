"""Guards on releases: all or none, what was approved, who may."""

from .guard import Guard

RELEASES = "reports/publication/releases"
TESTS = "tests/reports/publication/releases/test_publication.py"
ADMIN = "tests/reports/publication/releases/test_admin.py"
PRESS = "tests/reports/publication/releases/test_press_links.py"

RELEASED = [
    Guard(
        "problems keep a release back at its hour",
        f"{RELEASES}/publishing.py",
        "    demand_no_problems(release)\n",
        "",
        TESTS,
        "one_error",
    ),
    Guard(
        "a release is one transaction",
        f"{RELEASES}/publishing.py",
        "            with transaction.atomic():\n                publish(pk)\n",
        "            publish(pk)\n",
        TESTS,
        "leaves_nothing_between",
    ),
    Guard(
        "what changes after the approval is withdrawn",
        f"{RELEASES}/approval.py",
        "            withdraw(item)\n",
        "            pass\n",
        TESTS,
        "withdrawn",
    ),
    Guard(
        "a draft that is saved into is another",
        f"{RELEASES}/approval.py",
        "item.revision_id != saved.pk or item.digest != compute_digest(saved)",
        "item.revision_id != saved.pk",
        TESTS,
        "saved_into",
    ),
    Guard(
        "who approves may publish each item",
        f"{RELEASES}/approval.py",
        "    if foreign:\n",
        "    if False:\n",
        ADMIN,
        "nobody_approves",
    ),
    Guard(
        "private documents are not listed to everybody",
        f"{RELEASES}/admin/forms.py",
        'permission_policy.instances_user_has_permission_for(user, "change")',
        "StagedDocument._meta.get_field('document').related_model.objects.all()",
        ADMIN,
        "documents",
    ),
    Guard(
        "an approval is for an hour",
        f"{RELEASES}/admin/hooks.py",
        "if not release.is_open:",
        "if False:",
        ADMIN,
        "keeps_its_hour",
    ),
    Guard(
        "press links end at the hour",
        "reports/previews/press_links.py",
        "instance.preview_links.update(expires_at=instance.goes_public_at)",
        "pass",
        PRESS,
        "hour",
    ),
]

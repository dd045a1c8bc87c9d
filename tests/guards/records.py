"""What keeps records: that drafts count, that deletions ask, that nothing is told to all."""

from .guard import Guard

ROOM = "tests/reports/records"
USES, DELETION = f"{ROOM}/test_uses.py", f"{ROOM}/test_deletion.py"
VIEWS, CREATION = f"{ROOM}/test_views.py", f"{ROOM}/test_creation.py"

RECORDS = [
    Guard(
        "a draft that uses a record",
        "reports/records/versions.py",
        "        for state, body in drafts.get(key, ()):",
        "        for state, body in ():",
        USES,
    ),
    Guard(
        "a used record, deleted by code",
        "reports/records/deletion.py",
        "    if its:\n",
        "    if not its:\n        pass\n    elif False:\n",
        DELETION,
        "code or incubator",
    ),
    Guard(
        "a used record, deleted in the admin",
        "reports/records/hooks.py",
        '    hooks.register("before_delete_snippet", before_delete)\n',
        "",
        DELETION,
        "admin or many",
    ),
    Guard(
        "records, to whoever has to do with them",
        "reports/records/views.py",
        "        if not can_choose(request.user, model):",
        "        if False:",
        VIEWS,
    ),
    Guard(
        "uses, to whoever may edit the report",
        "reports/records/visible_uses.py",
        "use.report.permissions_for_user(user).can_edit()",
        "True",
        VIEWS,
    ),
    Guard(
        "a record made with permission",
        "reports/records/views.py",
        '    if not has_permission(request.user, model, "add"):',
        "    if False:",
        CREATION,
    ),
    Guard(
        "a record made as a draft",
        "reports/records/creation.py",
        "    record = model(live=False,",
        "    record = model(live=True,",
        CREATION,
    ),
    Guard(
        "a namesake, told before another is made",
        "reports/records/creation.py",
        "    if not anyway and",
        "    if False and",
        CREATION,
    ),
    Guard(
        "one statement for all that is chosen",
        "reports/blocks/references.py",
        ".select_related(*beside)",
        "",
        f"{ROOM}/test_widget.py",
    ),
]

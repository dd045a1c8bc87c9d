"""What keeps records: that drafts count, that deletions ask, that nothing is told to all."""

from .guard import Guard

ROOM = "tests/reports/content/records"
USES, DELETION = f"{ROOM}/test_uses.py", f"{ROOM}/test_deletion.py"
PICKER = "tests/reports/authoring/test_link_picker.py"
VIEWS, CREATION = f"{ROOM}/test_views.py", f"{ROOM}/test_creation.py"

RECORDS = [
    Guard(
        "a snippet that is no kind of records",
        "reports/content/records/checks.py",
        "        if issubclass(model, Snippet) and model not in list_models()",
        "        if False",
        f"{ROOM}/test_kinds.py",
        "not_registered",
    ),
    Guard(
        "a draft that uses a record",
        "reports/content/records/versions.py",
        "        for state, body in drafts.get(key, ()):",
        "        for state, body in ():",
        USES,
    ),
    Guard(
        "a used record, deleted by code",
        "reports/content/records/deletion.py",
        "    if its:\n",
        "    if not its:\n        pass\n    elif False:\n",
        DELETION,
        "code or incubator",
    ),
    Guard(
        "a used record, deleted in the admin",
        "reports/content/records/hooks.py",
        '    hooks.register("before_delete_snippet", before_delete)\n',
        "",
        DELETION,
        "admin or many",
    ),
    Guard(
        "records, to whoever has to do with them",
        "reports/content/records/views.py",
        "        if not can_choose(request.user, model):",
        "        if False:",
        VIEWS,
    ),
    Guard(
        "uses, to whoever may edit the report",
        "reports/content/records/visible_uses.py",
        "use.report.permissions_for_user(user).can_edit()",
        "True",
        VIEWS,
    ),
    Guard(
        "a record made with permission",
        "reports/content/records/views.py",
        '    if not has_permission(request.user, model, "add"):',
        "    if False:",
        CREATION,
    ),
    Guard(
        "a record made as a draft",
        "reports/content/records/creation.py",
        "    record = model(live=False,",
        "    record = model(live=True,",
        CREATION,
    ),
    Guard(
        "a namesake, told before another is made",
        "reports/content/records/creation.py",
        "    if not anyway:",
        "    if False:",
        CREATION,
    ),
    Guard(
        "one statement for all that is chosen",
        "reports/content/blocks/references.py",
        ".select_related(*related)",
        "",
        f"{ROOM}/test_widget.py",
    ),
    Guard(
        "what may be linked to, to those who edit pages",
        "reports/authoring/link_picker/views.py",
        "    if not page_permission_policy.user_has_any_permission(",
        "    if False and not page_permission_policy.user_has_any_permission(",
        PICKER,
        "edits_no_page",
    ),
    Guard(
        "documents of closed collections, as targets of links",
        "reports/authoring/link_picker/targets.py",
        "visible_to(user, ReportDocument)",
        "ReportDocument.objects",
        PICKER,
        "closed",
    ),
    Guard(
        "sections of restricted reports, as targets of links",
        "reports/authoring/link_picker/targets.py",
        "Page.objects.live().public()\n",
        "Page.objects.all()\n",
        PICKER,
        "restricted",
    ),
    Guard(
        "pages that may not be chosen, as targets of links",
        "reports/authoring/link_picker/targets.py",
        "choosable_pages(user).filter(depth__gt=1)",
        "Page.objects.filter(depth__gt=1)",
        PICKER,
        "draft_of_others",
    ),
    Guard(
        "a public anchor that was changed in a draft",
        "reports/content/models/pages.py",
        "        self.keep_public_anchors()\n        settle_citations(self)",
        "        settle_citations(self)",
        "tests/reports/content/models/test_pages.py",
        "anchor",
    ),
    Guard(
        "definitions, to whoever has to do with them",
        "reports/content/records/views.py",
        "    if not can_choose(request.user, Term):",
        "    if False:",
        VIEWS,
        "neither",
    ),
]

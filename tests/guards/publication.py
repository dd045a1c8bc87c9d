"""Guards on versions, on the change feed and on webhooks."""

from .guard import Guard

VERSIONS = "reports/publishing/versions"
FEED = "reports/publishing/feed"
WEBHOOKS = "reports/publishing/webhooks"
VERSION_TESTS = "tests/reports/publishing/test_versions.py"
GRAPH = "tests/reports_graphql/test_versions.py"
CHANGES = "tests/reports_graphql/test_changes.py"
DELIVERIES = "tests/reports/publishing/webhooks/test_delivery.py"
NETWORKS = "tests/reports/publishing/webhooks/test_networks.py"

RECORDS = "tests/reports/checks/test_record_publication.py"

PUBLICATION = [
    Guard(
        "a report takes its records along",
        "reports/checks/receivers.py",
        "    becoming_public.connect(publish_drafts, ",
        "    dict(",
        RECORDS,
        "said_before_and_after",
    ),
    Guard(
        "who may not publish records publishes none with a report",
        "reports/checks/draft_records.py",
        "        elif may_publish_records(user, type(record)):",
        "        elif user:",
        RECORDS,
        "publishes_the_report_alone",
    ),
    Guard(
        "a withdrawn record stays withdrawn",
        "reports/checks/draft_records.py",
        "        if record.first_published_at or has_own_hour(record):",
        "        if has_own_hour(record):",
        RECORDS,
        "withdrawn",
    ),
    Guard(
        "a record waits for its own hour",
        "reports/checks/draft_records.py",
        "    if record.go_live_at and record.go_live_at > timezone.now():\n        return True\n",
        "",
        RECORDS,
        "own-hour",
    ),
    Guard(
        "a record waits for its release",
        "reports/publishing/apps.py",
        "        register_embargo(is_awaited)\n",
        "",
        RECORDS,
        "holds_waits",
    ),
    Guard(
        "a release publishes what it names",
        "reports/checks/receivers.py",
        "    if not (context.is_restoring or context.keeps_records):",
        "    if not context.is_restoring:",
        RECORDS,
        "what_it_names",
    ),
    Guard(
        "who scheduled a report has the right at its hour",
        "reports/publishing/scheduled.py",
        "publication_context(user=find_scheduler(revision))",
        "publication_context(user=None)",
        RECORDS,
        "takes_its_records_along",
    ),
    Guard(
        "no version of what the public cannot read",
        f"{VERSIONS}/recording.py",
        "return perspective if is_seen else None",
        "return perspective",
        VERSION_TESTS,
        "private",
    ),
    Guard(
        "versions without references that nobody can follow",
        f"{VERSIONS}/content.py",
        "document = keep_confirmed_references(document, around.public_id_of)",
        "pass",
        VERSION_TESTS,
        "hidden",
    ),
    Guard(
        "versions hide what is hidden now",
        "graphql/reports_graphql/versions/stored_loaders.py",
        'shown = [row for row in listed if row["public_id"] not in hidden]',
        "shown = listed",
        GRAPH,
        "hidden",
    ),
    Guard(
        "versions of a report that is not public now",
        "graphql/reports_graphql/loaders/versions.py",
        "ReportVersion.objects.filter(report_key__in=keys)",
        "ReportVersion.objects.all()",
        GRAPH,
        "hidden_report",
    ),
    Guard(
        "corrections of a report that is not public now",
        "graphql/reports_graphql/loaders/versions.py",
        "Correction.objects.filter(version__report_key__in=keys)",
        "Correction.objects.all()",
        GRAPH,
        "hidden_report",
    ),
    Guard(
        "a version that is opened is of the report on this site",
        "graphql/reports_graphql/versions/version_context.py",
        "found = public.fetch_visible(Perspective.reports, only=BRIEF, year={year})",
        'found = list(AnnualReportPage.objects.filter(year=year).order_by("-pk"))',
        GRAPH,
        "on_this_site",
    ),
    Guard(
        "files of versions through the gate",
        f"{VERSIONS}/files.py",
        "return None if find_hidden(found.kind, {found.key}, perspective) else found.name",
        "return found.name",
        GRAPH,
        "files or file",
    ),
    Guard(
        "withdrawal erases the content",
        f"{VERSIONS}/withdrawal.py",
        "    delete_unneeded(stored)\n",
        "",
        VERSION_TESTS,
        "withdrawing",
    ),
    Guard(
        "hidden entries of the feed",
        f"{FEED}/reading.py",
        "return [e for e in entries if e.subject not in announced or subjects[e.pk] in visible]",
        "return entries",
        CHANGES,
        "expired",
    ),
    Guard(
        "the feed reads the public state through the gate",
        f"{FEED}/reading.py",
        "return entries.filter(is_public | (Q(kind__in=GONE) & ~Exists(later)))",
        "return entries",
        CHANGES,
        "hidden",
    ),
    Guard(
        "cursors that were made up",
        f"{FEED}/cursors.py",
        "if hmac.compare_digest(encrypt(str(key), site, rank), cursor):",
        "if True:",
        CHANGES,
        "cursors",
    ),
    Guard(
        "addresses of webhooks are public",
        f"{WEBHOOKS}/networks.py",
        "if not addresses or not all(is_allowed(address) for address in addresses):",
        "if not addresses:",
        NETWORKS,
    ),
    Guard(
        "messages are not sent of what is hidden by now",
        f"{WEBHOOKS}/bodies.py",
        "if not visible or not",
        "if not",
        DELIVERIES,
        "hidden",
    ),
]

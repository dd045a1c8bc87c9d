"""Folders and files of `tests/` that the gate runs on PostgreSQL with Redis, and nothing else.

They are those of code that engines of databases, or a shared cache, may answer otherwise: triggers
and the content version, locks, transactions, sequences, words that are searched, JSON, sums and
orders of lists, constraints, statements of our own. `test_places.py` compares them with the code.
"""

ACCOUNTS = "reports/accounts/"
CONTENT = "reports/content/"
PUBLISHING = "reports/publishing/"

# Each module whose statements engines may answer otherwise, and the tests that run them.
MODULES = {
    "cms/operations/failed_start.py": "cms/operations/test_database_settings.py",
    "cms/operations/backup/database_dump.py": "cms/operations/backup/",
    "cms/operations/health.py": "cms/operations/test_health.py",
    "cms/operations/metrics.py": "cms/operations/test_metrics.py",
    "cms/operations/postgresql/pool.py": "cms/operations/postgresql/",
    "cms/operations/readiness.py": "cms/operations/test_health.py",
    "graphql/reports_graphql/errors.py": "cms/http/test_unavailable.py",
    "graphql/reports_graphql/filters.py": "reports_graphql/test_filters.py",
    "graphql/reports_graphql/http/turns.py": "reports_graphql/http/test_turns.py",
    "graphql/reports_graphql/loaders/mentions.py": "reports_graphql/test_mentions.py",
    "graphql/reports_graphql/loaders/series.py": "reports_graphql/test_merged_records.py",
    "graphql/reports_graphql/loaders/snippets.py": "reports_graphql/test_record_loaders.py",
    "graphql/reports_graphql/loaders/versions.py": "reports_graphql/test_versions.py",
    "graphql/reports_graphql/mentions_field.py": "reports_graphql/test_mentions.py",
    "graphql/reports_graphql/pagination.py": "reports_graphql/test_connections.py",
    "graphql/reports_graphql/site/nodes.py": "reports_graphql/site/test_lists.py",
    "reports/accounts/identities.py": ACCOUNTS + "test_invitations.py",
    "reports/accounts/lockout.py": ACCOUNTS + "test_lockout.py",
    "reports/accounts/models/identity.py": ACCOUNTS + "test_invitations.py",
    "reports/accounts/second_factor.py": ACCOUNTS + "test_second_factor.py",
    "reports/authoring/link_picker/targets.py": "reports/authoring/test_link_picker.py",
    "reports/authoring/models/review.py": "reports/authoring/forms/test_form_actions.py",
    "reports/authoring/models/roll_forward.py": "reports/authoring/rollforward/test_new_report.py",
    "reports/authoring/roles/last_administrator.py": (
        "reports/authoring/roles/test_last_administrator.py"
    ),
    "reports/authoring/rollforward/admin/views.py": (
        "reports/authoring/rollforward/test_progress.py"
    ),
    "reports/authoring/rollforward/new_report.py": (
        "reports/authoring/rollforward/test_new_report.py"
    ),
    "reports/checks/models/acknowledgement.py": "reports/checks/test_check_result.py",
    "reports/checks/models/silenced_finding.py": "reports/checks/test_silences.py",
    "reports/content/content_version/migrations.py": CONTENT + "content_version/",
    "reports/content/content_version/trigger_definitions.py": CONTENT + "content_version/",
    "reports/content/content_version/triggers.py": CONTENT + "content_version/",
    "reports/content/content_version/version.py": CONTENT + "content_version/",
    "reports/content/media/permissions.py": CONTENT + "media/test_private_files.py",
    "reports/content/models/audit.py": CONTENT + "audit/",
    "reports/content/models/batches.py": CONTENT + "search/",
    "reports/content/models/file_failure.py": PUBLISHING + "test_file_retries.py",
    "reports/content/models/page_document.py": CONTENT + "observations/",
    "reports/content/models/snippet.py": CONTENT + "records/test_merging.py",
    "reports/content/process_lock.py": CONTENT + "test_process_lock.py",
    "reports/content/records/creation.py": CONTENT + "records/test_creation.py",
    "reports/content/records/listing.py": CONTENT + "records/test_listing.py",
    "reports/content/records/lookup.py": CONTENT + "records/test_lookup.py",
    "reports/content/records/merging.py": CONTENT + "records/test_merging.py",
    "reports/content/records/versions.py": CONTENT + "records/test_uses.py",
    "reports/content/search/entry_query.py": CONTENT + "search/",
    "reports/content/search/few_entries.py": CONTENT + "search/",
    "reports/content/visibility/aggregates.py": CONTENT + "search/",
    "reports/content/visibility/compiled_queries.py": CONTENT + "visibility/",
    "reports/content/visibility/perspective.py": CONTENT + "visibility/",
    "reports/content/visibility/reader.py": "reports_graphql/test_compiled_lists.py",
    "reports/content/visibility/sites.py": CONTENT + "visibility/",
    "reports/content/visibility/survivors.py": "reports_graphql/test_merged_records.py",
    "reports/content/wagtail_patches/grouped_references.py": (
        CONTENT + "wagtail_patches/test_grouped_references.py"
    ),
    "reports/content/wagtail_patches/loaded_version.py": (
        "reports/authoring/forms/test_stale_forms.py"
    ),
    "reports/content/wagtail_patches/stale_form_guard.py": (
        CONTENT + "wagtail_patches/test_stale_form_guard.py"
    ),
    "reports/content/wagtail_patches/title_norms.py": (
        CONTENT + "wagtail_patches/test_title_norms.py"
    ),
    "reports/exchange/importing/taken_ids.py": "reports/exchange/importing/test_atomic.py",
    "reports/exchange/models/imports.py": "reports/exchange/importing/test_atomic.py",
    "reports/publishing/administrators.py": PUBLISHING + "webhooks/test_delivery.py",
    "reports/publishing/corrections/reread_figures.py": (
        PUBLISHING + "corrections/test_reread_figures.py"
    ),
    "reports/publishing/feed/announcement.py": PUBLISHING + "feed/",
    "reports/publishing/feed/public_states.py": PUBLISHING + "feed/",
    "reports/publishing/feed/reading.py": "reports_graphql/test_changes.py",
    "reports/publishing/feed/retention.py": PUBLISHING + "feed/",
    "reports/publishing/feed/sequence.py": "reports_graphql/test_changes.py",
    "reports/publishing/models/change.py": PUBLISHING + "feed/",
    "reports/publishing/models/correction.py": PUBLISHING + "corrections/test_publication.py",
    "reports/publishing/models/outbox.py": PUBLISHING + "test_outbox.py",
    "reports/publishing/models/preview_link.py": PUBLISHING + "previews/test_links.py",
    "reports/publishing/models/release.py": PUBLISHING + "releases/test_publication.py",
    "reports/publishing/models/report_pdf.py": PUBLISHING + "test_file_retries.py",
    "reports/publishing/models/report_version.py": PUBLISHING + "test_versions.py",
    "reports/publishing/models/version_file.py": PUBLISHING + "test_versions.py",
    "reports/publishing/models/webhook.py": PUBLISHING + "webhooks/test_delivery.py",
    "reports/publishing/outbox/claims.py": PUBLISHING + "test_outbox.py",
    "reports/publishing/releases/approval.py": PUBLISHING + "releases/test_publication.py",
    "reports/publishing/releases/contents.py": PUBLISHING + "releases/test_admin.py",
    "reports/publishing/releases/locks.py": PUBLISHING + "releases/test_publication.py",
    "reports/publishing/releases/publishing.py": PUBLISHING + "releases/test_publication.py",
    "reports/publishing/scheduled.py": PUBLISHING + "test_scheduled.py",
    "reports/publishing/versions/drawings.py": PUBLISHING + "test_file_retries.py",
    "reports/publishing/versions/missing.py": PUBLISHING + "test_versions.py",
    "reports/publishing/versions/stored_bytes.py": PUBLISHING + "test_versions.py",
    "reports/publishing/versions/withdrawal.py": PUBLISHING + "test_versions.py",
    "reports/publishing/webhooks/admin/views.py": PUBLISHING + "webhooks/test_admin.py",
}
# Modules whose statements every engine answers alike, and why.
ALIKE = {
    "cms/management/commands/backup.py": "writes the engine's name into a manifest",
    "reports/authoring/home/administering.py": "counts rows",
    "reports/content/media/file_faults.py": "counts rows",
    "reports/content/media/tags.py": "counts rows",
    "reports/publishing/management/commands/migrate.py": "runs before each test on PostgreSQL",
}
# Beside them: what a shared cache, a failing statement or an order of rows is the matter of.
OTHERS = (
    "cms/frontend/test_keeping.py",
    "cms/http/test_rates.py",
    "cms/http/test_sign_in_rates.py",
    "cms/operations/test_mail.py",
    "cms/operations/test_purging.py",
    ACCOUNTS + "test_sessions.py",
    CONTENT + "mentions/",
    CONTENT + "models/test_deletion_signals.py",
    CONTENT + "models/test_pages.py",
    CONTENT + "models/test_snippets.py",
    CONTENT + "models/test_sort_keys.py",
    "reports/exchange/archives/test_command.py",
    "reports/exchange/archives/test_engines.py",
    "reports/exchange/archives/test_failures.py",
    PUBLISHING + "test_failure_points.py",
    "reports_graphql/http/test_processes.py",
    "reports_graphql/http/test_random_histories.py",
    "reports_graphql/http/test_response_cache.py",
    "reports_graphql/http/test_row_cache.py",
    "reports_graphql/http/test_tiered_cache.py",
    "reports_graphql/replica/",
    "reports_graphql/secrecy/test_paired_databases.py",
    "reports_graphql/secrecy/test_perspective.py",
    "reports_graphql/secrecy/test_rows.py",
    "reports_graphql/site/test_hidden.py",
    "reports_graphql/test_corrections.py",
    "reports_graphql/test_gate.py",
    "reports_graphql/test_name_order.py",
    "reports_graphql/test_rate_limit.py",
    "reports_graphql/test_search.py",
    "reports_graphql/test_search_arguments.py",
    "reports_graphql/test_search_corrections.py",
    "test_late_indexing.py",
    "threads/test_over_http.py",
    "threads/test_sign_in.py",
    "upgrades/",
    # the whole way once: a file is imported, published, shown, asked for and handed on
    "cms/data/test_all_reports.py",
    "cms/test_admin.py",
    "cms/test_pages.py",
    "reports/demo/",
    "reports_graphql/test_report.py",
)
ENGINE = tuple(sorted({*MODULES.values(), *OTHERS}))

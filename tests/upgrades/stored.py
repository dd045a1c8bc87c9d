"""Print, as JSON, a digest of each text that a database stores: bodies of pages and revisions.

It asks with SQL, so that the models of any release can be missing.
"""

import hashlib
import json
import sys

import django

STATEMENTS = {
    "pages": "SELECT id, title, live FROM wagtailcore_page ORDER BY id",
    "reports": "SELECT page_ptr_id, body, introduction FROM reports_annualreportpage ORDER BY 1",
    "plain pages": "SELECT page_ptr_id, body FROM reports_contentpage ORDER BY 1",
    "revisions": "SELECT id, content FROM wagtailcore_revision ORDER BY id",
    "services": "SELECT id, name, slug, live FROM reports_service ORDER BY id",
    "imports": "SELECT id, report_id, source_name, source_digest, body_digest, acknowledged, "
    "warnings, imported_at FROM reports_importrecord ORDER BY id",
    "permissions of groups": "SELECT id, group_id, permission_id FROM auth_group_permissions "
    "ORDER BY id",
    "log entries": "SELECT id, label, action FROM wagtailcore_pagelogentry ORDER BY id",
    "indicators": "SELECT id, name, code, live FROM reports_indicator ORDER BY id",
}


def collect_digests() -> dict[str, str]:
    """Return a digest of each stored text, by where it is stored."""
    from django.db import connection

    digests: dict[str, str] = {}
    with connection.cursor() as cursor:
        for name, statement in STATEMENTS.items():
            cursor.execute(statement)
            for key, *values in cursor.fetchall():
                text = json.dumps(values, default=str, ensure_ascii=False)
                digests[f"{name} {key}"] = hashlib.sha256(text.encode()).hexdigest()
    return digests


if __name__ == "__main__":
    django.setup()
    json.dump(collect_digests(), sys.stdout)

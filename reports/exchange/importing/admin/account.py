"""Builds the account of an import, which is stored in the history of the report, and shows it."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from django.urls import reverse
from wagtail.log_actions import log
from wagtail.models import PageLogEntry

from reports.checks.duplicate_records import find_duplicates, name_with_key
from reports.checks.serializers import format_summary
from reports.content.models import AnnualReportPage
from reports.content.models.page_document import read_document
from reports.content.records.merge_description import build_merge_url
from reports.content.records.merging import propose_merge
from reports.core.conversion.conversion import list_targets
from reports.core.conversion.rich_text_lists import cut_list
from reports.core.document import read
from reports.core.document.block import BLOCKS
from reports.core.text.french_spaces import format_count, set_spaces
from reports.exchange.importing.admin.log_action import IMPORTED
from reports.exchange.importing.block_counts import count_parts
from reports.exchange.importing.fidelity import EXCLUSIONS
from reports.exchange.importing.outcome import Outcome
from reports.exchange.importing.recognise.reasons import explain_type
from reports.exchange.importing.registry import ASKED
from reports.exchange.importing.summary import count_records

MAX_LINES = 500  # of each list that is kept
MAX_RUNS = 50


def build_account(outcome: Outcome, files: Sequence[str], unused: Sequence[str]) -> dict[str, Any]:
    """Return what is stored of an import, as JSON."""
    fidelity = outcome.fidelity
    notices = [
        *(f"« {name} » : le bilan ne cite pas ce fichier, qui n’est pas pris." for name in unused),
        *(str(each) for each in outcome.notices if ASKED not in each.message),
    ]
    return {
        "files": list(files),
        "status": outcome.status,
        "changes": outcome.changes,
        "seen": fidelity.seen,
        "kept": fidelity.kept,
        "lost": list(fidelity.lost[:MAX_RUNS]),
        "added": list(fidelity.added[:MAX_RUNS]),
        "kinds": outcome.recognised,
        "blocks": list_blocks(outcome)[:MAX_LINES],
        "made": outcome.made,
        "checked": outcome.checked,
        "notices": notices[:MAX_LINES],
        "notice_count": len(notices),
    }


def list_blocks(outcome: Outcome) -> list[list[Any]]:
    """Return line, type, size and id of each structured block, and why it has this type."""
    return [
        [draft.line, draft.kind, count_parts(draft).strip(" ()"), id, explain_type(draft)]
        for draft, id in zip_longest(outcome.drafts, outcome.ids[: len(outcome.drafts)])
        if draft.kind not in ("heading", "paragraph")
        or (draft.kind == "paragraph" and cut_list(str(draft.value["text"])))
    ]


def keep_account(page: AnnualReportPage, user: Any, account: dict[str, Any]) -> None:
    log(instance=page, action=IMPORTED, user=user, data=account)


def find_account(page: AnnualReportPage) -> dict[str, Any] | None:
    """Return the account of the latest import of a report in the admin, None if there is none."""
    entries = PageLogEntry.objects.filter(page_id=page.pk, action=IMPORTED)
    latest = entries.order_by("-timestamp", "-pk").first()
    return latest.data if latest is not None else None


def describe_blocks(account: dict[str, Any], page: AnnualReportPage) -> list[dict[str, Any]]:
    """Return the blocks of an account for the template.

    A block has its id if it is still in the latest draft and can be converted to another type.
    Accounts of earlier releases have neither ids nor reasons.
    """
    blocks = read(list(page.get_latest_revision_as_object().body.raw_data)).blocks
    convertible = {block.id for block in blocks if list_targets([block])}
    described = []
    for line, kind, parts, *more in account["blocks"]:
        id, why = more or ("", "")
        described.append(
            {
                "line": line,
                "kind": name_kind(kind),
                "parts": parts,
                "why": set_spaces(why),
                "id": id if id in convertible else "",
            }
        )
    return described


def describe_duplicates(page: AnnualReportPage, user: Any, back: str) -> list[dict[str, str]]:
    """Return the records of the latest draft that may exist twice.

    Each has the URL of the page that merges them, if the user may do that; it leads back to `back`.
    """
    document = read_document(page.get_latest_revision_as_object())
    described = []
    for _, record, other in find_duplicates(document):
        merge = propose_merge(user, other, record)
        described.append(
            {
                "record": set_spaces(name_with_key(record)),
                "other": set_spaces(name_with_key(other)),
                "url": build_merge_url(merge, back) if merge else "",
            }
        )
    return described


def describe_account(account: dict[str, Any], page: AnnualReportPage, user: Any) -> dict[str, Any]:
    """Return what the template shows of an account of a report to a user."""
    seen, kept = account["seen"], account["kept"]
    back = reverse("bilan_import_account", args=[page.pk])
    duplicates = describe_duplicates(page, user, back)
    notices = [each for each in account["notices"] if ASKED not in each]  # of earlier releases too
    more = account["notice_count"] - len(account["notices"])
    return {
        **account,
        "missing": seen - kept,
        "counts": {"missing": format_count(seen - kept), "seen": format_count(seen)},
        "duplicates": duplicates,
        "notices": list(map(set_spaces, notices)),
        "notice_count": len(duplicates) + len(notices) + more,
        "percent": 100 * kept // seen if seen else 100,
        "kinds": [(name_kind(kind), count) for kind, count in account["kinds"].items()],
        "blocks": describe_blocks(account, page),
        "made": count_records(account["made"]),
        "checked": format_summary(**account["checked"]),
        "exclusions": EXCLUSIONS,
        "more_notices": more,
    }


def name_kind(kind: str) -> str:
    """Return the French name of a block type; the type itself if it no longer exists."""
    return BLOCKS[kind].label if kind in BLOCKS else kind

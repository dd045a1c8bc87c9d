"""Adds lines to the audit log."""

from typing import Any

from reports.content.models import AuditEntry

Action = AuditEntry.Action
MAX_CHARACTERS = {"actor": 150, "subject": 255, "address": 45}  # characters that the columns hold


def record(
    action: AuditEntry.Action,
    actor: object = "",
    subject: object = "",
    request: object = None,
    **detail: Any,
) -> AuditEntry:
    """Keep that `actor` (an account, or the name that somebody gave) did something.

    `detail` has plain values, none of them secret. What is too long is cut: it may come from a
    stranger, and has to be kept all the same.
    """
    values = {
        "actor": str(actor or ""),
        "subject": str(subject or ""),
        "address": getattr(request, "client_address", ""),
    }
    # PostgreSQL keeps no null character
    cut = {name: value.replace("\0", "")[: MAX_CHARACTERS[name]] for name, value in values.items()}
    return AuditEntry.objects.create(action=action, detail=detail, **cut)

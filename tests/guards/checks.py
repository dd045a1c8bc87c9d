"""What stops a report with errors, asks for reasons, and keeps both to those who edit."""

from .guard import Guard

GATE, RESULT = "tests/reports/checks/test_gate.py", "tests/reports/checks/test_check_result.py"
ADMIN = "tests/reports/checks/test_admin.py"

CHECKS = [
    Guard(
        "an error in the edit view",
        "reports/checks/admin/refusals.py",
        "    if isinstance(page, AnnualReportPage) and (refused := find_refused([page])):",
        "    if (refused := []):",
        GATE,
        "edit_view",
    ),
    Guard(
        "an error in a choice of pages",
        "reports/checks/admin/refusals.py",
        "    return redirect(view.next_url) if refused else None  # type: ignore[attr-defined]",
        "    return None",
        GATE,
        "choice",
    ),
    Guard(
        "an error whoever publishes by hand",
        "reports/checks/receivers.py",
        "        gate.demand_no_errors(revision)\n",
        "        gate.demand_filled(revision.as_object())\n",
        GATE,
    ),
    Guard(
        "the gate before a publication is connected",
        "reports/checks/receivers.py",
        "    publishing.connect(refuse_publication, ",
        "    dict(",
        GATE,
    ),
    Guard(
        "the gate before an approval is connected",
        "reports/checks/receivers.py",
        "    approving.connect(refuse_approval, ",
        "    dict(",
        GATE,
    ),
    Guard(
        "an error at the hour of a schedule",
        "reports/publication/scheduled.py",
        "    hold_due(write)\n",
        "",
        GATE,
        "scheduled",
    ),
    Guard(
        "no button to approve errors",
        "reports/templates/reports/checks/approval.html",
        "  {% if checked.errors %}\n",
        "  {% if False %}\n",
        GATE,
        "no_button",
    ),
    Guard(
        "a reason for this content of the block",
        "reports/checks/finding.py",
        "self.code, self.blocks, self.content, self.issue.evidence",
        "self.code, self.blocks, self.issue.evidence",
        RESULT,
        "block_changes",
    ),
    Guard(
        "a reason for these numbers",
        "reports/checks/finding.py",
        "self.code, self.blocks, self.content, self.issue.evidence",
        "self.code, self.blocks, self.content",
        RESULT,
        "compared_changes",
    ),
    Guard(
        "a rule that fails alone",
        "reports/checks/runner.py",
        "    except Exception:\n",
        "    except AssertionError:\n",
        RESULT,
        "raises",
    ),
    Guard(
        "last year as the public has it",
        "reports/checks/check_result.py",
        "    shown = last if last.live else last.get_latest_revision_as_object()",
        "    shown = last.get_latest_revision_as_object()",
        RESULT,
        "last_year",
    ),
    Guard(
        "findings for those who edit",
        "reports/checks/admin/views.py",
        "    if not page.permissions_for_user(request.user).can_edit():\n"
        "        raise PermissionDenied\n",
        "",
        ADMIN,
        "nobody_else",
    ),
    Guard(
        "no error answered for by hand",
        "reports/checks/admin/views.py",
        "    chosen = [finding for finding in checked.warnings if finding.fingerprint in wanted]",
        "    chosen = [finding for finding in checked.open if finding.fingerprint in wanted]",
        ADMIN,
        "no_error_is",
    ),
    Guard(
        "no acknowledgement without a reason",
        "reports/checks/admin/views.py",
        "    if not reason:\n",
        "    if False:\n",
        ADMIN,
        "no_reason",
    ),
]

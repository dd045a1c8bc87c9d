"""What stops a report with errors, asks for reasons, and keeps both to those who edit."""

from .guard import Guard

GATE, CHECKED = "tests/reports/checks/test_gate.py", "tests/reports/checks/test_checked.py"
DESK = "tests/reports/checks/test_desk.py"

CHECKS = [
    Guard(
        "an error in the edit view",
        "reports/checks/desk/refusals.py",
        "    if isinstance(page, AnnualReportPage) and (found := refused([page])):",
        "    if (found := []):",
        GATE,
        "edit_view",
    ),
    Guard(
        "an error in a choice of pages",
        "reports/checks/desk/refusals.py",
        "    return redirect(view.next_url) if found else None  # type: ignore[attr-defined]",
        "    return None",
        GATE,
        "choice",
    ),
    Guard(
        "an error whoever publishes by hand",
        "reports/models/pages.py",
        "        if user is not None:\n            gate.demand(revision)\n",
        "",
        GATE,
    ),
    Guard(
        "an error at the hour of a schedule",
        "reports/management/commands/publish_scheduled.py",
        "            schedule.hold_due(self.stdout.write)",
        "            pass",
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
        "self.code, self.blocks, self.content, self.slip.about",
        "self.code, self.blocks, self.slip.about",
        CHECKED,
        "block_changes",
    ),
    Guard(
        "a reason for these numbers",
        "reports/checks/finding.py",
        "self.code, self.blocks, self.content, self.slip.about",
        "self.code, self.blocks, self.content",
        CHECKED,
        "compared_changes",
    ),
    Guard(
        "a rule that fails alone",
        "reports/checks/running.py",
        "    except Exception:\n",
        "    except AssertionError:\n",
        CHECKED,
        "raises",
    ),
    Guard(
        "last year as the public has it",
        "reports/checks/checked.py",
        "    shown = last if last.live else last.get_latest_revision_as_object()",
        "    shown = last.get_latest_revision_as_object()",
        CHECKED,
        "last_year",
    ),
    Guard(
        "findings for those who edit",
        "reports/checks/desk/views.py",
        "    if not page.permissions_for_user(request.user).can_edit():\n"
        "        raise PermissionDenied\n",
        "",
        DESK,
        "nobody_else",
    ),
    Guard(
        "no error answered for by hand",
        "reports/checks/desk/views.py",
        "    chosen = [finding for finding in checked.warnings if finding.fingerprint in asked]",
        "    chosen = [finding for finding in checked.open if finding.fingerprint in asked]",
        DESK,
        "no_error_is",
    ),
    Guard(
        "no acknowledgement without a reason",
        "reports/checks/desk/views.py",
        "    if not reason:\n",
        "    if False:\n",
        DESK,
        "no_reason",
    ),
]

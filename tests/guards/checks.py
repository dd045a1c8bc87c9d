"""What stops a report with errors, asks for reasons, and keeps both to those who edit."""

from .guard import Guard

GATE, RESULT = "tests/reports/checks/test_gate.py", "tests/reports/checks/test_check_result.py"
ADMIN = "tests/reports/checks/test_admin.py"
SILENCES = "tests/reports/checks/test_silences.py"

RISING = "tests/reports/checks/test_rising_errors.py"

CHECKS = [
    Guard(
        "a chart far from its total is found",
        "reports/checks/rules/charts_total.py",
        "        spoken = find_totals(report, counts)\n",
        "        spoken = [s for s in find_totals(report, counts) if s.figure.value < 2 * exact]\n",
        RISING,
        "chart-total",
    ),
    Guard(
        "a silence holds for its numbers alone",
        "reports/checks/silences.py",
        "        return evidence == silenced\n",
        "        return set(evidence) <= set(silenced)\n",
        SILENCES,
        "asked_again",
    ),
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
        "reports/publishing/scheduled.py",
        "    hold_due(write)\n",
        "",
        GATE,
        "scheduled",
    ),
    Guard(
        "no button to approve errors",
        "reports/checks/templates/reports/checks/approval.html",
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
        "    return [finding for finding in checked.warnings if finding.fingerprint in wanted]",
        "    return [finding for finding in checked.open if finding.fingerprint in wanted]",
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
    Guard(
        "no error silenced for the programme",
        "reports/checks/silences.py",
        "    if finding.is_error:\n        return None\n",
        "",
        SILENCES,
        "never_silent",
    ),
    Guard(
        "a silence for its own words",
        "reports/checks/silences.py",
        "if covers(words, evidence)",
        "if True",
        SILENCES,
        "other_words",
    ),
    Guard(
        "a silence for its own programme",
        "reports/checks/silences.py",
        "SilencedFinding.objects.filter(programme__path=page.path[: -page.steplen])",
        "SilencedFinding.objects.all()",
        SILENCES,
        "another_programme",
    ),
    Guard(
        "silences for those who edit",
        "reports/checks/admin/silenced.py",
        "    if not silence.programme.permissions_for_user(request.user).can_edit():\n"
        "        raise PermissionDenied\n",
        "",
        "tests/reports/checks/test_silencing_views.py",
        "may_not_edit",
    ),
    Guard(
        "paths declared for who may",
        "reports/checks/admin/remedies.py",
        'user.has_perm("reports.change_outsidepaths")',
        "True",
        "tests/reports/checks/test_outside_paths.py",
        "leads_to_the_form",
    ),
]

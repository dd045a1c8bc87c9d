from typing import Any

from wagtail.models import AbstractGroupApprovalTask


class ReportApprovalTask(AbstractGroupApprovalTask):
    """Approval by a group that first reads what the checks found, and who answers for what."""

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, str, bool]]:
        """Approval always shows the findings first."""
        offered = {name: (name, label, True) for name, label, _ in super().get_actions(obj, user)}
        if "approve" in offered:
            offered["approve"] = ("approve", "Approuver", True)
        return list(offered.values())

    def get_template_for_action(self, action: str) -> str:
        return "reports/checks/approval.html" if action == "approve" else ""

    @classmethod
    def get_description(cls) -> str:
        return "Les membres des groupes choisis approuvent, constats des contrôles sous les yeux"

    class Meta:
        verbose_name = "relecture d’un bilan"
        verbose_name_plural = "relectures de bilans"

"""Who may delete pages: those who have been given that permission.

Wagtail lets whoever may edit a draft delete it. For pictures and documents see
`reports/media/permissions.py`.
"""

from wagtail.models import PagePermissionTester


class PagePermissions(PagePermissionTester):
    """Deleting, moving and putting in another order want Wagtail's permission to delete pages
    with what is below them.
    """

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        if not super().can_delete(ignore_bulk):
            return False
        return self.may_delete()

    def can_reorder_children(self) -> bool:
        return bool(super().can_reorder_children() and self.may_delete())

    def may_delete(self) -> bool:
        return bool(self.user.is_superuser or "bulk_delete" in self.permissions)

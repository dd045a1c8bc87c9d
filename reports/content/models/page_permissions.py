"""Decides who may delete pages: users with the permission, and authors their own drafts.

In Wagtail, everybody who may edit a draft may delete it. For pictures and documents see
`reports/content/media/permissions.py`.
"""

from wagtail.models import Comment, CommentReply, PagePermissionTester


class PagePermissions(PagePermissionTester):
    """Requires Wagtail's permission `bulk_delete` to delete, move or reorder pages.

    A user may also delete a draft that was never public and that nobody else worked on.
    """

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        if not super().can_delete(ignore_bulk):
            return False
        return self.may_delete() or self.is_own_draft()

    def can_move(self) -> bool:
        return bool(super().can_move() and self.may_delete())

    def can_reorder_children(self) -> bool:
        return bool(super().can_reorder_children() and self.may_delete())

    def may_delete(self) -> bool:
        return bool(self.user.is_superuser or "bulk_delete" in self.permissions)

    def is_own_draft(self) -> bool:
        """Say whether the page was never public and is the work of the user alone.

        What was submitted, or holds a word of somebody else, is theirs too.
        """
        page, user = self.page, self.user
        is_public = page.live or page.first_published_at
        if page.owner_id != user.pk or is_public or not page.is_leaf():
            return False
        of_others = (
            page.revisions.exclude(user=user),
            page.workflow_states,
            Comment.objects.filter(page=page.pk).exclude(user=user),
            CommentReply.objects.filter(comment__page=page.pk).exclude(user=user),
        )
        return not any(each.exists() for each in of_others)

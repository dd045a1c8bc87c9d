"""Who may delete: of pages, pictures and documents, those who have been given that permission.

Wagtail lets whoever may edit a draft, or has added a picture, delete it.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from wagtail.models import PagePermissionTester
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy


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


class UploadPolicy(CollectionOwnershipPermissionPolicy):
    """Deleting wants Django's permission to delete the model, besides that to change the thing."""

    def may_delete(self, user: Any) -> bool:
        meta = self.model._meta
        return bool(user.has_perm(f"{meta.app_label}.delete_{meta.model_name}"))

    def left(self, user: Any, actions: Iterable[str]) -> set[str]:
        return {act for act in actions if act != "delete" or self.may_delete(user)}

    def user_has_permission(self, user: Any, action: str) -> bool:
        return bool(self.left(user, [action]) and super().user_has_permission(user, action))

    def user_has_any_permission_for_instance(
        self, user: Any, actions: Iterable[str], instance: Any
    ) -> bool:
        left = self.left(user, actions)
        return bool(left and super().user_has_any_permission_for_instance(user, left, instance))

    def instances_user_has_any_permission_for(
        self, user: Any, actions: Iterable[str]
    ) -> QuerySet[Any]:
        left = self.left(user, actions)
        found: QuerySet[Any] = super().instances_user_has_any_permission_for(user, left)
        return found if left else found.none()


def permissions() -> QuerySet[Permission]:
    """Offered in the form of a group."""
    return Permission.objects.filter(
        content_type__app_label="reports", codename__in=("delete_picture", "delete_reportdocument")
    )


def install() -> None:
    """Puts our policy in the place of Wagtail's, before anything has asked for that."""
    from wagtail.documents import permissions as documents
    from wagtail.documents.models import Document
    from wagtail.images import permissions as images
    from wagtail.images.models import Image

    from reports.models import Picture, ReportDocument

    owner = {"owner_field_name": "uploaded_by_user"}
    images.permission_policy = UploadPolicy(Picture, auth_model=Image, **owner)
    documents.permission_policy = UploadPolicy(ReportDocument, auth_model=Document, **owner)

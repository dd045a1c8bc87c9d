"""Decides who may see and delete which pictures and documents in the admin."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Left, Length
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import Collection, CollectionViewRestriction
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy

from reports.content.models import Picture, ReportDocument
from reports.content.wagtail_names import register_permission_policy

SEEING = ("choose", "change")  # who may add sees what they have added: Wagtail's `change`


class CollectionPolicy(CollectionOwnershipPermissionPolicy):
    """Wagtail's policy, in which a collection restricted to groups is closed to all other users.

    Permissions on a collection also apply to those below it. Without this class, a permission on
    the root collection would open what an administrator has restricted to a group.
    """

    def _check_perm(self, user: Any, actions: Iterable[str], collection: Any = None) -> bool:
        if not super()._check_perm(user, actions, collection):
            return False
        return collection is None or not closed_collections(user).filter(pk=collection.pk).exists()

    def _collections_with_perm(self, user: Any, actions: Iterable[str]) -> QuerySet[Collection]:
        return (
            super()
            ._collections_with_perm(user, actions)
            .exclude(pk__in=closed_collections(user).values("pk"))
        )


class UploadPolicy(CollectionPolicy):
    """A policy under which deleting a file needs Django's permission to delete the model as well.

    In Wagtail, whoever has added a picture may delete it.
    """

    def may_delete(self, user: Any) -> bool:
        meta = self.model._meta
        return bool(user.has_perm(f"{meta.app_label}.delete_{meta.model_name}"))

    def remaining_actions(self, user: Any, actions: Iterable[str]) -> set[str]:
        return {act for act in actions if act != "delete" or self.may_delete(user)}

    def user_has_permission(self, user: Any, action: str) -> bool:
        return bool(
            self.remaining_actions(user, [action]) and super().user_has_permission(user, action)
        )

    def user_has_any_permission_for_instance(
        self, user: Any, actions: Iterable[str], instance: Any
    ) -> bool:
        left = self.remaining_actions(user, actions)
        return bool(left and super().user_has_any_permission_for_instance(user, left, instance))

    def instances_user_has_any_permission_for(
        self, user: Any, actions: Iterable[str]
    ) -> QuerySet[Any]:
        left = self.remaining_actions(user, actions)
        found: QuerySet[Any] = super().instances_user_has_any_permission_for(user, left)
        return found if left else found.none()


def closed_collections(user: Any) -> QuerySet[Collection]:
    """Return the collections that are restricted, there or above, to groups without the user."""
    if user.is_superuser:
        return Collection.objects.none()
    foreign = CollectionViewRestriction.objects.filter(
        restriction_type=CollectionViewRestriction.GROUPS,
        collection__path=Left(OuterRef("path"), Length("collection__path")),
    ).exclude(groups__in=user.groups.all())
    return Collection.objects.filter(Exists(foreign))


def visible_to(user: Any, model: type[Any]) -> QuerySet[Any]:
    """Return the pictures or documents whose titles and files somebody may see in the admin."""
    return policy_of(model).instances_user_has_any_permission_for(user, SEEING)


def can_see(user: Any, record: Picture | ReportDocument) -> bool:
    """Whether somebody in the admin may see a file that is not public."""
    if not user.has_perm("wagtailadmin.access_admin"):
        return False
    policy = policy_of(type(record))
    return policy.user_has_any_permission_for_instance(user, SEEING, record) or is_for_group_of(
        user, record.collection
    )


def is_for_group_of(user: Any, collection: Collection) -> bool:
    """Whether a collection is restricted to groups alone, and the user is in one of each."""
    restrictions = collection.get_view_restrictions()
    return bool(restrictions) and all(
        restriction.restriction_type == CollectionViewRestriction.GROUPS
        and restriction.groups.filter(pk__in=user.groups.all()).exists()
        for restriction in restrictions
    )


def policy_of(model: type[Any]) -> UploadPolicy:
    """Return the policy that the whole admin asks about a model."""
    auth_model = Image if model is Picture else Document
    return UploadPolicy(model, auth_model=auth_model, owner_field_name="uploaded_by_user")


def delete_permissions() -> QuerySet[Permission]:
    """Return what the form of a group offers besides Wagtail's permissions."""
    return Permission.objects.filter(
        content_type__app_label="reports", codename__in=("delete_picture", "delete_reportdocument")
    )


def install() -> None:
    """Put our policies in the place of Wagtail's, before anything has asked for that."""
    for model in (Picture, ReportDocument):
        # for the exact class: Wagtail registers its own for the same model later
        register_permission_policy(model, policy_of(model), exact_class=True)

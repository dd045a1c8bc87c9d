"""Finds the account for an identity of the provider, and takes invitations."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import IntegrityError, transaction

from reports.accounts.models import Identity, Invitation
from reports.accounts.refusals import Reason, SignInRefused
from reports.content.audit.log import Action, record
from reports.content.models import User


def find_account(issuer: str, subject: str) -> User:
    """Return the account that an identity is bound to."""
    identity = Identity.objects.select_related("user").filter(issuer=issuer, subject=subject)
    found = identity.first()
    if found is None:
        raise SignInRefused(Reason.UNKNOWN)
    return check_active(found.user)


def check_active(user: User) -> User:
    if not user.is_active:
        raise SignInRefused(Reason.DISABLED)
    return user


def find_invitation(digest: str, now: datetime) -> Invitation:
    """Return an invitation that may be taken, or raise SignInRefused."""
    invitation = Invitation.objects.select_related("user").filter(digest=digest).first()
    if invitation is None:
        raise SignInRefused(Reason.INVITATION_UNKNOWN)
    if invitation.used_at:
        raise SignInRefused(Reason.INVITATION_USED)
    if invitation.expires_at <= now:
        raise SignInRefused(Reason.INVITATION_EXPIRED)
    check_active(invitation.user)
    return invitation


def take_invitation(digest: str, issuer: str, subject: str, now: datetime) -> User:
    """Bind an identity to the account of an invitation, use the invitation up, return the
    account.
    """
    user = find_invitation(digest, now).user
    try:
        with transaction.atomic():
            # of two who take it at once, one finds nothing left to update
            if not Invitation.objects.filter(digest=digest, used_at=None).update(used_at=now):
                raise SignInRefused(Reason.INVITATION_USED)
            if Identity.objects.filter(issuer=issuer, subject=subject).exists():
                raise SignInRefused(Reason.IDENTITY_TAKEN)
            if Identity.objects.filter(user=user).exists():
                raise SignInRefused(Reason.ACCOUNT_TAKEN)
            Identity.objects.create(user=user, issuer=issuer, subject=subject, bound_at=now)
            record(Action.IDENTITY_BOUND, user, issuer)
    except IntegrityError as error:
        raise SignInRefused(Reason.IDENTITY_TAKEN) from error
    return user


def give_groups(user: User, claims: dict[str, Any]) -> None:
    """Give an account the groups that its provider names, if groups come from the provider."""
    if not settings.OIDC_GROUPS_CLAIM:
        return
    named = claims.get(settings.OIDC_GROUPS_CLAIM)
    values = [named] if isinstance(named, str) else named if isinstance(named, list) else []
    names = {
        settings.OIDC_GROUPS[value] for value in map(str, values) if value in settings.OIDC_GROUPS
    }
    groups = list(Group.objects.filter(name__in=names))
    if not groups:
        raise SignInRefused(Reason.NO_GROUP)
    before = set(user.groups.values_list("name", flat=True))
    if before != names:
        user.groups.set(groups)

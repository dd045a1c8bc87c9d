"""Limits attempts at the password of one account, from whatever addresses they come.

An attempt is counted before the password is checked, by one statement that the database serializes
among all servers, so that simultaneous attempts cannot exceed the limit. A successful attempt is
taken back.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import F
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from reports.accounts.models import SignInAttempts
from reports.accounts.second_factor import forget_wrong_codes
from reports.content.audit.log import Action, record
from reports.content.models import User

SALT = "reports.sign_in.lockout"


def get_wait() -> timedelta:
    """Return the time in which attempts are counted together, and for which a lock lasts at
    most.
    """
    return timedelta(minutes=settings.SIGN_IN_LOCK_MINUTES)


@dataclass(frozen=True)
class Counter:
    """Counts the failed attempts to sign in under one name.

    A browser that has signed in under this name before holds a pass (see `browser_pass`). With
    `browser`, the number of such a pass, the attempts of that browser are counted; without it, the
    attempts of all browsers that have no pass.
    """

    name: str
    browser: str = ""

    @property
    def digest(self) -> str:
        value = f"{self.browser}\0{self.name}"
        return salted_hmac(SALT, value, algorithm="sha256").hexdigest()

    def take(self, now: datetime) -> bool:
        """Count an attempt; return whether it is allowed. A lock ends after the wait."""
        rows = SignInAttempts.objects.filter(digest=self.digest)
        rows.filter(since__lte=now - get_wait()).update(count=0, since=now, locked_at=None)
        SignInAttempts.objects.bulk_create(
            [SignInAttempts(digest=self.digest, since=now)], ignore_conflicts=True
        )
        allowed = rows.filter(count__lt=settings.SIGN_IN_ATTEMPTS)
        return bool(allowed.update(count=F("count") + 1))

    def give_back(self) -> None:
        """Take back a successful attempt: only failed ones count."""
        rows = SignInAttempts.objects.filter(digest=self.digest, count__gt=0)
        rows.update(count=F("count") - 1)

    def begin_lock(self, now: datetime) -> bool:
        """Return whether the attempt that just failed was the last; only one caller gets True."""
        rows = SignInAttempts.objects.filter(digest=self.digest, locked_at=None)
        return bool(rows.filter(count__gte=settings.SIGN_IN_ATTEMPTS).update(locked_at=now))

    def find_end(self, now: datetime) -> datetime | None:
        """Return when the lock ends; None if there is none."""
        rows = SignInAttempts.objects.filter(
            digest=self.digest,
            count__gte=settings.SIGN_IN_ATTEMPTS,
            since__gt=now - get_wait(),
        )
        since = rows.values_list("since", flat=True).first()
        return since and since + get_wait()

    def forget(self) -> None:
        """Reset the attempts: the row stays, since other requests may be counting in it."""
        SignInAttempts.objects.filter(digest=self.digest).update(count=0, locked_at=None)


def unlock(account: User, actor: object, request: HttpRequest | None = None) -> None:
    """End the lock of an account, and the wait between its codes."""
    Counter(account.username).forget()
    forget_wrong_codes(account)
    record(Action.ACCOUNT_UNLOCKED, actor, account, request)

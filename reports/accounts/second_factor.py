"""Second factors of local accounts: codes of an authenticator app, and backup codes."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from reports.accounts.sessions import is_local
from reports.content.models import User

PROVEN = "second_factor"  # where a session keeps that its account has one
CODE_DIGITS = 6
BACKUP_CODE_COUNT = 10
WRONG = "Ce code n’est pas le bon. Prenez celui que votre application montre maintenant."
WAIT = "Trop de codes faux\u202f: attendez quelques secondes, puis réessayez."


def has_second_factor(user: User) -> bool:
    return TOTPDevice.objects.filter(user=user, confirmed=True).exists()


def lacks_second_factor(request: HttpRequest) -> bool:
    """Return whether the user must set up a second factor first.

    It is required of users who signed in with a password. The session remembers that they have one.
    """
    if not settings.SECOND_FACTOR_REQUIRED or request.session.get(PROVEN):
        return False
    if not is_local(request.session) or not request.user.is_authenticated:
        return False
    request.session[PROVEN] = has_second_factor(request.user)
    return not request.session[PROVEN]


def check_code(user: User, code: str) -> None:
    """Raise ValidationError unless `code` is valid: a code of the app, or an unused backup code.

    The row stays locked during the check, so that a code that is sent twice at once is accepted
    once. Each wrong code makes the wait for the next attempt longer.
    """
    code = "".join(code.split())
    is_of_app = len(code) == CODE_DIGITS and code.isdecimal()
    model = TOTPDevice if is_of_app else StaticDevice
    with transaction.atomic():
        device = model.objects.select_for_update().filter(user=user, confirmed=True).first()
        allowed = device is not None and device.verify_is_allowed()[0]
        is_right = device is not None and allowed and device.verify_token(code)
    if is_right:
        return
    raise ValidationError(WRONG if device is None or allowed else WAIT)


def begin(user: User) -> TOTPDevice:
    """Return the device that an account is setting up; it opens nothing before it is confirmed."""
    device, _ = TOTPDevice.objects.get_or_create(
        user=user, confirmed=False, defaults={"name": "Application"}
    )
    return device


def confirm(user: User, code: str) -> list[str]:
    """Confirm the new device by one of its codes; return backup codes."""
    device = begin(user)
    if not device.verify_is_allowed()[0]:
        raise ValidationError(WAIT)
    if not device.verify_token("".join(code.split())):
        raise ValidationError(WRONG)
    with transaction.atomic():
        remove(user)
        device.confirmed = True
        device.save()
        fallback = StaticDevice.objects.create(user=user, name="Secours", confirmed=True)
        codes = [StaticToken.random_token() for _ in range(BACKUP_CODE_COUNT)]
        StaticToken.objects.bulk_create(StaticToken(device=fallback, token=each) for each in codes)
    return codes


def forget_wrong_codes(user: User) -> None:
    """End the wait for the next code."""
    for model in (TOTPDevice, StaticDevice):
        model.objects.filter(user=user).update(throttling_failure_count=0)


def remove(user: User) -> int:
    """Take the second factor of an account away; return how many devices there were."""
    count, _ = TOTPDevice.objects.filter(user=user, confirmed=True).delete()
    StaticDevice.objects.filter(user=user).delete()
    return count

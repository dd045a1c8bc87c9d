"""Of many who sign in or leave at the same moment, as many succeed as one by one."""

import json
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from django.conf import global_settings
from django.contrib.auth.models import Group, Permission
from django.utils import timezone

from reports.accounts import second_factor
from reports.accounts.models import Identity, Invitation, SignInAttempts
from reports.accounts.models.identity import digest
from reports.authoring.roles.set_up import set_up
from reports.content.models import AuditEntry, User
from tests.reports.accounts.test_second_factor import read_code
from tests.shared_database import describe_process, shared_database

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
PASSWORD = "un mot de passe assez long"


@pytest.fixture
def user(settings: Any) -> User:
    settings.PASSWORD_HASHERS = global_settings.PASSWORD_HASHERS  # which the other process reads
    group = Group.objects.create(name="Lecture")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user = User.objects.create_user("lectrice", password=PASSWORD)
    user.groups.add(group)
    return user


def race(folder: Path, kind: str, count: int, *values: str) -> list[Any]:
    """Send something at once from `count` threads; return what each got."""
    variables = {"LOGIN_RATE": "off", "OUTBOX_IN_SERVER": "0", "SIGN_IN_ATTEMPTS": "10"}
    words = ("-m", "tests.threads.sign_in_race", kind, str(count), *values)
    with shared_database(folder) as url:
        done = subprocess.run(
            **describe_process(url, *words, **variables),  # type: ignore[call-overload]
            capture_output=True,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    results: list[Any] = json.loads(done.stdout.splitlines()[-1])
    return results


def test_wrong_passwords_do_not_pass_the_limit(user: User, tmp_path: Path) -> None:
    assert race(tmp_path, "password", 32, "lectrice", "faux") == [False] * 32

    failed = AuditEntry.objects.filter(action="sign_in_failed")
    reasons = Counter(entry.detail["reason"] for entry in failed)
    assert reasons == {"CREDENTIALS": 10, "LOCKED": 22}
    assert AuditEntry.objects.filter(action="account_locked").count() == 1
    assert SignInAttempts.objects.get().count == 10


def test_right_ones_count_for_nothing(user: User, tmp_path: Path) -> None:
    assert race(tmp_path, "password", 8, "lectrice", PASSWORD) == [True] * 8
    assert SignInAttempts.objects.get().count == 0


@pytest.mark.parametrize("fallback", [False, True])
def test_a_code_opens_once(user: User, tmp_path: Path, fallback: bool) -> None:
    second_factor.begin(user)
    codes = second_factor.confirm(user, read_code(user))
    user.totpdevice_set.update(last_t=-1)
    code = codes[0] if fallback else read_code(user)
    assert sorted(race(tmp_path, "code", 8, "lectrice", code)) == [False] * 7 + [True]


@pytest.mark.parametrize(
    ("identities", "reasons"),
    [("many", {"INVITATION_USED"}), ("same", {"INVITATION_USED", "IDENTITY_TAKEN"})],
)
def test_an_invitation_is_taken_once(
    user: User, tmp_path: Path, identities: str, reasons: set[str]
) -> None:
    secret = Invitation.make(user, None, timezone.now())
    results = race(tmp_path, "invitation", 8, digest(secret), identities)
    assert results.count("") == 1
    assert set(results) - {""} <= reasons
    assert Identity.objects.count() == 1


def test_one_administrator_stays(db: None, tmp_path: Path) -> None:
    set_up()
    for number in range(8):
        someone = User.objects.create_user(f"administration-{number}")
        someone.groups.add(Group.objects.get(name="Administration"))
    assert sorted(race(tmp_path, "leave", 8, "administration")) == [False] + [True] * 7

"""Settings of the optional apps, which the variable APPS_LEFT_OUT disables."""

from collections.abc import Iterable

from cms.settings import environment
from cms.settings.extras import EXTRAS

# An app by its short name: the packages whose apps and middleware go with it.
PACKAGES = {
    "accounts": ("reports.accounts", "django_otp"),
    "exchange": ("reports.exchange",),
}
APPS_LEFT_OUT = environment.read_subset("APPS_LEFT_OUT", tuple(PACKAGES))
if "import" not in EXTRAS and "exchange" not in APPS_LEFT_OUT:
    APPS_LEFT_OUT.append("exchange")


def keep_installed(paths: Iterable[str]) -> list[str]:
    """Return the paths of apps or middleware without those of disabled apps."""
    gone = tuple(f"{package}." for name in APPS_LEFT_OUT for package in PACKAGES[name])
    return [path for path in paths if not f"{path}.".startswith(gone)]

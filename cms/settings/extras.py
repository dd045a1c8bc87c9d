"""Detects the installed extras of the package `bilan`, such as `pdf` or `postgres`."""

from importlib.util import find_spec

from cms.settings import environment

# By its name in pyproject.toml: the packages by which an extra is recognised.
MODULES = {
    "import": ("mammoth", "mistune", "ftfy", "mdit_py_plugins", "bagit"),
    "pdf": ("typst", "pikepdf", "fontTools", "manimgx_fonts"),
    "charts": ("vl_convert",),
    "oidc": ("mozilla_django_oidc", "jwt"),
    "s3": ("storages", "boto3"),
    "postgres": ("psycopg", "psycopg_pool"),
    "data": ("odfdo",),
}


def is_installed(package: str) -> bool:
    try:
        return find_spec(package) is not None
    except ImportError:
        return False


EXTRAS = tuple(extra for extra, packages in MODULES.items() if all(map(is_installed, packages)))


def require_extra(extra: str, variable: str) -> None:
    """Refuse a variable whose extra is missing, where no system check could run to report it."""
    if extra not in EXTRAS:
        environment.refuse(variable, f"needs pip install 'bilan[{extra}]'")

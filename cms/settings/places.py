"""Paths of folders: the checkout, the bundled files, and the files that a run creates."""

import sys
from pathlib import Path

from cms.settings import environment

# The checkout; or the folder of packages where the wheel is installed.
ROOT = Path(__file__).resolve().parents[2]
IS_CHECKOUT = (ROOT / "graphql" / "queries").is_dir()
# A checkout is served without being installed: its graph is below a source root.
SOURCE_ROOT = str(ROOT / "graphql")
if IS_CHECKOUT and SOURCE_ROOT not in sys.path:
    sys.path.insert(1, SOURCE_ROOT)
# The folder that has `graphql/`, `docs/` and `demo/`: the wheel has them inside a package.
BUNDLED = ROOT if IS_CHECKOUT else ROOT / "cms" / "bundled"
# The database, collected static files and fonts that no other place is named for. Nothing is
# written before a command needs it: the folder of the code may be read-only.
VAR = Path(environment.read_text("VAR", str(ROOT / "var" if IS_CHECKOUT else Path.cwd() / "var")))

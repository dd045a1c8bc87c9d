"""Settings of the reference frontend's appearance. `docs/operators.md` describes each."""

import re

from cms.settings import environment

# The State's design system is for the State alone: whoever is not it sets « neutre ».
FRONTEND_THEME = environment.read_choice("FRONTEND_THEME", ("etat", "neutre"), "etat")
FRONTEND_LOGO = environment.read_matching(
    "FRONTEND_LOGO", re.compile(r"/(?!/)[^\s\\]*"), "is the path of a picture on this server"
)

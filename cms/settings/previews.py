"""Settings of previews and of the lifetime of review links. Each is an environment variable."""

from cms.settings import environment

PREVIEW_RENDERER = "cms.frontend.preview.render"  # shows drafts in this process; no variable

# Frontends that show drafts beside ours, as JSON: for each host name of a site (* for all others),
# the address of each by the name that editors read. {token} and {path} stand for themselves:
# {"*": {"Site public": "https://front.example/apercu#{token}&{path}"}}
PREVIEW_URL_TEMPLATES: dict[str, dict[str, str]] = environment.read_mapping("PREVIEW_URL_TEMPLATES")

# A review link, made by an editor for somebody without an account: what is proposed, and the most.
PREVIEW_LINK_MAX_DAYS = environment.read_integer("PREVIEW_LINK_MAX_DAYS", 30, least=1)
PREVIEW_LINK_DAYS = environment.read_integer(
    "PREVIEW_LINK_DAYS", min(7, PREVIEW_LINK_MAX_DAYS), least=1, most=PREVIEW_LINK_MAX_DAYS
)

# What an editor is typing, as a frontend outside shows it: seconds after the last change.
PREVIEW_OUTSIDE_SECONDS = environment.read_integer("PREVIEW_OUTSIDE_SECONDS", 3_600)

"""Limits of GraphQL, per request and per client. Each is an environment variable."""

from cms.settings import environment

# What goes beyond one of these is refused before anything runs. Fragments count as often as they
# are spread.
GRAPHQL_MAX_BODY = environment.read_integer("GRAPHQL_MAX_BODY", 65_536)  # bytes of a request
GRAPHQL_MAX_TOKENS = environment.read_integer("GRAPHQL_MAX_TOKENS", 2_000)
GRAPHQL_MAX_DEPTH = environment.read_integer("GRAPHQL_MAX_DEPTH", 12)  # fields within fields
GRAPHQL_MAX_ALIASES = environment.read_integer("GRAPHQL_MAX_ALIASES", 30)
GRAPHQL_MAX_DIRECTIVES = environment.read_integer("GRAPHQL_MAX_DIRECTIVES", 50)
GRAPHQL_MAX_SELECTIONS = environment.read_integer(
    "GRAPHQL_MAX_SELECTIONS", 4_000
)  # fields, fragments, spreads
GRAPHQL_MAX_OVERLAPS = environment.read_integer(
    "GRAPHQL_MAX_OVERLAPS", 5_000
)  # pairs of fields under one key
GRAPHQL_MAX_COST = environment.read_integer(
    "GRAPHQL_MAX_COST", 5_000
)  # objects expected, and 85 per statement
GRAPHQL_MAX_PAGE_SIZE = environment.read_integer("GRAPHQL_MAX_PAGE_SIZE", 100)  # items of a list
GRAPHQL_MAX_ANSWER = environment.read_integer("GRAPHQL_MAX_ANSWER", 2_097_152)  # bytes of an answer

# What one client may ask for in a while; `off` for no limit. A client is an IPv4 address or an
# IPv6 network of 64 bits. Units: second, minute, hour, day.
GRAPHQL_RATE_REQUESTS = environment.read_rate("GRAPHQL_RATE_REQUESTS", "600/minute")
GRAPHQL_RATE_COST = environment.read_rate("GRAPHQL_RATE_COST", "200000/minute")
# How often one client may send a name and a password to the admin, or ask for a new password.
LOGIN_RATE = environment.read_rate("LOGIN_RATE", "10/minute")
# How often one client may begin or end a sign-in by a provider, or open an invitation.
SIGN_IN_RATE = environment.read_rate("SIGN_IN_RATE", "60/minute")
# Pages that no process has kept yet, CSV files, the sitemap, redirects.
PAGES_RATE = environment.read_rate("PAGES_RATE", "600/minute")
# Addresses where there is nothing.
ABSENCES_RATE = environment.read_rate("ABSENCES_RATE", PAGES_RATE or environment.OFF)
# Pictures and documents.
FILES_RATE = environment.read_rate("FILES_RATE", "3000/minute")
# Forms that are sent, those of the admin included; they are counted before they are read.
FORMS_RATE = environment.read_rate("FORMS_RATE", "3000/minute")
# Shared by all processes where there is Redis; else each process counts for itself.
GRAPHQL_RATE_STORAGE = environment.read_text("CACHE_URL", "memory://").replace(
    "unix://", "redis+unix://"
)

# Answers are kept until something public changes: so many bytes of them in each process, and where
# there is CACHE_URL, in Redis for all of them. 0 keeps none.
GRAPHQL_CACHE_BYTES = environment.read_integer("GRAPHQL_CACHE_BYTES", 33_554_432)
# Rows that answers are made of are kept as long by each process: about so many bytes; 0 for none.
GRAPHQL_ROW_BYTES = environment.read_integer("GRAPHQL_ROW_BYTES", 8_388_608)
# How long browsers and proxies may keep an answer to GET, in seconds. Lifetimes end together, when
# the clock shows a multiple of it, and at a scheduled publication or expiry.
GRAPHQL_MAX_AGE = environment.read_integer("GRAPHQL_MAX_AGE", 60)
# The header that tells caches what an answer speaks of: Cache-Tag, Surrogate-Key, xkey…
GRAPHQL_CACHE_TAG_HEADER = environment.read_text("GRAPHQL_CACHE_TAG_HEADER", "Cache-Tag")

# A folder of documents beside those of graphql/queries: *.graphql, or Apollo's manifests (*.json).
GRAPHQL_MANIFEST = environment.read_text("GRAPHQL_MANIFEST")
# With 1, no other document runs.
GRAPHQL_STRICT = environment.read_flag("GRAPHQL_STRICT", False)

# Which origins may read answers from a browser: all (*), or some, separated by commas. The endpoint
# knows no user, so there is nothing that one origin could see and another could not.
_origins = environment.read_items("CORS_ALLOWED_ORIGINS", ["*"])
CORS_ALLOW_ALL_ORIGINS = _origins == ["*"]
CORS_ALLOWED_ORIGINS = [] if CORS_ALLOW_ALL_ORIGINS else _origins
CORS_URLS_REGEX = r"^/(graphql/|schema\.graphql$|media/|documents/)"
CORS_ALLOW_METHODS = ["GET", "HEAD", "POST"]
_apollo = ["apollographql-client-name", "apollographql-client-version"]  # sent unless told not to
CORS_ALLOW_HEADERS = ["accept", *_apollo, "content-type", "x-preview-token", "x-server-timing"]
CORS_EXPOSE_HEADERS = ["ETag", "Query-Cost", "Retry-After", "Server-Timing"]

# The header in which the proxy before this server gives the address of who asks. The proxy must
# overwrite it. Without hyphens: servers take X_Forwarded_For for X-Forwarded-For, and a proxy that
# overwrites the one lets the other pass.
CLIENT_ADDRESS_HEADER = environment.read_header("CLIENT_ADDRESS_HEADER")
environment.refuse_retired("TRUSTED_PROXIES", "CLIENT_ADDRESS_HEADER")

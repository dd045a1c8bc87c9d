"""The setting of the change feed, which is an environment variable."""

from cms.settings import environment

# How long entries are kept: who follows the feed must come by more often.
FEED_DAYS = environment.read_integer("FEED_DAYS", 90, least=1)

"""The setting of the change feed; it is an environment variable too."""

from cms.settings import environment

# How long entries are kept: who follows the feed must come by more often.
FEED_DAYS = environment.read_integer("FEED_DAYS", 90, least=1)

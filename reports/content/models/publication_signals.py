"""Signals of a report's life, for what stands above the models. A receiver that raises refuses."""

from django.dispatch import Signal

publishing = Signal()
"""Sent before a revision becomes public, with `page`, `revision` and `user` (None for code)."""

becoming_public = Signal()
"""Sent before a report is saved as public, with `page`: not all ways to publish call `publish`."""

approving = Signal()
"""Sent before a step of the workflow is approved, with `page`, `user` and the `answers` given."""

page_copied = Signal()
"""Sent after a report was copied, with `source` and `copy`."""

version_recorded = Signal()
"""Sent in the transaction that records a version, with `page`, `version` and the one `before`."""

"""Mentions: where public reports name records, as rows."""

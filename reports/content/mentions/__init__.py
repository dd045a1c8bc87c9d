"""Mentions: rows that say where public reports name records."""

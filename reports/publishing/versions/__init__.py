"""Versions of reports: what each publication said, stored for ever."""

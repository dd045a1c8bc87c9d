"""Telling other services of public changes: signed messages to addresses of their own."""

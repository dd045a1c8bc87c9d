"""Limits of a document, judged before anything runs: cheaply, and in linear time."""

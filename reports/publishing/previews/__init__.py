"""Drafts for readers without an account: who may see which one, until when."""

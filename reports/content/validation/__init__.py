"""Validation of fields: texts that are too long, addresses that lead nowhere."""

"""Validates fields of text: their lengths, and addresses that lead nowhere."""

"""Descriptions of the fields that give a place in a report: its anchor and path."""

ANCHOR = "The anchor of the section that contains {}, without « # »; empty outside any section."
PATH = "Where to read {}: « /bilan/2024/#impact », or « /bilan/2024/ » outside any section."

"""Fields that describe where something stands in a report."""

ANCHOR = "The anchor of the section that contains {}, without « # »; empty outside any section."
PATH = "Where to read {}: « /bilan/2024/#impact », or « /bilan/2024/ » outside any section."

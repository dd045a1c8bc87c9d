"""The types of the graph. Values compute in `reports`; what is here translates."""

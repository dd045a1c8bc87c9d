"""The report half of the graph: speaks GraphQL, imports `reports`, is imported by `cms`."""

"""The graph: speaks GraphQL, imports `reports`, is imported by `cms`."""

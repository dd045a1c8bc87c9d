"""The GraphQL API of the reports: its schema, resolvers and HTTP endpoint.

It imports `reports`, and is imported by `cms`.
"""

"""Execution along plans: what a document asks is worked out once, then followed.

graphql-core finds out anew for each value which fields are asked of it, how they are resolved and
how completed. Here that is a `Plan`, kept with the document; the answers are the same.
"""

"""The public pages in the French state's design system (DSFR), which any frontend could copy.

They show nothing but the answers to the queries in `graphql/queries`, which run in this process;
nothing here imports `reports`.
"""

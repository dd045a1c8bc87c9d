"""The reference frontend: DSFR pages made only from answers to the shipped documents.

It executes the graph in process and never imports `reports`, so any other frontend can do the same.
"""

"""The reference frontend: DSFR pages made of nothing but the answers of the shipped documents.

It executes the graph in process and never imports `reports`: what it can do, any frontend can.
"""

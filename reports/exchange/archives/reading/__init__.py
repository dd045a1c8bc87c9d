"""Reads an archive from a folder: strictly, and refused whole where anything is wrong."""

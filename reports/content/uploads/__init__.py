"""Checks and cleans uploaded pictures, reads facts of PDFs, and names stored files."""

"""Middleware and views of requests: rates, files, errors and security headers."""

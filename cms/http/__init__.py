"""Middleware and views: rate limits, files, errors and security headers."""

"""Publishes reports and records: versions, corrections, releases, change feed and webhooks."""

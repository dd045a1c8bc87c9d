"""Revisions: opened whatever shape they were stored in, and compared figure by figure."""

"""The blocks of a report: one noun per block, by family."""

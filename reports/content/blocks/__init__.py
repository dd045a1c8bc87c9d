"""What a report is made of: one noun per block, by family."""

"""What an archive holds of a database: what the public may see, and nothing else."""

"""What a demonstration needs beside content: accounts, groups, a workflow."""

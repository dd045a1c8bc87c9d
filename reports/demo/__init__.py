"""What a demonstration needs beside reports: a site around them, accounts, groups, a workflow."""

"""What a demonstration needs beside reports: a site around them, and accounts."""

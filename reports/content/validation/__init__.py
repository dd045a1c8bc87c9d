"""What fields refuse: texts that are too long, addresses that lead nowhere."""

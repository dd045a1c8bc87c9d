"""The first screen: what waits for whoever has signed in."""

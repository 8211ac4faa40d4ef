"""The terminal: what is typed, colour, progress, exit code."""

"""What the text says of numbers: against the tables, and against itself."""

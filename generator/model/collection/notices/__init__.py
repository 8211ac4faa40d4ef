"""What is sent to a unit: what it has to mend, and what it has mended."""

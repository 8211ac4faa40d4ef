"""A report as it will be printed, with its findings where they stand, while it is written."""

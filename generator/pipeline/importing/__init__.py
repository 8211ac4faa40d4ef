"""Reads what was published, each kind of file in its own way, into lines and tables."""

"""Reads web pages on which reports were published; knows nothing of those that we write."""

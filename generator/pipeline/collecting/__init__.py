"""Collecting: what many units handed in, read, added up and told to each."""

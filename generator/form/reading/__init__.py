"""Reads forms that are written down as TOML into the words of the vocabulary."""

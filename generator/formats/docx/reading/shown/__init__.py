"""Reads what a document shows beside text, with its place, for those who keep it elsewhere."""

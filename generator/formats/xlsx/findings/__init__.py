"""Findings as worksheets: the annotated copy, the list of problems."""

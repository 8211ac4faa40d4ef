"""Tests of what the workbook shows beside text, brought into a document."""

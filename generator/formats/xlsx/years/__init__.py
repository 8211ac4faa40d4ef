"""The workbook that sets several years of an organ and its units side by side."""

"""Single cells of a person's workbook, all else byte for byte."""

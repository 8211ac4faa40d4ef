"""What the formulas of a workbook show, as far as they are of the kinds that ours are."""

"""From the XML of a workbook to a report."""

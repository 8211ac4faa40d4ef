"""What a workbook shows beside text, brought into a document that people edited."""

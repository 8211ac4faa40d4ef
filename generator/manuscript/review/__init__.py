"""What people changed in a document, and what of it belongs into the workbook; and the reverse."""

"""What people changed of pictures, charts and further tables, and what of it the workbook holds."""

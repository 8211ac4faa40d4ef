"""The Excel workbook that office staff keep: everything that knows openpyxl."""

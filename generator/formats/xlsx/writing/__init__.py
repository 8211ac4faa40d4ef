"""New workbooks, with openpyxl."""

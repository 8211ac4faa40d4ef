"""The Word document: everything that knows docx and docxtpl."""

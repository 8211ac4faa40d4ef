"""The way back: what people changed in a document, and what of it belongs into the workbook."""

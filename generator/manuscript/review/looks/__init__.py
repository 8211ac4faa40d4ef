"""What looks otherwise in a document, or stands elsewhere, than it was generated."""

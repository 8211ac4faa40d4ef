"""What every .docx of ours carries beside its text."""

"""What people type, or other systems hand over, and what it means. Knows no file format."""

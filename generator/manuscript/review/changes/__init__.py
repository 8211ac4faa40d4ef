"""What people changed in a document, one thing at a time: its lines, its tables, all else."""

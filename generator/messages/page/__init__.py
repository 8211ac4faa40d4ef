"""What a page says beside what a terminal says."""

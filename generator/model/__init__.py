"""What a report says and what is found about it: plain data, no file, no screen."""

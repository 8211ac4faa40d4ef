"""What is sent to units, 整改单 and 催报单, as Word documents from a template of their own."""

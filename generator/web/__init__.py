"""The page in the browser: one more console, which knows no rules."""

"""The disk: safe to open, whole or not at all, what lies where under which name."""

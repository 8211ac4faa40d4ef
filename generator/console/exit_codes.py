"""How a command ends: its exit code. For many files, the worst."""

DONE, HELD_BACK, UNUSABLE = 0, 1, 2

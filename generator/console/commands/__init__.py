"""The commands, one module each: what to run, what to say, which exit code. They know no rules."""

"""Whether a report is right: rules, and what sentences say."""

"""From a template that people edit to one that is ready, and filled."""

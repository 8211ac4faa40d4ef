"""`python -m generator` does what `make-report` does."""

import sys

from generator.console.cli import main

sys.exit(main())

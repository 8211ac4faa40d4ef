"""`python -m generator` does what `make-report` does."""

import sys

from generator.cli import main

sys.exit(main())

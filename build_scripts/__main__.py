"""``python -m build_scripts``: the command `readings`."""

import sys

from build_scripts.cli import main

sys.exit(main())

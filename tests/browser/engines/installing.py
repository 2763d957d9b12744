"""Install the engines that ``make test`` tries besides Chromium, where that can be done.

``python -m tests.browser.engines.installing`` installs what is missing from Debian's packages, as
root or with sudo, and says which engine cannot be tried. With ``CI=true`` that is a failure.
"""

import os
import sys

from tests import debian
from tests.browser.engines.firefox import FIREFOX
from tests.browser.engines.webkit import WEBKIT

ENGINES = (FIREFOX, WEBKIT)


def main() -> int:
    """The command line: see the module."""
    for engine in ENGINES:  # one by one: not every system has the packages of both
        if engine.missing():
            debian.install(*engine.packages, as_root=() if debian.is_root() else ("sudo", "-n"))
    untried = {engine.name: missing for engine in ENGINES if (missing := engine.missing())}
    for name, missing in untried.items():
        print(f"{name} will not be tried: {missing}", file=sys.stderr)
    return 1 if untried and "CI" in os.environ else 0


if __name__ == "__main__":
    sys.exit(main())

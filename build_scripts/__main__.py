"""``python -m build_scripts``: the command `readings`."""

import sys

try:  # loading the modules takes a second, in which Ctrl-C is pressed as well
    from build_scripts.cli import main
except KeyboardInterrupt:
    print("\nreadings: interrupted", file=sys.stderr)
    sys.exit(130)

if __name__ == "__main__":
    sys.exit(main())

"""Install packages of Debian that the tests take from the system."""

import os
import shutil
import subprocess


def is_root() -> bool:
    """Whether everything belongs to us already, as in a container or in CI."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def run(*command: str) -> None:
    """Run a command whose failure the caller finds out for itself."""
    print("+", *command, flush=True)
    try:
        # No standard input: a question nobody can answer must fail instead of waiting.
        subprocess.run(command, check=False, stdin=subprocess.DEVNULL, timeout=900)
    except (OSError, subprocess.TimeoutExpired) as error:
        print(error, flush=True)


def install(*packages: str, as_root: tuple[str, ...] = ()) -> None:
    """Install packages, with little of what they recommend; nothing happens on other systems.

    Args:
        packages: names of packages.
        as_root: the command that makes the rest of the command line one of the administrator.
    """
    if shutil.which("apt-get"):
        quiet = ("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet", "--yes")
        run(*as_root, "apt-get", "--quiet", "update")
        run(*as_root, *quiet, "install", "--no-install-recommends", *packages)

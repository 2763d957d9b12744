"""Run `mkdocs` and `readings` as processes that do not load their modules first.

Loading takes longer than building a small site. One process loads them and waits for commands; it
forks for each. What runs a command has a folder, variables and output of its own, as if `python -m`
had started it. All have the same seed of hashes: where that matters, start `python -m`.
"""

import atexit
import json
import os
import runpy
import signal
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

_PROJECT = Path(__file__).resolve().parent.parent
_PATIENCE_SECONDS = 300
_LOADED = (
    "build_scripts.cli",
    "build_scripts.mkdocs_plugin",
    "material.plugins.offline.plugin",
    "material.plugins.search.plugin",
    "mkdocs.commands.build",
    "mkdocs.config.defaults",
    "pymdownx.quotes",
)


def run_ready(
    module: str, *arguments: str, folder: Path, variables: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    """What `python -m` does with a module and its arguments in a folder.

    Args:
        module: `mkdocs` or `build_scripts`.
        arguments: what stands behind it.
        folder: in which it runs.
        variables: the whole environment.
    """
    with tempfile.TemporaryDirectory() as place:
        output, errors = Path(place, "output"), Path(place, "errors")
        command = {
            "module": module,
            "arguments": arguments,
            "folder": str(folder),
            "variables": dict(variables),
            "output": str(output),
            "errors": str(errors),
        }
        waiting = _waiting_process()
        assert waiting.stdin is not None
        assert waiting.stdout is not None
        waiting.stdin.write(f"{json.dumps(command)}\n")
        waiting.stdin.flush()
        status = int(waiting.stdout.readline())
        return subprocess.CompletedProcess(
            [sys.executable, "-m", module, *arguments],
            status,
            output.read_text(encoding="utf-8"),
            errors.read_text(encoding="utf-8"),
        )


@cache
def _waiting_process() -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-m", __spec__.name],
        cwd=_PROJECT,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    atexit.register(process.communicate)  # at the end of its input it ends
    return process


# In that process


def _wait_for_commands() -> None:
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # nobody but us answers
    for module in _LOADED:
        import_module(module)
    for line in sys.stdin:
        child = os.fork()
        if not child:
            _run(json.loads(line))
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), file=answers, flush=True)


def _run(command: dict[str, Any]) -> None:
    """Do what a command says, and end this process."""
    signal.alarm(_PATIENCE_SECONDS)  # where it never ends by itself, the status is that of a kill
    for path, stream in ((command["output"], 1), (command["errors"], 2)):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT), stream)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.chdir(command["folder"])
    os.environ.clear()
    os.environ.update(command["variables"])
    sys.path[0] = command["folder"]
    sys.argv = [command["module"], *command["arguments"]]
    status: object = 0
    try:
        runpy.run_module(command["module"], run_name="__main__", alter_sys=True)
    except SystemExit as end:
        status = end.code
        if isinstance(status, str):
            print(status, file=sys.stderr)
    except BaseException:  # whatever ends a process, its status says so
        traceback.print_exc()
        status = 1
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status if isinstance(status, int) else int(status is not None))


if __name__ == "__main__":
    _wait_for_commands()

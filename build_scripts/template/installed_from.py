"""Find out where this package was installed from, so that others can install the same version."""

import json
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

NAME = "annotated-readings"
"""The name of the distribution package."""


def requirement_of_this() -> str:
    """The line of a requirements file that installs this generator; empty if it is not known.

    Installers record where a package came from (PEP 610), unless it came from an index, where its
    version is enough. For a copy that was never installed, its folder is named.
    """
    try:
        found = distribution(NAME)
    except PackageNotFoundError:
        project = Path(__file__).resolve().parent.parent.parent
        return requirement_for(str(project)) if (project / "pyproject.toml").is_file() else ""
    return requirement_of(found)


def requirement_of(found: Distribution) -> str:
    """The line of a requirements file that installs a distribution again."""
    recorded = found.read_text("direct_url.json")
    if recorded is None:
        return f"{NAME}=={found.version}"
    return _at(_address(json.loads(recorded)))


def requirement_for(place: str) -> str:
    """The line of a requirements file for a folder or file, an address, or a requirement."""
    if "://" in place and " @ " not in place:
        return _at(place)
    if Path(place).exists():
        return _at(Path(place).resolve().as_uri())
    return place


def is_of_this_machine(requirement: str) -> bool:
    """Whether a requirement names a folder or file that only this machine has."""
    return "file://" in requirement


def _at(address: str) -> str:
    """A requirement with an address."""
    # Older versions of pip take `name @ git+file:…` for a path that does not exist.
    return address if "+file:" in address else f"{NAME} @ {address}"


def _address(recorded: dict[str, Any]) -> str:
    """The address in `direct_url.json`, in the form that pip accepts."""
    address: str = recorded["url"]
    fragments = []
    if "vcs_info" in recorded:
        vcs = recorded["vcs_info"]
        address = f"{vcs['vcs']}+{address}@{vcs['commit_id']}"
    elif "archive_info" in recorded:
        hashes = recorded["archive_info"].get("hashes") or {}
        fragments += [f"sha256={hashes['sha256']}"] if "sha256" in hashes else []
    if "subdirectory" in recorded:
        fragments.append(f"subdirectory={recorded['subdirectory']}")
    return "#".join([address, *filter(None, ["&".join(fragments)])])

"""The repository holds only what was written for it: other people's files are dependencies."""

import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent

# The letters in brackets keep this file from matching itself.
LICENCE_HEADER = re.compile(
    r"copyrigh[t] (?:\(c\)|©|\d{4})"
    r"|permission is hereb[y] granted"
    r"|redistributio[n] and use in source"
    r"|all rights reserve[d]"
    r"|license[d] under "
    r"|SPDX-(?:License-Identifie[r]|FileCopyrightTex[t])"
    r"|@licens[e]\b"
    r"|<right[s] license=",
    re.IGNORECASE,
)


def is_checked(path: str) -> bool:
    """Whether a file must not hold a licence: not the project's own ones, and no lock file."""
    name = path.rpartition("/")[2]
    return not name.startswith("LICENSE") and not name.endswith(("-lock.json", ".lock"))


def licence_headers(root: Path, paths: Iterable[str]) -> Iterator[str]:
    """The licences of other people in some files, as ``path:line: the words that gave it away``."""
    for path in filter(is_checked, paths):
        text = (root / path).read_bytes().decode("utf-8", "replace")
        for match in LICENCE_HEADER.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            yield f"{path}:{line}: {match.group()}"


def test_no_file_of_the_repository_has_a_licence_of_other_people() -> None:
    """Where this fails: take the file from PyPI or npm instead, or write it anew."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )
    paths = [path for path in listed.stdout.split("\0") if (PROJECT / path).is_file()]

    assert len(paths) > 100
    assert list(licence_headers(PROJECT, paths)) == []


@pytest.mark.parametrize(
    ("start", "rest"),
    [
        ("/*\n * Copyright", " (c) 2020 Somebody Else\n */"),
        ("/*!\n * Copyright", " 2014, Somebody Else\n */"),
        ("# Copyright", " © 2014 Somebody Else"),
        ("Permission is hereby", " granted, free of charge, to any person obtaining a copy"),
        ("Redistribution", " and use in source and binary forms"),
        ("// All rights", " reserved."),
        ("Licensed", " under the Apache License, Version 2.0"),
        ("# SPDX-", "License-Identifier: MIT"),
        ("# SPDX-", "FileCopyrightText: 2016 Somebody Else"),
        ("/*! @", "license MIT */"),
        ("<info><rights", ' license="http://example.org/by-sa/3.0/">…</info>'),
    ],
)
def test_a_planted_licence_is_found(tmp_path: Path, start: str, rest: str) -> None:
    (tmp_path / "planted.js").write_text(f"'use strict';\n{start}{rest}\n", encoding="utf-8")

    assert [found.partition(": ")[0] for found in licence_headers(tmp_path, ["planted.js"])] == [
        f"planted.js:{2 + start.count(chr(10))}"
    ]


def test_the_licences_of_the_project_and_lock_files_are_passed_over() -> None:
    assert not any(map(is_checked, ("LICENSE", "LICENSE-content", "requirements-dev.lock")))
    assert not is_checked("tests/node/package-lock.json")
    assert is_checked("build_scripts/pages/block.py")

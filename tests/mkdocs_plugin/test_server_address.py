"""Where `mkdocs serve` cannot answer, it says so before it builds, with a way out."""

import socket

import pytest
from mkdocs.exceptions import PluginError

from build_scripts.mkdocs_plugin.server_address import refuse_address


def test_a_port_that_is_taken_is_named_with_the_next_one() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]

        with pytest.raises(PluginError) as refused:
            refuse_address("127.0.0.1", port)

    assert f"127.0.0.1:{port}: another program answers there" in str(refused.value)
    assert f"make serve PORT={port + 1 if port < 65535 else 8001}" in str(refused.value)


def test_an_address_of_another_machine_is_refused() -> None:
    with pytest.raises(PluginError, match=r"192\.0\.2\.1:8000: .*such as 127\.0\.0\.1"):
        refuse_address("192.0.2.1", 8000)  # RFC 5737: of no machine


def test_a_port_that_is_free_is_accepted_twice() -> None:
    """The server binds it after this look."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]

    refuse_address("127.0.0.1", port)
    refuse_address("localhost", port)

"""Whether `mkdocs serve` can answer where it is told to, asked before it builds anything."""

import errno
import os
import socket

from mkdocs.exceptions import PluginError


def refuse_address(host: str, port: int) -> None:
    """Refuse an address at which no server can be started, for which MkDocs has only a traceback.

    Raises:
        PluginError: another program answers there, or the system does not allow it.
    """
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        socket.create_server(address[:2], family=family).close()
    except OSError as error:
        if error.errno == errno.EADDRNOTAVAIL:
            hint = "Give it an address of this machine, such as 127.0.0.1."
        else:
            other = port + 1 if 1024 <= port < 65535 else 8001
            ways = f"`make serve PORT={other}` or `mkdocs serve --dev-addr {host}:{other}`"
            hint = f"Choose another port: {ways}."
        reason = os.strerror(error.errno or 0)
        if error.errno == errno.EADDRINUSE:
            reason = "another program answers there, perhaps another `make serve`"
        message = f"The site cannot be served at {host}:{port}: {reason}. {hint}"
        raise PluginError(message) from None

"""The workbench: the casefile in a browser on this machine."""

import secrets
import socket
import sys

LOOPBACK = "127.0.0.1"


def serve(case: str, port: int = 0) -> None:
    """Serve the workbench on loopback until interrupted. The first line on standard output is its address with a fresh token.

    Raises OSError when the port cannot be used.
    """
    import uvicorn

    from sayso.lexicon import Lexicon
    from sayso.workbench.app import create_app

    token = secrets.token_urlsafe(24)
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((LOOPBACK, port))
        listener.listen(128)
        port = listener.getsockname()[1]
        app = create_app(case, token, port, Lexicon().parents)
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", server_header=False, date_header=False))
        sys.stdout.write(f"http://{LOOPBACK}:{port}/?token={token}\n")
        sys.stdout.flush()
        server.run(sockets=[listener])


__all__ = ["serve"]

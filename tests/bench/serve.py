"""Serve one of the applications that are compared, as `make run` serves ours.

Usage: python -m tests.bench.serve ours|unlocked|bare PORT
"""

import os
import signal
import sys

from interviews.web import die_with, load_application, serve


def unlocked():
    """Ours without the second lock: requests stay in the role that policies do not bind."""
    os.environ["DATABASE_ROLE"] = ""
    application = load_application()
    from interviews import second_lock

    vars(second_lock)["switch"] = lambda _role, _user: None
    return application


def bare():
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    from tests.bench.bare import application

    return application()


if __name__ == "__main__":
    name, port, parent = sys.argv[1:]
    die_with(int(parent), signal.SIGTERM)
    serve("127.0.0.1", int(port), {"ours": None, "unlocked": unlocked, "bare": bare}[name])

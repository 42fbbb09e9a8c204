"""A phone with a network that can be cut: a browser behind a proxy."""

import contextlib
import socket
import threading
import time
from urllib.parse import urlsplit


class Network:
    """Passes what comes in on to the server, unless it is cut; then nothing gets through."""

    def __init__(self, target):
        parts = urlsplit(target)
        self.target = (parts.hostname, parts.port)
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://localhost:{self.listener.getsockname()[1]}"
        self.is_up, self.is_held, self.open = True, False, set()
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        with contextlib.suppress(OSError):
            while True:
                inside, _ = self.listener.accept()
                if not self.is_up:
                    inside.close()
                    continue
                outside = socket.create_connection(self.target)
                self.open |= {inside, outside}
                for ends in ((inside, outside), (outside, inside)):
                    threading.Thread(target=self.pass_on, args=ends, daemon=True).start()

    def pass_on(self, source, sink):
        with contextlib.suppress(OSError):
            while data := source.recv(65_536):
                while self.is_held and self.is_up:
                    time.sleep(0.05)
                if not self.is_up:
                    break
                sink.sendall(data)
        for end in (source, sink):
            self.shut(end)

    def shut(self, end):
        self.open.discard(end)
        with contextlib.suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
        end.close()

    def cut(self):
        self.is_up = False
        for end in list(self.open):
            self.shut(end)

    def hold(self):
        """Bars on the phone, and nothing comes."""
        self.is_held = True

    def mend(self):
        self.is_up, self.is_held = True, False

    def close(self):
        self.cut()
        self.listener.close()


class Phone:
    """A browser behind such a network. With a profile on disk it can be started again, cold."""

    def __init__(self, network, start):
        self.network, self.begin = network, start
        self.start()

    def start(self):
        self.context = self.begin()
        self.page = self.context.pages[0] if self.context.pages else self.context.new_page()

    def restart(self):
        self.context.close()
        self.start()

    def log_in(self, client):
        cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value}
        self.context.add_cookies(
            [cookie | {"url": self.network.url, "expires": 4_000_000_000, "httpOnly": True}]
        )

    def open(self, address):
        return self.page.goto(self.network.url + address)

    def caches(self):
        """The names of what is kept of somebody."""
        names = self.page.evaluate("caches.keys()")
        return sorted(name for name in names if name.startswith("user-"))

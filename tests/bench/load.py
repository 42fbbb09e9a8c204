"""Requests over connections that stay open, and what the processes spent on them."""

import asyncio
import os
import re
import time
from dataclasses import dataclass
from pathlib import Path

CONNECTIONS = 16
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Spent:
    """A round: requests a second, and milliseconds of processor per request."""

    per_second: float
    web_ms: float
    database_ms: float

    @property
    def ms(self):
        return self.web_ms + self.database_ms


class Connection(asyncio.Protocol):
    """Sends one request after the other; `ask(n)` is its n-th one."""

    def __init__(self, ask, count, expected):
        self.ask, self.count, self.expected = ask, count, expected
        self.done = asyncio.get_running_loop().create_future()
        self.sent, self.buffer = 0, b""

    def connection_made(self, transport):
        self.transport = transport
        self.send()

    def send(self):
        self.sent += 1
        self.transport.write(self.ask(self.sent))

    def data_received(self, data):
        self.buffer += data
        head, found, body = self.buffer.partition(b"\r\n\r\n")
        if not found:
            return
        length = int(re.search(rb"content-length: (\d+)", head, re.IGNORECASE)[1])
        if len(body) < length:
            return
        if not head.startswith(b"HTTP/1.1 %d" % self.expected):
            self.done.set_exception(AssertionError(self.buffer[:2000].decode()))
        self.buffer = b""
        if self.sent < self.count:
            self.send()
        elif not self.done.done():
            self.transport.close()
            self.done.set_result(None)

    def connection_lost(self, _error):
        if not self.done.done():
            self.done.set_exception(ConnectionError(self.buffer[:500].decode()))


async def _all(port, asks, count, expected):
    loop = asyncio.get_running_loop()
    made = [
        await loop.create_connection(
            lambda a=ask: Connection(a, count, expected), "127.0.0.1", port
        )
        for ask in asks
    ]
    await asyncio.gather(*(connection.done for _, connection in made))


def measure(port, asks, count, web, database, expected=200):
    """Let each of `asks` send `count` requests. `web` and `database`: those processes' roots."""
    before, start = (used(web), used(database)), time.perf_counter()
    asyncio.run(_all(port, asks, count, expected))
    took, requests = time.perf_counter() - start, len(asks) * count
    return Spent(
        requests / took,
        (used(web) - before[0]) * 1000 / requests,
        (used(database) - before[1]) * 1000 / requests,
    )


def used(root):
    """Seconds of processor that the process and all below it have used, and are there still."""
    times, parents = {}, {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        pid = int(path.parent.name)
        parents[pid] = int(fields[1])
        times[pid] = int(fields[11]) + int(fields[12])
    below = {root}
    while more := {pid for pid, parent in parents.items() if parent in below} - below:
        below |= more
    return sum(times.get(pid, 0) for pid in below) / TICKS

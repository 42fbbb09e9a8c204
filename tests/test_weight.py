"""The first load of each page: few requests, few bytes.

Files count as they are served: compressed by brotli ahead of time. Pages count as a proxy in front
of the server compresses them; the server itself sends them as they are.
"""

import re
from functools import cache
from pathlib import Path

import brotli
import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse

from tests.addresses import (
    ANYONE,
    SHOWS_NOTHING,
    everything_of,
    owned_addresses,
    signed_in_addresses,
)

MOST_REQUESTS = 14
MOST_BYTES = 60_000
MOST_OF_OUR_SCRIPT = 10_000
# A page does not ask for the icon of a home screen.
LINKED = re.compile(
    r'<(?:link(?! rel="apple-touch-icon")|script|img)\b[^>]*?\b(?:href|src)="/static/([^"]+)"'
)
IMPORTED = re.compile(r'(?:@import url\(|\bfrom |\bimport )"([^"]+)"')


@cache
def served(path):
    """The file's compressed size, and the files that it asks for in turn."""
    file = Path(finders.find(path))
    content = file.read_bytes()
    small = content if file.suffix in (".png", ".woff2") else brotli.compress(content)
    text = content.decode() if file.suffix in (".css", ".js") else ""
    base = Path("/", path).parent
    asked = [Path(re.sub(r"[^/]+/\.\./", "", f"{base}/{name}")) for name in IMPORTED.findall(text)]
    return len(small), [str(name).lstrip("/") for name in asked if "min" not in path]


def files_of(page):
    """Every static file that the page loads, once each."""
    found, open_ends = set(), LINKED.findall(page)
    while open_ends:
        path = open_ends.pop()
        if path not in found:
            found.add(path)
            open_ends += served(path)[1]
    return found


def weights(client, addresses):
    """Requests, bytes and bytes of our own scripts, by page."""
    found = {}
    for name, address in addresses:
        page = client.get(address)
        files = files_of(page.text)
        sizes = {path: served(path)[0] for path in files}
        ours = sum(size for path, size in sizes.items() if path.startswith("js/"))
        sent = len(brotli.compress(page.content))
        found[name] = (1 + len(files), sent + sum(sizes.values()), ours)
    return found


@pytest.fixture
def weighed(client, alice, client_of):
    anyone = [(name, reverse(name, args=args)) for name, args in ANYONE.items()]
    rows = everything_of(alice, "Marrable")
    own = [*owned_addresses(rows), *signed_in_addresses(rows)]
    own = [(name, address) for name, address in own if name not in SHOWS_NOTHING]
    return weights(client, anyone) | weights(client_of(alice), own)


def test_first_load_of_every_page_is_light(weighed):
    heavy = {
        name: weight
        for name, weight in weighed.items()
        if weight[0] > MOST_REQUESTS or weight[1] > MOST_BYTES or weight[2] > MOST_OF_OUR_SCRIPT
    }

    assert heavy == {}


def test_stylesheets_behind_stylesheets_are_counted(client, db):
    files = files_of(client.get(reverse("account_login")).text)

    assert {"bootstrap/bootstrap.min.css", "css/app.css", "js/theme.js"} <= files

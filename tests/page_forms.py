"""The forms that a user finds on the pages, read out of their HTML: new ones too."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from django.urls import resolve, reverse

from tests.addresses import ANYONE, owned_addresses, signed_in_addresses

FILLED = {
    "date": "2025-05-06",
    "time": "10:00",
    "datetime-local": "2025-05-06T10:00",
    "email": "someone@example.org",
    "number": "1",
    "url": "https://example.org/",
    "tel": "+44 20 7946 0000",
    "password": "down the rabbit hole",
}


@dataclass
class PageForm:
    """A form: where it goes, and for each field the values that a user could send."""

    action: str
    method: str
    fields: dict[str, list[str]] = field(default_factory=dict)

    @property
    def route(self) -> str:
        return resolve(urlsplit(self.action).path).view_name

    @property
    def key(self) -> tuple:
        return (self.route, self.method, *sorted(self.fields))

    def filled(self) -> dict[str, str]:
        """What sending it untouched would send, with something in what is empty."""
        return {name: values[0] for name, values in self.fields.items() if values}


class FormReader(HTMLParser):
    """Collects the forms of one page, with fields that belong to a form elsewhere by `form=`."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address
        self.forms: list[PageForm] = []
        self.by_id: dict[str | None, PageForm] = {}
        self.open = self.select = self.text = None

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "form":
            action = urljoin(self.address, given.get("action") or self.address)
            self.open = PageForm(action, (given.get("method") or "get").lower())
            self.forms.append(self.open)
            self.by_id[given.get("id")] = self.open
        form = self.by_id.get(given["form"]) if "form" in given else self.open
        if form is None:
            return
        name = given.get("name")
        if tag == "select" and name:
            self.select = form.fields.setdefault(name, [])
        elif tag == "option" and self.select is not None:
            self.select.insert(
                0 if "selected" in given else len(self.select), given.get("value", "")
            )
        elif tag == "textarea" and name:
            form.fields.setdefault(name, ["Some text"])
        elif tag in ("input", "button") and name and name != "csrfmiddlewaretoken":
            value = given.get("value") or FILLED.get(given.get("type", "text"), "Some text")
            form.fields.setdefault(name, []).append(value)

    def handle_endtag(self, tag):
        if tag == "form":
            self.open = None
        elif tag == "select":
            self.select = None


def forms_on(client, addresses):
    """Each different form on these pages: one of each route, method and set of fields."""
    found = {}
    for address in addresses:
        response = client.get(address, follow=True)
        reader = FormReader(response.request["PATH_INFO"])
        if "html" in response.headers.get("Content-Type", ""):
            reader.feed(response.content.decode())
        for form in reader.forms:
            if form.action.startswith("/"):
                found.setdefault(form.key, form)
    return list(found.values())


def pages_of(rows):
    """All addresses that their owner can open."""
    return [address for _, address in [*owned_addresses(rows), *signed_in_addresses(rows)]]


def pages_for_anyone():
    return [reverse(name, args=args) for name, args in ANYONE.items()]

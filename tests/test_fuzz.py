"""Bad values in every field of every form, every part of every address, every header of a save.

Forms are read out of the pages (tests/page_forms.py), so that a new one is thrown at without being
named here. No answer is a 500, and what is turned down leaves no trace. 20 times each, and 200
times in `make soak`.
"""

import os
import uuid
from collections import Counter
from functools import partial
from urllib.parse import parse_qsl, quote, urlsplit
from zlib import crc32

import pytest
from django.db import connection
from django.template.base import Template
from django.test import Client
from django.urls import resolve, reverse
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from interviews.models import User, uuid7
from tests.addresses import everything_of, owned_addresses, signed_in_addresses
from tests.page_forms import PageForm, forms_on, pages_for_anyone, pages_of
from tests.test_addresses import fingerprint, strangers, undone

TIMES = 200 if os.environ.get("SOAK") else 20
MISSING = object()
KINDS: dict[str, list] = {
    "nothing": ["", " ", "\t\n", "\u3000", "\u200b"],
    "absent": [MISSING],
    "twice": [["a", "b"], ["", ""], ["1", "2025-05-06"]],
    "NUL": ["\x00", "a\x00b", "2025-05-06\x00"],
    "control characters": ["\x01\x1f\x7f", "\x85\u2028", "a\rb", "\ufeff", "\ufffe\uffff"],
    "another script": ["שלום\u202eabc", "🧑‍🚀" * 30, "e\u0301" * 50, "İstanbul ẞ"],
    "long": ["x" * 300, "x" * 5_000, "🙂" * 5_000, "a\n" * 2_000],
    "nested": ["[" * 5_000, '{"a":' * 5_000, "(" * 5_000],
    "markup": ["<script>alert(1)</script>", "'\"><b x='", "[a](javascript:alert(1))", "&#0;"],
    "SQL": ["'; drop table interviews_user; --", "\\' or 1=1", "% _ \\", "a & b | !c <-> :*"],
    "template": ["%s %d %(x)s", "{{ 7*7 }}", "{0.__class__}", "${x}"],
    "path": ["../../etc/passwd", "/", "C:\\nul", "file:///etc/passwd"],
    "number": ["0", "-1", "2147483648", "9" * 30, "9" * 5_000, "1e309", "nan", "-inf", "٣", "1_0"],
    "date": ["2025-02-30", "0000-00-00", "0001-01-01", "9999-12-31", "10000-01-01", "06.05.2025"],
    "time": ["24:00", "25:61", "23:59:60", "-1:00", "9", "02:30", "00:00"],
    "id": [str(uuid.UUID(int=7)), "0" * 32, "{" + str(uuid.UUID(int=7)) + "}", "not-an-id", "None"],
    "time zone": ["Europe", "../UTC", "Factory", "localtime", "/etc/localtime", "posixrules", "\\"],
    "e-mail": ["@", "a@b", '"a b"@example.org', "a@" + "b" * 300 + ".org", "a@éé.example", "a@b\n"],
    "link": ["javascript:alert(1)", "http://[", "https://" + "a" * 3000, "//x", "http://a:99999/"],
    "no choice": ["nope", "True", "on", "null", "[]", "undefined", "__proto__"],
}  # fmt: skip
NO_TEXT: dict[str, list] = {
    "not UTF-8": [b"\xff\xfe", b"a\x80"],
    "lone surrogate": ["\ud800", "a\udfffb"],
}

KIND_AND_VALUE = st.one_of(
    *(st.tuples(st.just(kind), st.sampled_from(values)) for kind, values in KINDS.items()),
    st.tuples(st.just("any text"), st.text(max_size=60)),
)
KIND_AND_NO_TEXT = st.one_of(
    *(st.tuples(st.just(kind), st.sampled_from(values)) for kind, values in NO_TEXT.items()),
)
ALONE = st.one_of(KIND_AND_VALUE, KIND_AND_NO_TEXT)
NOW_AND_THEN = st.integers(0, 0 if TIMES > 20 else 2).flatmap(lambda n: st.none() if n else ALONE)
fixed = settings(
    max_examples=TIMES,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
def rows(alice, settings, monkeypatch):
    settings.ACCOUNT_RATE_LIMITS = False
    # Thousands of pages: without the copy of each context that Django's test client keeps.
    monkeypatch.setattr(Template, "_render", lambda self, context: self.nodelist.render(context))
    return everything_of(alice, "Xanthippe")


class Thrower:
    """Throws values, counts them by field and by kind, and watches what they leave behind."""

    def __init__(self, rows, client):
        self.rows = rows
        self.session = client.cookies.get("sessionid")
        self.kinds, self.thrown = Counter(), Counter()
        self.before = self.state()

    def state(self):
        return [*fingerprint(self.rows.owner), User.objects.count()]

    def client(self):
        """A new browser with the same session: an answer may have ended it, and is undone."""
        client = Client()
        if self.session:
            client.cookies["sessionid"] = self.session.value
        return client

    def throw(self, send, what):
        """Send it, and take back what it did; nothing half-saved, no 500."""
        with undone():
            response = send(self.client())
            status = response.status_code
            assert status < 500, (what, status)
            after = self.state()
            if status >= 400 and status != 409:  # of a note's two texts both are kept
                assert after == self.before, (what, status)
            elif after != self.before:
                with connection.cursor() as cursor:
                    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
                assert strangers() == [], what

    def count(self, where, kind):
        self.kinds[kind] += 1
        self.thrown[where] += 1


def quoted(data):
    """Form data as a body: bytes and lone surrogates as they are."""
    pairs = [
        (name, one)
        for name, value in data.items()
        if value is not MISSING
        for one in (value if isinstance(value, list) else [value])
    ]
    return "&".join(f"{quote(name)}={percent(value)}" for name, value in pairs)


def percent(value):
    raw = value if isinstance(value, bytes) else value.encode("utf-8", "surrogatepass")
    return quote(raw, safe="")


def sender(form, data):
    """A function that sends the form as a browser would."""
    body = quoted(data)
    if form.method == "post":
        kind = "application/x-www-form-urlencoded"
        return lambda client: client.generic("POST", form.action, body, content_type=kind)
    return lambda client: client.generic("GET", urlsplit(form.action).path, QUERY_STRING=body)


def throw_at_form(thrower, form):
    """All fields bad at once, and now and then one alone, so that the others let it pass."""
    names = sorted(form.fields)

    @fixed
    @seed(crc32(repr(form.key).encode()))  # otherwise each form meets much the same values
    @given(
        bad=st.fixed_dictionaries(dict.fromkeys(names, KIND_AND_VALUE)),
        name=st.sampled_from(names),
        alone=NOW_AND_THEN,
    )
    def throw(bad, name, alone):
        values = {field: value for field, (_, value) in bad.items()}
        thrower.throw(sender(form, values), (form.route, values))
        for field, (kind, _) in bad.items():
            thrower.count((*form.key, field), kind)
        if alone:
            data = form.filled() | {name: alone[1]}
            thrower.throw(sender(form, data), (form.route, name, alone))
            thrower.count((*form.key, name), alone[0])

    throw()


def enough(thrower):
    """Each place was thrown at often enough."""
    assert {where: times for where, times in thrower.thrown.items() if times < TIMES} == {}
    print(f"{len(thrower.thrown)} places, {thrower.thrown.total()} values:", dict(thrower.kinds))  # noqa: T201
    return True


def questions(rows):
    """The addresses that ask something after `?`, as forms."""
    for _, address in [*owned_addresses(rows), *signed_in_addresses(rows)]:
        if "?" in address:
            path, query = address.split("?")
            yield PageForm(path, "get", {name: [value] for name, value in parse_qsl(query)})


def check_own_forms(rows, client, half):
    """Half of them, so that two processes share the work."""
    thrower = Thrower(rows, client)
    forms = {form.key: form for form in [*forms_on(client, pages_of(rows)), *questions(rows)]}
    forms = [form for form in forms.values() if form.fields]
    assert len(forms) >= 25
    for form in sorted(forms, key=lambda form: form.key)[half::2]:
        throw_at_form(thrower, form)
    assert {*KINDS, *NO_TEXT, "any text"} == thrower.kinds.keys()
    assert enough(thrower)


def check_forms_for_anyone(rows, _client):
    thrower = Thrower(rows, Client())
    forms = [form for form in forms_on(Client(), pages_for_anyone()) if form.fields]
    assert {"account_login", "account_signup", "account_reset_password"} <= {f.route for f in forms}
    for form in forms:
        throw_at_form(thrower, form)
    assert enough(thrower)


def check_addresses(rows, client):
    thrower = Thrower(rows, client)

    @fixed
    @given(bad=st.one_of(KIND_AND_VALUE, KIND_AND_NO_TEXT), method=st.sampled_from(["GET", "POST"]))
    def throw(bad, method):
        kind, value = bad
        value = "" if value is MISSING else value[0] if isinstance(value, list) else value
        for name, address in owned_addresses(rows):
            for part, good in resolve(urlsplit(address).path).kwargs.items():
                to = address.replace(f"/{good}/", f"/{percent(value)}/", 1)
                thrower.throw(lambda client, to=to: client.generic(method, to), (method, to))
                thrower.count((name, part), kind)

    throw()
    assert enough(thrower)


def check_headers_of_a_save(rows, client):
    thrower = Thrower(rows, client)
    address = reverse("note-detail", args=[rows.note.pk])

    @fixed
    @given(bad=KIND_AND_VALUE)
    def throw(bad):
        kind, value = bad
        value = "" if value is MISSING else value[0] if isinstance(value, list) else value
        good = {
            "If-Match": '"1"',
            "Idempotency-Key": str(uuid7()),
            "X-Owner": str(rows.owner.pk),
            "X-Meeting": "",
            "X-Visit": "",
            "Cookie": f"sessionid={client.cookies['sessionid'].value}",
            "Content-Type": "text/plain; charset=utf-8",
            "text": "overwritten",
        }
        for name in good:
            wire = value if name == "text" else value.encode().decode("latin-1")
            headers = good | {name: wire}
            text, content_type = headers.pop("text"), headers.pop("Content-Type")
            thrower.throw(
                lambda client, h=headers, text=text, t=content_type: client.put(
                    address, text, content_type=t, headers=h
                ),
                (name, value),
            )
            thrower.count(name, kind)

    throw()
    assert enough(thrower)


CHECKS = {
    "own forms": partial(check_own_forms, half=0),
    "own forms, the others": partial(check_own_forms, half=1),
    "forms for anyone": check_forms_for_anyone,
    "addresses": check_addresses,
    "headers of a save": check_headers_of_a_save,
}


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_bad_values_break_nothing(check, rows, client_of):
    check(rows, client_of(rows.owner))


@pytest.mark.soak
@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_bad_values_break_nothing_for_long(check, rows, client_of):
    check(rows, client_of(rows.owner))

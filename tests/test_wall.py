"""What no view should meet is turned away in one place, with a page of ours: never a 500."""

import io

import pytest
from django.test import Client
from django.urls import reverse

from interviews.models import Company, uuid7
from tests.addresses import everything_of

FORM = "application/x-www-form-urlencoded"
LOGIN = "/account/login/"
ADDRESSES = {
    "byte that is no UTF-8 in the path": ("/people/%ff/", 400),
    "cut character in the path": ("/people/%c3/", 400),
    "lone surrogate in the path": ("/people/%ed%a0%80/", 400),
    "NUL in the path": ("/people/%00/", 400),
    "line end in the path": ("/people/%0d%0aSet-Cookie:%20a=b/", 400),
    "byte that is no UTF-8 in the query": ("/account/login/?next=%ff", 400),
    "lone surrogate in the query": ("/account/login/?next=%ed%bf%bf", 400),
    "too long a query": ("/account/login/?next=" + "x" * 8_000, 414),
    "too long a path": ("/" + "x" * 8_001, 414),
    "too many questions": ("/account/login/?" + "a&" * 1_500, 400),
}
HEADERS = {
    "length that is no number": {"CONTENT_LENGTH": "many"},
    "negative length": {"CONTENT_LENGTH": "-1"},
    "charset that is none for text": {"CONTENT_TYPE": "text/plain; charset=rot13"},
    "charset that always fails": {"CONTENT_TYPE": "text/plain; charset=undefined"},
    "charset of another time": {"CONTENT_TYPE": f"{FORM}; charset=utf-7"},
    "NUL behind a backslash in a cookie": {"HTTP_COOKIE": r'sessionid="aaaaaaaa\000"'},
    "a hundred headers": {f"HTTP_X_{number}": "1" for number in range(101)},
    "long headers": {"HTTP_X_LONG": "x" * 40_000},
    "another host": {"HTTP_HOST": "elsewhere.example"},
    "a host that only begins like ours": {"HTTP_HOST": "127.0.0.1.elsewhere.example"},
}
FORMS = {
    "byte that is no UTF-8": (b"login=%ff", 400),
    "raw byte that is no UTF-8": (b"login=\xff", 400),
    "lone surrogate": (b"login=%ed%a0%80", 400),
    "too many fields": (b"a=&" * 1_001, 400),
    "too large": (b"login=" + b"x" * 2_700_000, 413),
}


def is_ours(response, status):
    """An error page of ours with the policy and the number under which it is in the log."""
    assert response.status_code == status
    assert f"Error {status}</p>" in response.text
    assert response["X-Request-ID"] in response.text
    assert "default-src 'none'" in response["Content-Security-Policy"]
    assert "no-store" in response["Cache-Control"]
    assert "sessionid" not in response.cookies
    return True


@pytest.mark.parametrize(("address", "status"), ADDRESSES.values(), ids=ADDRESSES)
def test_bad_address_is_turned_away(db, client, address, status):
    assert is_ours(client.get(address), status)


@pytest.mark.parametrize("headers", HEADERS.values(), ids=HEADERS)
def test_bad_headers_are_turned_away(db, client, headers):
    assert is_ours(client.generic("GET", LOGIN, **headers), 400)


@pytest.mark.parametrize(("body", "status"), FORMS.values(), ids=FORMS)
def test_bad_form_is_turned_away(db, client, body, status):
    assert is_ours(client.generic("POST", LOGIN, body, content_type=FORM), status)


def test_form_that_is_cut_off_is_turned_away(db, client):
    class Cut(io.BytesIO):
        def read(self, *_args):
            raise OSError("the browser went away")

    environment = {"wsgi.input": Cut(), "CONTENT_LENGTH": "100", "CONTENT_TYPE": FORM}
    assert is_ours(client.generic("POST", LOGIN, **environment), 400)


def test_multipart_without_its_parts_is_turned_away(db, client):
    response = client.generic("POST", LOGIN, b"x", content_type="multipart/form-data; boundary=é")
    assert is_ours(response, 400)


def test_nul_in_a_form_or_a_search_is_taken_out(alice, client_of):
    client = client_of(alice)
    client.post(reverse("company-create"), {"name": "Ac\x00me"})

    assert [company.name for company in Company.objects.filter(owner=alice)] == ["Acme"]
    assert client.get("/history/?q=a%00b").context["form"].data["q"] == "ab"


@pytest.mark.parametrize(
    ("length", "answer"),
    [(b"x" * 2_700_000, (413, {"error": "too_long"})), (b"", (428, {"error": "headers_missing"}))],
)
def test_script_is_told_in_a_word(alice, client_of, length, answer):
    address = reverse("note-detail", args=[everything_of(alice, "Word").note.pk])
    response = client_of(alice).put(address, length, content_type="text/plain")

    assert (response.status_code, response.json()) == answer


def test_script_with_a_bad_address_is_told_in_a_word(db):
    response = Client().put(f"/notes/{uuid7()}/?%ff", "text", content_type="text/plain")

    assert (response.status_code, response.json()) == (400, {"error": "unreadable"})


def test_nonsense_for_a_content_type_has_an_answer(db):
    """Django reads it before any middleware, and would end without an answer."""
    from interviews.wsgi import application  # asks the database whether the second lock holds

    answers = []
    environment = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": "/health/live/",
        "QUERY_STRING": "",
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "CONTENT_TYPE": "text/plain; a*=nowhere''%00",
    }
    for path in ("/health/live/", LOGIN):
        b"".join(
            application(
                environment | {"PATH_INFO": path}, lambda status, _: answers.append(status[:3])
            )
        )

    assert answers == ["200", "400"]

"""What the form for a person takes."""

import pytest

from interviews.forms.person import PersonForm
from tests.factories import CompanyFactory, InterviewerFactory


def errors_of(user, **fields):
    form = PersonForm({"name": "Ana", **fields}, user=user)
    return list(form.errors)


@pytest.mark.parametrize(
    "link",
    ["https://example.com/a?b=1#c", "HTTP://EXAMPLE.COM", "example.com", "http://[::1]/", ""],
)
def test_addresses_of_pages_are_taken(alice, link):
    assert errors_of(alice, link=link) == []


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)", "java\tscript:alert(1)", "JAVASCRIPT://example.com/%0aalert(1)",
        "vbscript:x", "data:text/html,<script>", "ftp://example.com", "file:///etc/passwd",
        "//", "https://", "https://[", "https://example.com:99999999", "x" * 600,
    ],
)  # fmt: skip
def test_other_addresses_are_refused(alice, link):
    assert errors_of(alice, link=link) == ["link"]


@pytest.mark.parametrize("name", ["محمد علي", "👩‍💼", "<script>alert(1)</script>", "x" * 200])
def test_names_of_all_kinds_are_taken(alice, name):
    form = PersonForm({"name": name}, user=alice)
    assert form.is_valid()
    assert form.save_or_explain().name == name


def test_only_ones_own_companies_can_be_chosen(alice, mallory):
    mine, theirs = CompanyFactory(owner=alice), CompanyFactory(owner=mallory)
    form = PersonForm(user=alice)
    assert [str(label) for _, label in form.fields["company"].choices] == [
        "none: an agency, say", mine.name,
    ]  # fmt: skip
    assert errors_of(alice, company=theirs.pk) == ["company"]


def test_a_person_is_no_duplicate_of_themselves(alice):
    person = InterviewerFactory(owner=alice, company=None, name="Ana")
    form = PersonForm({"name": "ANA"}, instance=person, user=alice)
    form.save_or_explain()
    assert form.duplicates() == []

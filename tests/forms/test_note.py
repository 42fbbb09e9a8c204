import pytest

from interviews.forms.note import NoteForm
from interviews.models import uuid7


def note_form(**data):
    return NoteForm({"text": "They were kind.", "base": "0", "op": str(uuid7()), **data})


def test_note_form_keeps_the_text_as_it_was_typed():
    text = "  indented\n\n\ttabbed \n"
    form = note_form(text=text)
    assert form.is_valid()
    assert form.cleaned_data["text"] == text


def test_note_form_takes_an_emptied_note():
    form = note_form(text="")
    assert form.is_valid()
    assert form.cleaned_data["text"] == ""


def test_note_form_takes_200_000_characters():
    assert note_form(text="🙂" * 200_000).is_valid()


def test_note_form_says_how_long_a_text_is_that_is_too_long():
    form = note_form(text="x" * 200_001)
    assert form.errors == {"text": ["A note has at most 200,000 characters; this has 200001."]}


def test_note_form_lets_the_browser_cut_nothing():
    assert "maxlength" not in str(note_form()["text"])


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("base", ""),
        ("base", "-1"),
        ("base", "2147483648"),
        ("base", "9" * 5000),
        ("base", "one"),
        ("op", ""),
        ("op", "9" * 5000),
        ("meeting", "x"),
        ("visit", "9" * 5000),
    ],
)
def test_note_form_refuses_what_the_page_never_sends(field, value):
    assert list(note_form(**{field: value}).errors) == [field]

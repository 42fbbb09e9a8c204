"""Letters as text: filling a template, what two letters share, the ways out."""

from email import message_from_bytes
from email.header import decode_header, make_header
from email.policy import compat32, default
from email.utils import parseaddr
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interviews.letters import (
    LONGEST_MAILTO,
    eml,
    fill,
    mailto,
    names_in_words,
    one_line,
    shared_runs,
)

TEMPLATE = "Dear {name},\n\nthank you for your time on {date}.\n\n{talked}\n\nI want to work here."
ROBIN = ("Robin", "robin@second-look.example")


def letter(name, talked):
    """The letter and its frame, as `shared_runs` takes them."""
    fields = {"name": name, "date": "Tuesday"}
    filled = fill(TEMPLATE, {**fields, "talked": talked})
    return filled, fill(TEMPLATE, {**fields, "talked": ""})


def test_filling_leaves_no_gap_and_no_known_placeholder():
    fields = {"name": "Ann", "date": "Tuesday", "talked": ""}

    assert fill("Dear {name},\r\n\r\n{talked}\r\n\r\nuntil {when}.", fields) == (
        "Dear Ann,\n\nuntil {when}."
    )


def test_filled_words_are_not_filled_again():
    assert fill("{name}", {"name": "{date}", "date": "Tuesday"}) == "{date}"


def test_letters_that_share_eight_words_are_found_with_these_words():
    letters = {
        "ann": letter("Ann", "I liked how you drew the whole team on a napkin."),
        "ben": letter("Ben", "Well: I LIKED how you drew the whole team, on paper."),
        "cy": letter("Cy", "The centrifuge is loud."),
    }

    assert shared_runs(letters) == {
        "ann": [("I liked how you drew the whole team on", "ben")],
        "ben": [("I LIKED how you drew the whole team, on", "ann")],
    }


def test_seven_shared_words_are_no_run():
    letters = {
        "ann": letter("Ann", "I liked how you drew the whole napkin."),
        "ben": letter("Ben", "I liked how you drew the whole table."),
    }

    assert shared_runs(letters) == {}


def test_template_and_signature_may_be_shared():
    letters = {name: letter(name, "") for name in ("Ann", "Ben")}

    assert shared_runs(letters) == {}
    without_frame = {name: (text, "") for name, (text, _) in letters.items()}
    assert set(shared_runs(without_frame)) == {"Ann", "Ben"}


def test_short_paragraphs_of_the_frame_are_no_part_of_a_run():
    """A greeting or a signature is shorter than what else tells a template by its words."""
    frame = "Dear all,\n\nRobin Ashdown"
    texts = [f"Dear all,\n\n{word}! I want to come back soon.\n\nRobin Ashdown" for word in "ab"]

    assert shared_runs({text: (text, frame) for text in texts}) == {}
    longer = [text.replace("soon.", "very soon indeed.") for text in texts]
    runs = shared_runs({text: (text, frame) for text in longer})
    assert [found[0][0] for found in runs.values()] == ["I want to come back very soon indeed"] * 2


def test_mail_program_gets_the_whole_letter_while_it_is_short():
    address, whole = mailto("ann+hr@works.example", "You & I", "One\nTwo = 2")

    parts = urlsplit(address)
    assert (parts.scheme, parts.path, whole) == ("mailto", "ann%2Bhr@works.example", True)
    assert parse_qs(parts.query) == {"subject": ["You & I"], "body": ["One\r\nTwo = 2"]}


def test_mail_program_gets_no_part_of_a_long_letter():
    address, whole = mailto("ann@works.example", "Thank you", "ü" * LONGEST_MAILTO)

    assert (address, whole) == ("mailto:ann@works.example?subject=Thank%20you", False)


def test_mail_program_is_handed_one_recipient_and_two_fields_whatever_they_say():
    evil = "ann@works.example?bcc=all@works.example&cc=x"

    address, _ = mailto(evil, "Hi&bcc=all@works.example\r\nBcc: x", "a&cc=b#c\r\n%0D%0Ad")

    parts = urlsplit(address)
    assert unquote(parts.path) == evil
    assert parse_qs(parts.query, strict_parsing=True) == {
        "subject": ["Hi&bcc=all@works.example Bcc: x"],
        "body": ["a&cc=b#c\r\n%0D%0Ad"],
    }


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\x0b", "\x85", "\u2028"])
def test_no_header_is_injected_through_name_or_subject(end):
    evil = f"Ann{end}Bcc: all@works.example"

    mail = message_from_bytes(
        eml((evil, "robin@second-look.example"), (evil, "ann@works.example"), evil, "Hello"),
        policy=default,
    )

    assert sorted(mail.keys()) == sorted(
        ["X-Unsent", "From", "To", "Subject", "Content-Type", "Content-Transfer-Encoding",
         "MIME-Version"]
    )  # fmt: skip
    assert mail["Subject"] == "Ann Bcc: all@works.example"
    assert [a.addr_spec for a in mail["To"].addresses] == ["ann@works.example"]


def test_mail_file_holds_the_letter_as_written():
    body = "Grüße\n.\nFrom Łódź\n" + "long " * 300 + "😀"

    mail = message_from_bytes(
        eml(ROBIN, ("Ann", "ann@works.example"), "Für Sie", body), policy=default
    )

    assert mail.get_content().replace("\r\n", "\n") == body + "\n"
    assert (mail["Subject"], mail["X-Unsent"]) == ("Für Sie", "1")


A_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=400)


def head(mail, name):
    """That header as mail programs read it: Python's own newer reader splits long names."""
    return str(make_header(decode_header(mail[name])))


@settings(max_examples=60, deadline=None)
@given(name=st.text("abcüŁ名🧪 ,.;:<>()@\"\\'", max_size=120), body=A_TEXT, subject=A_TEXT)
def test_mail_file_reads_back_as_it_was_written(name, body, subject):
    subject = subject.replace("=?", "")  # which says of itself that it is encoded
    written = eml(ROBIN, (name, "ann@works.example"), subject, body)
    mail = message_from_bytes(written, policy=compat32)

    said, address = parseaddr(mail["To"])
    assert (str(make_header(decode_header(said))), address) == (one_line(name), "ann@works.example")
    assert head(mail, "Subject") == one_line(subject)
    assert mail.get_payload(decode=True).decode().removesuffix("\r\n").splitlines() == (
        body.splitlines()
    )
    assert max(map(len, written.split(b"\r\n"))) <= 998


def test_mail_file_writes_a_foreign_domain_plainly_and_leaves_out_what_is_no_address():
    to = [("Jörg", "joerg@bücher.example"), ("Ann", '"\\\x01"@works.example'), ("Ben", "ben")]

    mails = [message_from_bytes(eml(ROBIN, one, "Hi", "Hi"), policy=default) for one in to]

    assert [mail["To"] and mail["To"].addresses[0].addr_spec for mail in mails] == [
        "joerg@xn--bcher-kva.example", None, None,
    ]  # fmt: skip


def test_mail_file_without_an_address_has_no_recipient():
    mail = message_from_bytes(eml(ROBIN, ("Ann", ""), "Thanks", "Hi"), policy=default)

    assert mail["To"] is None


def test_names_are_listed_in_words():
    assert names_in_words(["Ann"]) == "Ann"
    assert names_in_words(["Ann", "Ben", "Cy"]) == "Ann, Ben and Cy"

"""Letters as text: filling a template, what two letters share, the ways out."""

from email import message_from_bytes
from email.policy import default
from urllib.parse import parse_qs, urlsplit

import pytest

from interviews.letters import LONGEST_MAILTO, eml, fill, mailto, names_in_words, shared_runs

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


def test_mail_program_gets_the_whole_letter_while_it_is_short():
    address, whole = mailto("ann+hr@works.example", "You & I", "One\nTwo = 2")

    parts = urlsplit(address)
    assert (parts.scheme, parts.path, whole) == ("mailto", "ann%2Bhr@works.example", True)
    assert parse_qs(parts.query) == {"subject": ["You & I"], "body": ["One\r\nTwo = 2"]}


def test_mail_program_gets_no_part_of_a_long_letter():
    address, whole = mailto("ann@works.example", "Thank you", "ü" * LONGEST_MAILTO)

    assert (address, whole) == ("mailto:ann@works.example?subject=Thank%20you", False)


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


def test_mail_file_without_an_address_has_no_recipient():
    mail = message_from_bytes(eml(ROBIN, ("Ann", ""), "Thanks", "Hi"), policy=default)

    assert mail["To"] is None


def test_names_are_listed_in_words():
    assert names_in_words(["Ann"]) == "Ann"
    assert names_in_words(["Ann", "Ben", "Cy"]) == "Ann, Ben and Cy"

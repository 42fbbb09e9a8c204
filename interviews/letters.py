"""Thank-you letters as text: drafting from a template, what two have in common, the ways out.

Pure: rows of the database become plain texts before they come here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import quote

LONGEST_RUN = 8  # words that two letters may not share
SHORTEST_FRAME = 4  # words in a row that are taken for the template's
LONGEST_MAILTO = 1_900  # characters; what mail programs and systems hand over without cutting
PLACEHOLDER = re.compile(r"\{(\w+)\}")
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
BLANK_LINES = re.compile(r"\n{3,}")


def fill(template: str, fields: Mapping[str, str]) -> str:
    """The template with its placeholders filled; one that nobody knows stays as it is.

    A paragraph whose placeholder is empty goes, with the blank line after it.
    """
    text = PLACEHOLDER.sub(lambda found: fields.get(found[1], found[0]), template)
    return BLANK_LINES.sub("\n\n", text.replace("\r\n", "\n")).strip()


def with_passage(body: str, frame: str, passage: str) -> str:
    """The letter with one paragraph more, before its last sentences and the signature."""
    last = [paragraph for paragraph in frame.split("\n\n") if paragraph and paragraph in body][-2:]
    if not last:
        return f"{body}\n\n{passage}"
    before, after = body.rsplit(last[0], 1)
    return f"{before}{passage}\n\n{last[0]}{after}"


def one_line(text: str) -> str:
    """Without line breaks of any kind, so that it can stand in the head of a mail."""
    return " ".join(text.split())


# What two letters have in common


@dataclass
class Words:
    """A letter's words in their places, and which of them are its template's or signature's."""

    text: str
    frame: str
    words: list[str] = field(init=False)
    spans: list[tuple[int, int]] = field(init=False)
    own: list[bool] = field(init=False)
    runs: dict[tuple[str, ...], int] = field(init=False)

    def __post_init__(self) -> None:
        found = list(WORD.finditer(self.text))
        self.words = [word[0].casefold() for word in found]
        self.spans = [word.span() for word in found]
        known = {run for part in self.frame.split("\n\n") for run in short_runs(part)}
        self.own = [True] * len(self.words)
        self.disown_paragraphs()
        for i in range(len(self.words) - SHORTEST_FRAME + 1):
            if tuple(self.words[i : i + SHORTEST_FRAME]) in known:
                self.own[i : i + SHORTEST_FRAME] = [False] * SHORTEST_FRAME
        self.runs = self.own_runs()

    def disown_paragraphs(self) -> None:
        """What stands in the frame as a whole is no own, however short: a greeting, a name."""
        whole = {tuple(words_of(part)) for part in self.frame.split("\n\n")}
        at = 0
        for part in self.text.split("\n\n"):
            words = tuple(words_of(part))
            if words in whole:
                self.own[at : at + len(words)] = [False] * len(words)
            at += len(words)

    def own_runs(self) -> dict[tuple[str, ...], int]:
        """Each run of its own words that is just too long to share, with where it begins."""
        starts = range(len(self.words) - LONGEST_RUN + 1)
        return {
            tuple(self.words[i : i + LONGEST_RUN]): i
            for i in reversed(starts)
            if all(self.own[i : i + LONGEST_RUN])
        }

    def shared_with(self, other: Words) -> list[str]:
        """The passages of this letter, as written, that the other one has word by word too."""
        starts = sorted(i for run, i in self.runs.items() if run in other.runs)
        stretches: list[tuple[int, int]] = []
        for start in starts:
            if stretches and start < stretches[-1][1]:
                stretches[-1] = (stretches[-1][0], start + LONGEST_RUN)
            else:
                stretches.append((start, start + LONGEST_RUN))
        return [one_line(self.text[self.spans[a][0] : self.spans[b - 1][1]]) for a, b in stretches]


def words_of(text: str) -> list[str]:
    return [word.casefold() for word in WORD.findall(text)]


def short_runs(paragraph: str) -> Iterator[tuple[str, ...]]:
    """The shortest runs of words by which a template is recognised."""
    words = words_of(paragraph)
    for i in range(len(words) - SHORTEST_FRAME + 1):
        yield tuple(words[i : i + SHORTEST_FRAME])


def shared_runs(letters: Mapping[str, tuple[str, str]]) -> dict[str, list[tuple[str, str]]]:
    """For each key its (passage, key of the letter that has it too), from {key: (text, frame)}.

    A passage is a run of `LONGEST_RUN` words or more outside of template and signature; letters
    without one are left out.
    """
    read = {key: Words(text, frame) for key, (text, frame) in letters.items()}
    found = {
        key: [
            (passage, other)
            for other, theirs in read.items()
            if other != key
            for passage in words.shared_with(theirs)
        ]
        for key, words in read.items()
    }
    return {key: shared for key, shared in found.items() if shared}


# The ways out


def mailto(address: str, subject: str, body: str) -> tuple[str, bool]:
    """The address that opens a mail program, and whether the body had room in it."""
    head = f"mailto:{quote(address, safe='@')}?subject={quote(one_line(subject))}"
    lines = body.replace("\r\n", "\n").split("\n")
    whole = f"{head}&body={quote(chr(10).join(lines)).replace('%0A', '%0D%0A')}"
    return (whole, True) if len(whole) <= LONGEST_MAILTO else (head, False)


def eml(sender: tuple[str, str], to: tuple[str, str], subject: str, body: str) -> bytes:
    """A mail to open in a mail program and send from there; `to` may lack its address.

    Names and addresses come as (name, address). Nothing in them can begin a header of its own.
    """
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    for head, person in (("From", sender), ("To", to)):
        if box := mailbox(*person):
            message[head] = box
    message["Subject"] = one_line(subject)
    message.set_content(body.replace("\r\n", "\n") + "\n", cte="quoted-printable")
    return message.as_bytes()


def mailbox(name: str, address: str) -> Address | None:
    """Who a mail is from or to; None where the address is none that a mail's head can hold."""
    local, at, domain = one_line(address).rpartition("@")
    if not at:
        return None
    try:
        spec = f"{local}@{domain if domain.isascii() else domain.encode('idna').decode()}"
        return Address(display_name=one_line(name), addr_spec=spec)
    except ValueError:  # of the address's grammar, or a domain that has no plain form
        return None


def names_in_words(names: Iterable[str]) -> str:
    """“Ann, Ben and Cy”."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last

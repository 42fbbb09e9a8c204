"""Lines with the times, dates and labels that are found in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from interviews.agenda import dates, times
from interviews.agenda.messages import Line
from interviews.agenda.names import find
from interviews.agenda.phrases import is_activity, is_department, is_job, is_place
from interviews.agenda.plain import folded
from interviews.agenda.times import Span
from interviews.agenda.vocabulary import mail
from interviews.agenda.vocabulary.people import label_of

_LABELLED = re.compile(
    r"^\s*(?:[-•*▪·–]\s*)?[*_]{0,2}(?P<label>[^\W\d_][\w ./()&'’:*-]{0,40}?)[*_]{0,2}(?:\s{0,20}[:：]|\s?\t|\s{2,}(?=\S))[*_]{0,2}\s*(?P<value>.*)$"
)


BULLET = re.compile(
    r"^\s*(?:[-•*▪·–►❖●○◦‣+→✓☐□]|[^\w\s\"'(\[]{1,2}(?=\s)|\(?\d{1,2}[.)](?=\s)|\(?[a-h]\)(?=\s))\s*"
)


_SENTENCE = re.compile(r"[a-zà-ÿ,;]\s+\S+.*[.!?…]\s*$")


_STOPS = re.compile(r"[a-zß-ÿ)][.!?]\s+[^\W\d_a-zß-ÿ]")


_SIGN_OFF = re.compile(
    rf"^(?:{'|'.join(re.escape(phrase) for phrase in sorted(mail.SIGN_OFFS, key=len, reverse=True))})\b[^.]{{0,40}}$"
)


_GREETING = re.compile(
    rf"^(?:{'|'.join(sorted(mail.GREETINGS, key=len, reverse=True))})\b.{{0,60}}$"
)


CHATTER = re.compile(
    r"\b(?:please|bitte|kindly|let me know|feel free|call me|text me|if you|falls sie|wenn sie|veuillez|merci de|n'hesitez|gelieve|indien|por favor|rogamos|si necesita|per favore|se hai|por favor|open(?:s|ing hours)?|oeffnungszeiten|"
    r"offnungszeiten|geoffnet|ouvert|geopend|abierto|aperto|aberto|oppet|abent|office hours|reachable|erreichbar|joignable|bereikbaar|questions|ruckfragen|i work|arbeite|parking|parken|trains?|zuge|trenes|treni|comboio|tag)\b"
)


@dataclass
class Entry:
    """A line with what was found in it."""

    line: Line
    spans: list[Span] = field(default_factory=list)
    mentions: list[dates.DateMention] = field(default_factory=list)
    label: str | None = None
    value: str = ""

    @property
    def text(self) -> str:
        return self.line.text

    @property
    def leads(self) -> bool:
        return bool(self.spans) and self.spans[0].leads

    @property
    def is_prose(self) -> bool:
        return is_prose(self.text)


def is_prose(text: str) -> bool:
    """Whether the line is written in sentences."""
    text = text.strip()
    if len(text) < 40 or len(text.split()) < 7:
        return False
    lower = sum(word[:1].islower() for word in text.split())
    if len(text) > 200 and lower >= 0.4 * len(text.split()) and len(_STOPS.findall(text)) >= 2:
        return True  # German has many capitals
    return lower >= 0.5 * len(text.split()) and (bool(_SENTENCE.search(text)) or len(text) > 110)


def is_sign_off(text: str) -> bool:
    return bool(_SIGN_OFF.match(folded(text).strip(" ,.!*"))) and len(text.split()) <= 7


def is_greeting(text: str) -> bool:
    return bool(_GREETING.match(folded(text).strip())) and not times.spans(text)


def entry_of(line: Line) -> Entry:
    """The line with its times and dates."""
    mentions = dates.mentions(line.text)
    taken = [(mention.begin, mention.finish) for mention in mentions]
    entry = Entry(line, times.spans(line.text, taken), mentions)
    match = _LABELLED.match(line.text)
    if match:
        label = label_of(match["label"])
        if label == "title" and match["value"] and not is_job(match["value"]):
            label = "topic"
        if label is None and is_list_of_names(match["label"], match["value"]):
            label = "people"
        if label and (match["value"] or label in ("people", "place", "topic")):
            entry.label, entry.value = label, match["value"]
    if entry.spans and not entry.spans[0].leads:
        entry.spans[0] = _leading(entry)
    return entry


_JOINTS = re.compile(
    r"\s*(?:,|;|/|&|\+|·|\b(?:and|und|et|en|y|e|i|og|och|oraz|sowie|with|med|m)\b|\([^()]{0,60}\))\s*",
    re.IGNORECASE,
)


def is_list_of_names(label: str, value: str) -> bool:
    """Whether nothing but names follows a label that no list has: "Assistem: Marta Roca, Pau Ferrer"."""
    if not 4 < len(value) < 160 or len(label.split()) > 3 or find(label) or is_activity(label):
        return False
    found = find(value)
    if not found or any(name.sureness < 2 for name in found) or found[0].sureness < 3:
        return False
    rest = value
    for name in reversed(found):
        rest = rest[: name.begin] + "," + rest[max(name.finish, name.degrees_until) :]
    return not re.search(r"\w", _JOINTS.sub(" ", rest)) and is_lonely(label)


def is_lonely(label: str) -> bool:
    """Whether a label is a word or two that say nothing that is done, and no job or place."""
    return not (is_job(label) or is_place(label) or is_department(label))


def _leading(entry: Entry) -> Span:
    """The first time leads too if only a bullet, a date or a time's label stands before it."""
    span = entry.spans[0]
    before = entry.text[: span.begin]
    for mention in entry.mentions:
        if mention.finish <= span.begin:
            before = (
                before[: mention.begin]
                + " " * (mention.finish - mention.begin)
                + before[mention.finish :]
            )
    before = BULLET.sub("", before, count=1)
    plain = folded(before).strip(" \t:,;.-–—|*_()[]#>@")
    plain = re.sub(
        r"^(?:then|and then|dann|danach|puis|luego|daarna|poi|depois|sedan|um|at|kl|klokken|alle|a las|om|as|a|der|den|le|on|am|from|ca|gegen)$",
        "",
        plain,
    )
    words = plain.split()
    named = dates.weekdays(before)
    is_label = (
        label_of(plain) == "time"
        or plain in ("day", "tag")
        or bool(
            re.fullmatch(
                r"(?:slot|day|tag|session|round|jour|dag|dia|part|item|block|runde)?\s?#?\d{0,2}",
                plain,
            )
        )
    )
    if not words or is_label or (named and len(words) <= 2):
        return Span(span.start, span.end, span.begin, span.finish, span.zone, True, span.after_at)
    return span

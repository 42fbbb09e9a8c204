"""A mail as it is saved: its head, and the part of it that is to be read."""

from __future__ import annotations

import email
import email.policy
import re
from email.message import EmailMessage

from interviews.agenda.plain import decoded

_HEAD = re.compile(rb"^(?:mime-version|content-type):", re.IGNORECASE | re.MULTILINE)
_SHOWN = ("From", "To", "Cc", "Date", "Subject")


def body(source: bytes) -> str | None:
    """The text of a saved mail, its calendar if it brings one, or None if it is no mail."""
    head = source[:8000].split(b"\n\n")[0].split(b"\r\n\r\n")[0]
    if not _HEAD.search(head) or not re.match(rb"\s*[A-Za-z-]{2,40}:", source[:200]):
        return None
    try:
        mail = email.message_from_bytes(source, policy=email.policy.default)
        part = _part(mail)
        if part is None:
            return None
        text = _content(part)
        shown = "\n".join(f"{name}: {mail[name]}" for name in _SHOWN if mail[name])
    except (
        LookupError,
        ValueError,
        TypeError,
        AttributeError,
        AssertionError,
        RecursionError,
        IndexError,
    ):
        return None
    return text if part.get_content_type() == "text/calendar" else f"{shown}\n\n{text}"


def _part(mail: EmailMessage) -> EmailMessage | None:
    kinds = ("text/calendar", "text/html", "text/plain")
    parts = [
        part
        for number, part in enumerate(mail.walk())
        if number < 100 and isinstance(part, EmailMessage)
    ]
    for kind in kinds:
        for part in parts:
            if part.get_content_type() == kind and not part.is_multipart():
                return part
    return None


def _content(part: EmailMessage) -> str:
    try:
        return str(part.get_content())
    except (LookupError, UnicodeError):
        raw = part.get_payload(decode=True)
        return decoded(raw) if isinstance(raw, bytes) else str(part.get_payload())

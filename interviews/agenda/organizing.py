"""Who arranges the events of a calendar, and for which employer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from interviews.agenda import employer, events, names
from interviews.agenda.attendees import organizer
from interviews.agenda.drafts import PersonDraft
from interviews.agenda.events import Component
from interviews.agenda.plain import squeezed


def source(
    root: Component, found: Sequence[Component], described: Sequence[str]
) -> employer.Source:
    """Where a calendar may name the employer."""
    summaries = [squeezed(event.text("SUMMARY")) for event in found[:20]]
    lines = [line.strip() for text in described[:20] for line in text.split("\n") if line.strip()]
    return employer.Source(
        subject=summaries[0] if summaries else "",
        sender=next((sender(event) for event in found if event.first("ORGANIZER")), ""),
        opening=[
            squeezed(events.value_of(root, "X-WR-CALNAME")),
            *(squeezed(event.text("LOCATION")) for event in found[:1]),
            *lines[:8],
        ],
        signature=lines[-6:],
        text="\n".join([*summaries, *lines[:400]]),
    )


def sender(event: Component) -> str:
    """The organizer of an event as a mail names its sender."""
    found = event.first("ORGANIZER")
    if found is None:
        return ""
    address = re.sub(r"^\s*mailto:", "", found.value, flags=re.IGNORECASE).strip()
    return f"{found.parameters.get('CN', '').strip(chr(34))} <{address[:254]}>"


def coordinator(found: Sequence[Component]) -> PersonDraft | None:
    """The organizer, if it is a person."""
    for event in found:
        name = organizer(event)
        if name and any(match.sureness > 1 and match.name == name for match in names.find(name)):
            address = re.search(r"<([^<>\s]+@[^<>\s]+)>", sender(event))
            return PersonDraft(name=name, email=address[1] if address else None)
    return None

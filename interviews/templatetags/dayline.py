"""The lines of words of a meeting on the day line: as templates they took half of its time."""

from __future__ import annotations

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from interviews.dayline import LineRow
from interviews.models.line import LinePerson

register = template.Library()

UNKNOWN = SafeString('<span>title unknown</span> <span class="pill warn">ask who this is</span>')
ABSENT = SafeString(' <span class="pill plain">absent</span>')
NOTE = SafeString("<span>note written</span>")
IN_TIME = ("now", "next")  # badges that a script keeps right while the page is open


@register.filter
def who(people: list[LinePerson]) -> SafeString:
    """Everyone of a meeting with their title; who is not known is asked for."""
    return format_html_join(
        SafeString(" · "),
        "<b>{}</b> {}{}",
        (
            (
                person.name,
                format_html("<span>{}</span>", person.title) if person.title else UNKNOWN,
                ABSENT if person.absent else "",
            )
            for person in people
        ),
    )


@register.filter
def where(row: LineRow) -> SafeString:
    """Place and kind, what is special about it, and whether there is a note."""
    words = [('<span dir="auto">{}</span>', word) for word in row.where]
    words += [
        (
            '<span class="pill" data-badge>{}</span>'
            if b in IN_TIME
            else '<span class="pill">{}</span>',
            b,
        )
        for b in row.badges
    ]
    lines = [format_html(html, word) for html, word in words]
    return SafeString("".join([*lines, NOTE] if row.has_note else lines))

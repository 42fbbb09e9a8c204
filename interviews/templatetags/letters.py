"""What the pages of letters look up."""

from __future__ import annotations

from django import template

from interviews.models import Interviewer

register = template.Library()


@register.filter
def of_person(shared: dict[str, list[tuple[str, str]]], person: Interviewer) -> list:
    """The passages that this person's letter shares, each with whose letter it is too."""
    return shared.get(str(person.pk), [])

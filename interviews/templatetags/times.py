"""Dates and times for templates, in the words of `interviews.when`."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django import template
from django.utils import timezone

from interviews import dayline, when
from interviews.models import InterviewDay

register = template.Library()


@register.filter
def visit_dates(day: InterviewDay) -> str:
    """A visit's dates: “Tue 24 Nov”."""
    today = timezone.now().astimezone(day.zone).date()
    return when.dates_name(day.date, day.last_date, today)


@register.filter
def visit_distance(day: InterviewDay) -> str:
    """How far away a visit is: “tomorrow”."""
    today = timezone.now().astimezone(day.zone).date()
    if day.last_date and day.date <= today <= day.last_date:
        return "today"
    return when.distance(day.date, today)


@register.filter
def day_name(day: date) -> str:
    """“Tue 24 Nov”, with the year where it is not this one."""
    return when.day_name(day, timezone.now().date())


@register.filter
def distance(day: date, today: date) -> str:
    """“in 3 days”, “2 weeks ago”."""
    return when.distance(day, today)


@register.filter
def long_date(moment: datetime, zone: ZoneInfo) -> str:
    """“24 November 2026” in that zone, as a letter has it."""
    local = moment.astimezone(zone)
    return f"{local.day} {local:%B %Y}"


@register.filter
def clock(moment: datetime | None, zone: ZoneInfo) -> str:
    """“14:32” in that zone; nothing for nothing."""
    return f"{moment.astimezone(zone):%H:%M}" if moment else ""


@register.filter
def stamp(moment: datetime, zone: ZoneInfo) -> str:
    """“14:32” today, else with the date."""
    return when.stamp(moment, zone, timezone.now())


@register.filter
def instant(moment: datetime) -> str:
    """A moment as scripts read it."""
    return dayline.instant(moment)


@register.filter
def until(moment: datetime) -> str:
    """“in 12 minutes”."""
    return when.span(int((moment - timezone.now()).total_seconds() // 60))


@register.filter
def zone_place(zone: str) -> str:
    """“New York” of America/New_York."""
    return when.place_of(zone)

"""The time zone that an agenda means: it prints “PT” or “CEST” where we need a place."""

from __future__ import annotations

import datetime as dt
import re
from zoneinfo import ZoneInfo

from interviews.models.time_zone import time_zone_names

# For each label the zone of the place that most often prints it.
LABELS = {
    "America/Los_Angeles": "pt pst pdt pacific",
    "America/Denver": "mt mst mdt mountain",
    "America/Chicago": "ct cst cdt central",
    "America/New_York": "et est edt eastern",
    "America/Halifax": "ast adt atlantic",
    "America/Anchorage": "akst akdt alaska",
    "Pacific/Honolulu": "hst hawaii",
    "America/Sao_Paulo": "brt",
    "Europe/London": "bst uk london british",
    "UTC": "utc gmt z",
    "Europe/Dublin": "irish",
    "Europe/Lisbon": "wet west",
    "Europe/Berlin": "cet cest mez mesz hec hnec met",
    "Europe/Athens": "eet eest oez oesz",
    "Europe/Moscow": "msk",
    "Europe/Istanbul": "trt",
    "Africa/Johannesburg": "sast",
    "Africa/Lagos": "wat",
    "Africa/Nairobi": "eat",
    "Asia/Dubai": "gst",
    "Asia/Kolkata": "ist india",
    "Asia/Singapore": "sgt",
    "Asia/Hong_Kong": "hkt",
    "Asia/Tokyo": "jst japan",
    "Asia/Seoul": "kst korea",
    "Australia/Sydney": "aest aedt sydney",
    "Australia/Adelaide": "acst acdt",
    "Australia/Perth": "awst",
    "Pacific/Auckland": "nzst nzdt",
}
ZONE_OF = {label: zone for zone, labels in LABELS.items() for label in labels.split()}


def zone_meant(label: str | None, own: str, on: dt.date | None) -> str | None:
    """The IANA name behind what is printed; None where nothing is, or nobody knows it.

    `own` is the user's zone: where its clocks show what the label says on that date, it is meant.
    """
    if not label:
        return None
    if label in time_zone_names():
        return label
    words = re.findall(r"[a-z]+", label.lower())
    found = next((ZONE_OF[word] for word in words if word in ZONE_OF), None)
    if "central european" in label.lower():
        found = "Europe/Berlin"
    if found is None:
        return None
    noon = dt.datetime.combine(on or dt.date(2026, 1, 15), dt.time(12))
    here = noon.replace(tzinfo=ZoneInfo(own)).utcoffset()
    return own if here == noon.replace(tzinfo=ZoneInfo(found)).utcoffset() else found

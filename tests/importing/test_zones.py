from datetime import date

import pytest

from interviews.importing.zones import zone_meant

SUMMER, WINTER = date(2026, 7, 1), date(2026, 1, 15)


@pytest.mark.parametrize(
    ("label", "own", "on", "meant"),
    [
        ("PT", "Europe/London", SUMMER, "America/Los_Angeles"),
        ("Pacific (PDT)", "Europe/London", SUMMER, "America/Los_Angeles"),
        ("CEST", "Europe/Paris", SUMMER, "Europe/Paris"),
        ("CEST", "Europe/London", SUMMER, "Europe/Berlin"),
        ("Central European Time", "Europe/London", None, "Europe/Berlin"),
        ("GMT", "Europe/London", WINTER, "Europe/London"),
        ("GMT", "America/New_York", WINTER, "UTC"),
        ("Asia/Tokyo", "Europe/London", SUMMER, "Asia/Tokyo"),
        ("local time", "Europe/London", SUMMER, None),
        ("", "Europe/London", SUMMER, None),
        (None, "Europe/London", None, None),
    ],
)
def test_zone_behind_a_label_is_ones_own_where_the_clocks_agree(label, own, on, meant):
    assert zone_meant(label, own, on) == meant

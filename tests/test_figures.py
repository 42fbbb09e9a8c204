"""One's own figures."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from interviews.figures import figures_of
from tests.factories import CompanyFactory, DayFactory, a_day


def a_past_visit(owner, name, outcome="waiting", heard=None, industry="", **fields):
    day = a_day(owner, name, date=date(2026, 3, 2), **fields)
    application = day.application
    application.outcome = outcome
    application.heard_on = day.date + timedelta(heard) if heard is not None else None
    application.company.industry = industry
    application.company.save()
    application.save()
    return day


def test_figures_count_answers_by_application_and_visits_by_visit(alice, mallory):
    a_past_visit(alice, "A", "offer", 10, "Steel")
    twice = a_past_visit(alice, "B", "rejected", 20, "Steel")
    DayFactory(application=twice.application, date=date(2026, 3, 9))
    a_past_visit(alice, "C", industry="Glass")
    a_past_visit(alice, "D", "withdrawn", 200, "Glass")
    a_past_visit(alice, "E", "no_reply", 300, "Glass")
    a_past_visit(alice, "Off", status="cancelled")
    a_past_visit(mallory, "Theirs", "offer", 1)
    sample = a_past_visit(alice, "Sample", "offer", 1)
    sample.application.company.is_sample = True
    sample.application.company.save()

    figures = figures_of(alice)

    assert (figures.visits, figures.answered, figures.offers) == (6, 2, 1)
    assert (figures.rejections, figures.waiting) == (1, 1)
    assert (figures.withdrawn, figures.silent) == (1, 1)
    assert figures.days == 12  # of 10 and, after the second visit, 13
    assert figures.industries == (("Glass", 3, 0, 0), ("Steel", 2, 1, 0))
    assert figures.share == 50


def test_share_is_said_from_five_visits_on(alice):
    for n in range(5):
        a_past_visit(alice, f"C{n}", "offer" if n < 2 else "rejected", 3)

    assert figures_of(alice).share == 40


@pytest.mark.parametrize(
    ("visits", "outcome", "words"),
    [
        (1, "offer", "Fewer than five visits"),
        (4, "offer", "Fewer than five visits"),
        (5, "offer", "100 %</b> of your answers were an offer: 5 of 5."),
        (5, "waiting", "Nobody has answered yet"),
        (40, "rejected", "0 %</b> of your answers were an offer: 0 of 40."),
    ],
)
def test_history_shows_figures_beside_the_one_source(alice, client_of, visits, outcome, words):
    for n in range(visits):
        a_past_visit(alice, f"C{n}", outcome, 3)

    html = client_of(alice).get(reverse("history")).content.decode()

    assert words in html
    assert html.count("Fewer than five visits") == (visits < 5)
    assert "depending on the industry" in html


def test_sample_visits_count_until_there_are_others(alice):
    sample = a_past_visit(alice, "Sample", "offer", 1)
    sample.application.company.is_sample = True
    sample.application.company.save()
    assert (figures_of(alice).invented, figures_of(alice).offers) == (True, 1)

    a_past_visit(alice, "Mine", "rejected", 1)

    assert (figures_of(alice).invented, figures_of(alice).offers) == (False, 0)


def test_history_of_a_new_user_has_no_figures(alice, client_of):
    CompanyFactory(owner=alice)
    assert "My own figures" not in client_of(alice).get(reverse("history")).content.decode()

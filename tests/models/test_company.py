"""Companies: their names, what one takes over from another, what is counted."""

import pytest
from django.db import IntegrityError

from interviews.models import Company
from interviews.models.trash import broken_rule
from tests.factories import ApplicationFactory, CompanyFactory, InterviewerFactory


@pytest.mark.parametrize("name", ["MARRABLE", "marrable"])
def test_a_name_is_there_once_whatever_its_letters(alice, name):
    CompanyFactory(owner=alice, name="Marrable")
    with pytest.raises(IntegrityError) as raised:
        CompanyFactory(owner=alice, name=name)
    assert broken_rule(raised.value) == "company_name_unique"


@pytest.mark.parametrize(
    ("name", "asked"), [("İstanbul", "istanbul"), ("ÄRGER", "ärger"), ("a%", "A%")]
)
def test_a_company_is_found_by_the_letters_that_the_rule_compares(alice, name, asked):
    company = CompanyFactory(owner=alice, name=name)
    assert list(Company.objects.visible_to(alice).named(asked)) == [company]


def test_a_name_is_no_pattern(alice):
    CompanyFactory(owner=alice, name="Marrable")
    assert Company.objects.visible_to(alice).named("M%").count() == 0


def test_a_blank_name_is_refused(alice):
    with pytest.raises(IntegrityError) as raised:
        CompanyFactory(owner=alice, name="")
    assert broken_rule(raised.value) == "company_name_not_blank"


def test_absorbing_joins_what_both_have_written(alice):
    fields = {"industry": "", "location": "Leeds", "about": "Pumps", "culture": "Kind"}
    other = {"industry": "Pipes", "location": "York", "about": "Pumps", "culture": "Quick"}
    kept, gone = CompanyFactory(owner=alice, **fields), CompanyFactory(owner=alice, **other)
    application, person = ApplicationFactory(company=gone), InterviewerFactory(company=gone)
    kept.absorb(gone)
    kept.refresh_from_db()
    assert (kept.industry, kept.location) == ("Pipes", "Leeds")
    assert (kept.about, kept.culture) == ("Pumps\n\nYork", "Kind\n\nQuick")
    assert (kept.applications.get(), kept.people.get()) == (application, person)
    assert list(Company.objects.all()) == [kept]


def test_counts_are_of_live_rows(alice):
    company, empty = CompanyFactory(owner=alice, name="A"), CompanyFactory(owner=alice, name="B")
    ApplicationFactory.create_batch(2, company=company)
    InterviewerFactory.create_batch(3, company=company)
    ApplicationFactory(company=company).trash(company.created_at)
    counted = {c: (c.application_count, c.person_count) for c in Company.objects.with_counts()}
    assert counted == {company: (2, 3), empty: (0, 0)}

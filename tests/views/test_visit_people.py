"""Who is who on a visit's page."""

from django.urls import reverse

from interviews.models import Role
from tests.factories import InterviewerFactory, a_meeting


def test_coordinator_is_shown_with_a_number_to_tap(alice, client_of):
    meeting = a_meeting(alice)
    ruth = InterviewerFactory(
        company=meeting.day.application.company,
        name="Ruth Adeyemi",
        phone="+44 (0)113 496 0100",
        email="ruth@example.org",
    )
    Role.objects.create(
        owner=alice, application=meeting.day.application, person=ruth, role=Role.Kind.COORDINATOR
    )

    page = client_of(alice).get(reverse("visit-detail", args=[meeting.day_id])).content.decode()

    assert "<h2>Coordinator</h2>" in page
    assert '<a href="tel:+441134960100">+44 (0)113 496 0100</a>' in page
    assert '<a href="mailto:ruth@example.org">ruth@example.org</a>' in page

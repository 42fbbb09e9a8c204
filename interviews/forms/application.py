"""Forms for an application: what it is for and what came of it, and who is what for it."""

from __future__ import annotations

from collections.abc import Iterator

from django import forms
from django.db import models, transaction
from django.http import QueryDict

from interviews.forms.base import OUT_OF_RANGE, DateInput
from interviews.forms.careful import CarefulForm
from interviews.models import Application, Interviewer, Role, User


class ApplicationForm(CarefulForm):
    """A position, and what came of it."""

    class Meta:
        model = Application
        fields = ["position", "job_description", "outcome", "heard_on"]
        labels = {"heard_on": "Heard on", "job_description": "Job description"}
        help_texts = {
            "job_description": "Paste it here: advertisements disappear.",
            "heard_on": "The date on which they told you.",
        }
        error_messages = {"position": {"required": "Which position is it for?"}}
        widgets = {
            "heard_on": DateInput,
            "job_description": forms.Textarea(attrs={"rows": 10}),
        }

    constraint_messages = {
        "application_position_not_blank": ("position", "Which position is it for?"),
        "application_heard_on_range": ("heard_on", OUT_OF_RANGE),
        "application_decision_needs_offer": (
            "outcome",
            "You have decided about an offer here: take that decision back first.",
        ),
    }

    def clean_position(self) -> str:
        return " ".join(self.cleaned_data["position"].split())


class RolesForm(forms.Form):
    """What each person is for an application, all of it at once.

    `shown` in the data names the people that the page had: the roles of others stay as they are.
    """

    def __init__(
        self,
        data: QueryDict | None,
        *,
        application: Application,
        people: models.QuerySet[Interviewer],
        user: User,
    ) -> None:
        super().__init__(data)
        self.shown = set(data.getlist("shown")) if data else set()
        self.application, self.user = application, user
        self.people = {person.pk: person for person in people}
        roles = Role.objects.visible_to(user).filter(application=application)
        self.roles = {(role.person_id, role.role): role.pk for role in roles}
        for person in self.people.values():
            self.fields[self.name_of(person)] = forms.MultipleChoiceField(
                label=person.name,
                choices=Role.Kind.choices,
                required=False,
                widget=forms.CheckboxSelectMultiple,
                initial=[kind for key, kind in self.roles if key == person.pk],
            )

    @staticmethod
    def name_of(person: Interviewer) -> str:
        return f"roles-{person.pk}"

    def rows(self) -> Iterator[tuple[Interviewer, forms.BoundField, str]]:
        """Each person with their checkboxes, and what they are so far in words."""
        for person in self.people.values():
            bound = self[self.name_of(person)]
            chosen = set(bound.value() or ())
            yield person, bound, ", ".join(str(k.label) for k in Role.Kind if k.value in chosen)

    @transaction.atomic
    def save(self) -> None:
        """Make the roles of the people on the page those that are ticked."""
        shown = {key for key in self.people if str(key) in self.shown}
        ticked = {
            (key, kind)
            for key in shown
            for kind in self.cleaned_data[self.name_of(self.people[key])]
        }
        gone = [
            pk
            for (key, kind), pk in self.roles.items()
            if key in shown and (key, kind) not in ticked
        ]
        Role.objects.visible_to(self.user).filter(pk__in=gone).delete()
        Role.objects.bulk_create(
            [
                Role(owner=self.user, application=self.application, person_id=key, role=kind)
                for key, kind in sorted(ticked - self.roles.keys())
            ],
            ignore_conflicts=True,
        )

"""What a thank-you letter begins as; the templates are the user's to change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.urls import reverse

from interviews.models.owned import Owned, OwnedQuerySet
from interviews.models.text import LongTextField

if TYPE_CHECKING:
    from interviews.models.user import User

LONGEST_LETTER = 20_000  # characters

# Name, for whom, subject, what comes before what was talked about, and what comes after it.
DEFAULT_TEMPLATES = (
    (
        "Head of HR",
        "head_of_hr",
        "Thank you for {date}",
        (
            "thank you for the care with which you prepared {date}, and for the time that you gave"
            " me yourself. I always knew where to be and whom I was about to meet."
        ),
        (
            "I came away wanting the position of {position} more than before, and sure that I can"
            " do it well. If anything is still missing from my side, please tell me; I will send"
            " it at once."
        ),
    ),
    (
        "Potential supervisor",
        "potential_supervisor",
        "Our conversation on {date}",
        (
            "thank you for our conversation on {date}. It gave me a clear picture of the work and"
            " of how you lead the people who do it."
        ),
        (
            "I would like to do this work with you as {position}. What I bring fits what you"
            " described, and I am glad to say more about any part of it."
        ),
    ),
    (
        "Head of the committee",
        "committee_head",
        "Thank you for the conversation on {date}",
        (
            "I am grateful that you and your colleagues made room for me on {date}, and for the"
            " questions: they showed me what matters at {company}."
        ),
        (
            "My interest in the position of {position} is firm, and what I heard makes me confident"
            " that I can contribute to it soon."
        ),
    ),
    (
        "Colleague",
        "anyone",
        "Thank you for your time on {date}",
        "thank you for taking the time to talk with me on {date}.",
        (
            "I would be glad to work with you at {company}, and I believe that I would do well as"
            " {position}."
        ),
    ),
    (
        "Colleague, another way",
        "anyone",
        "Good to meet you on {date}",
        "it was good to meet you on {date}; thank you for your openness.",
        (
            "Meeting you made me more certain that {position} is the work for me, and that I can be"
            " of use in it."
        ),
    ),
    (
        "Colleague, a third way",
        "anyone",
        "After our meeting on {date}",
        "I have been thinking about our meeting on {date}, and I want to thank you for it.",
        (
            "All that I saw at {company} speaks for the position of {position}; I hope to bring"
            " what it needs."
        ),
    ),
    (
        "Everyone, through the coordinator",
        "everyone",
        "Thank you to all of you for {date}",
        (
            "{date} was a full day, and a good one, thanks to everyone who made time for me. Would"
            " you pass my thanks on to {people}?"
        ),
        (
            "I would be happy to join you as {position}, and I am confident that I can do the work"
            " well."
        ),
    ),
)


class LetterTemplateQuerySet(OwnedQuerySet["LetterTemplate"]):
    def of(self, user: User) -> list[LetterTemplate]:
        """The user's own templates; the first time, they are made from the default ones."""
        rows = list(self.visible_to(user))
        if rows:
            return rows
        self.bulk_create(
            [
                LetterTemplate(
                    owner=user,
                    name=name,
                    kind=kind,
                    subject=subject,
                    body=f"Dear {{name}},\n\n{before}\n\n{{talked}}\n\n{after}",
                )
                for name, kind, subject, before, after in DEFAULT_TEMPLATES
            ],
            ignore_conflicts=True,
        )
        return list(self.visible_to(user))


class LetterTemplate(Owned):
    """What a letter begins as, with placeholders such as {name} and {talked}."""

    class Kind(models.TextChoices):
        HEAD_OF_HR = "head_of_hr", "the head of HR"
        POTENTIAL_SUPERVISOR = "potential_supervisor", "the potential supervisor"
        COMMITTEE_HEAD = "committee_head", "the head of the committee"
        ANYONE = "anyone", "anyone else"
        EVERYONE = "everyone", "the coordinator, for everyone"

    PLACEHOLDERS = ("name", "company", "position", "date", "talked", "people")

    name = models.CharField(max_length=200)
    kind = models.CharField("for", max_length=32, choices=Kind, default=Kind.ANYONE)
    subject = models.CharField(max_length=200)
    body = LongTextField(max_length=LONGEST_LETTER)

    objects = LetterTemplateQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "name"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "name"], name="letter_template_name_unique"),
            models.CheckConstraint(condition=~models.Q(name=""), name="letter_template_named"),
            models.CheckConstraint(
                condition=models.Q(
                    kind__in=[
                        "head_of_hr",
                        "potential_supervisor",
                        "committee_head",
                        "anyone",
                        "everyone",
                    ]
                ),
                name="letter_template_kind_known",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("letter-template", args=[self.pk])

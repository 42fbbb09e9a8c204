"""My questions: the bank of them, and which of them is planned, asked and answered in a meeting."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import models, transaction
from django.urls import reverse

from interviews.models.default_questions import DEFAULT_QUESTIONS
from interviews.models.meeting import Meeting
from interviews.models.owned import Owned, OwnedQuerySet, owner_key
from interviews.models.text import LongTextField, keep_both

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.contrib.auth.models import AnonymousUser

    from interviews.models.company import Application
    from interviews.models.user import User

LONGEST_QUESTION = 300  # characters
LONGEST_ANSWER = 20_000  # of several devices together; a form takes a quarter of it


class QuestionQuerySet(OwnedQuerySet["Question"]):
    def of(self, user: User) -> list[Question]:
        """The user's bank, topic by topic; the first time, it is made from the default one."""
        rows = list(self.visible_to(user))
        if not rows:
            self.bulk_create(
                [
                    Question(owner=user, topic=topic, text=text, whom=whom, when=when)
                    for topic, text, whom, when in DEFAULT_QUESTIONS
                ],
                ignore_conflicts=True,
            )
            rows = list(self.visible_to(user))
        topics = Question.Topic.values
        return sorted(rows, key=lambda row: (topics.index(row.topic), row.created_at, row.pk))

    def retire(self, at: datetime) -> int:
        """Put these away; what is planned and answered stays. Returns how many that were."""
        return self.filter(retired_at=None).update(retired_at=at, updated_at=at)

    def bring_back(self, at: datetime) -> int:
        """Take these out of retirement; returns how many that were."""
        rows = self.filter(retired_at__isnull=False)
        return rows.update(retired_at=None, updated_at=at)


class Question(Owned):
    """Something that the candidate wants to ask: one of the bank of own questions."""

    class Topic(models.TextChoices):
        SUPERVISOR = "supervisor", "Supervisor and management style"
        EXPECTATIONS = "expectations", "Expectations in the first months"
        ASSESSMENT = "assessment", "How performance is assessed"
        JOB = "job", "The job and a typical week"
        TRAINING = "training", "Training"
        CAREER = "career", "Career paths"
        TEAM = "team", "Team and colleagues"
        OPENING = "opening", "Why the post is open, and turnover"
        ORGANIZATION = "organization", "Organizational challenges"
        FINANCES = "finances", "Financial challenges"
        CULTURE = "culture", "Culture"
        SALARY = "salary", "Salary"
        BENEFITS = "benefits", "Benefits"
        GUIDELINES = "guidelines", "Employment guidelines"
        RELOCATION = "relocation", "Travel and relocation"
        NEXT_STEPS = "next_steps", "Next steps"

    class When(models.TextChoices):
        ANY_TIME = "any_time", "at any time"
        EARLY = "early", "early"
        LATE = "late", "late, towards the end"
        IF_RAISED = "if_raised", "when they raise it; else late, with HR"

    owner = owner_key(db_index=False)
    topic = models.CharField(max_length=16, choices=Topic)
    text = models.CharField("question", max_length=LONGEST_QUESTION)
    whom = models.CharField("whom it suits", max_length=200, blank=True)
    when = models.CharField("when to raise it", max_length=16, choices=When, default=When.ANY_TIME)
    retired_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "text"], name="question_text_unique"),
            models.CheckConstraint(condition=~models.Q(text=""), name="question_text_not_blank"),
            models.CheckConstraint(
                condition=models.Q(
                    topic__in=[
                        "supervisor", "expectations", "assessment", "job", "training", "career",
                        "team", "opening", "organization", "finances", "culture", "salary",
                        "benefits", "guidelines", "relocation", "next_steps",
                    ]
                ),
                name="question_topic_known",
            ),
            models.CheckConstraint(
                condition=models.Q(when__in=["any_time", "early", "late", "if_raised"]),
                name="question_when_known",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        return reverse("question-edit", args=[self.pk])


# What an offer is weighed by, and what is dear to ask about before there is one.
TERMS = (Question.Topic.SALARY, Question.Topic.BENEFITS, Question.Topic.GUIDELINES)


class PlannedQuestionQuerySet(OwnedQuerySet["PlannedQuestion"]):
    def visible_to(self, user: User | AnonymousUser) -> Self:
        """The user's own, without those of a meeting in the trash."""
        return super().visible_to(user).filter(meeting__deleted_at=None)

    def open_on_terms(self, application: Application) -> Self:
        """On pay, benefits and rules, what no meeting there has answered; each question once."""
        there = self.filter(meeting__day__application=application, question__topic__in=TERMS)
        answered = there.filter(answer__gt="", question=models.OuterRef("question"))
        once = there.order_by("question_id", "-created_at").distinct("question_id")
        return once.filter(~models.Exists(answered)).select_related("question")

    def with_place(self) -> Self:
        """Each with its question, meeting, visit, application and company: one query."""
        return self.select_related("question", "meeting__day__application__company")


class PlannedQuestion(Owned):
    """A question of the bank in one meeting: planned, then asked, then answered."""

    owner = owner_key(db_index=False)
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="planned_questions")
    question = models.ForeignKey(Question, models.RESTRICT, related_name="planned")
    asked_at = models.DateTimeField(null=True, blank=True)
    answer = LongTextField(max_length=LONGEST_ANSWER, blank=True)

    objects = PlannedQuestionQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "question"], name="planned_question_once"),
            models.CheckConstraint(
                condition=models.Q(answer="") | models.Q(asked_at__isnull=False),
                name="planned_question_answer_asked",
            ),
        ]

    def __str__(self) -> str:
        return str(self.question)

    @property
    def state(self) -> str:
        """How far it has come: planned, asked or answered."""
        if self.answer:
            return "answered"
        return "asked" if self.asked_at else "planned"

    def record(self, answer: str, was: str, at: datetime) -> None:
        """Note that it was asked, and the answer that was written where `was` stood."""
        self.answer = keep_both(self.answer, answer, was)
        self.asked_at = self.asked_at or at
        self.save(update_fields=["answer", "asked_at", "updated_at"])

    def reopen(self) -> bool:
        """Take back that it was asked; False where an answer says otherwise."""
        if self.answer:
            return False
        self.asked_at = None
        self.save(update_fields=["asked_at", "updated_at"])
        return True

    @classmethod
    @transaction.atomic
    def plan(cls, meetings: Iterable[Meeting], questions: Iterable[Question]) -> None:
        """Plan each question for each meeting; what is planned already stays as it is."""
        questions = list(questions)
        cls.objects.bulk_create(
            [
                cls(owner_id=meeting.owner_id, meeting=meeting, question=question)
                for meeting in meetings
                for question in questions
            ],
            ignore_conflicts=True,
        )

    @classmethod
    def unplan(cls, meeting: Meeting, questions: Iterable[Question]) -> int:
        """Plan these for the meeting no more; what was asked there stays. Returns how many."""
        rows = cls.objects.filter(meeting=meeting, question__in=questions, asked_at=None)
        return rows.delete()[0]

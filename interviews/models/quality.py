"""Qualities: what a job asks for, and the candidate's own examples that show it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, Self, TypeVar

from django.db import models
from django.db.models.functions import JSONObject

from interviews.models.company import Application
from interviews.models.owned import Owned, OwnedQuerySet, owner_key
from interviews.models.text import LongTextField

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from interviews.models.user import User

LONGEST_SOUGHT = 300  # characters
LONGEST_EXAMPLE = 5_000
MOST_OFFERED = 60
BULLET = re.compile(r"^[\s\-–—*•·▪◦‣>+o]*(?:\d+[.)])?\s+")
SENTENCE_END = re.compile(r"(?<=[.;!?])\s+")
LIST = re.compile(r"^[^:,]{1,60}:\s+(.+,.+)$")
WORD = re.compile(r"[^\W\d_]{4,}")
STEM = 5  # letters by which “control” and “controls” are one word
# Words that say nothing of what is sought: they would make everything fit everything.
EMPTY_WORDS = (
    "able about also been being both career company each experience from good have into job more"
    " must need other over people role skills such team than that their them they this those very"
    " what when where which will with within work working your years"
)
EVERYWHERE = frozenset(EMPTY_WORDS.split())


class QualityQuerySet(OwnedQuerySet["Quality"]):
    def as_json(self) -> models.QuerySet[Any, Any]:
        """What is sought and the example in one value each, for a subquery of another row."""
        return self.order_by("created_at", "id").values(
            json=JSONObject(sought="sought", example="example")
        )

    def visible_to(self, user: User | AnonymousUser) -> Self:
        """The user's own, without those of an application in the trash."""
        return super().visible_to(user).filter(application__deleted_at=None)


class Quality(Owned):
    """Something that the job asks for, and one's own example that shows it."""

    owner = owner_key(db_index=False)
    application = models.ForeignKey(Application, models.CASCADE, related_name="qualities")
    sought = models.CharField("what they look for", max_length=LONGEST_SOUGHT)
    example = LongTextField("my example", max_length=LONGEST_EXAMPLE, blank=True)

    objects = QualityQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "qualities"
        ordering = ["created_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["application", "sought"], name="quality_once"),
            models.CheckConstraint(condition=~models.Q(sought=""), name="quality_sought_not_blank"),
        ]

    def __str__(self) -> str:
        return self.sought


def offers_of(description: str) -> list[str]:
    """A job description's lines and sentences to choose from; a list after a colon in parts."""
    found: dict[str, None] = {}
    for line in description.splitlines():
        for sentence in SENTENCE_END.split(BULLET.sub("", f" {line}").strip()):
            plain = sentence.strip().rstrip(".;!?")
            listed = LIST.match(plain)
            parts = re.split(r",\s*(?:and\s+)?", listed[1]) if listed else [plain]
            for part in parts:
                if len(part.strip()) > 2 and not part.endswith(":"):
                    found.setdefault(part.strip()[:LONGEST_SOUGHT])
    return list(found)[:MOST_OFFERED]


@dataclass(frozen=True, slots=True)
class Example:
    """A quality as a page of a meeting or letter shows it."""

    sought: str
    example: str


class Sought(Protocol):
    """What can fit a meeting: anything that says what is sought."""

    @property
    def sought(self) -> str: ...


S = TypeVar("S", bound=Sought)


def fitting(qualities: Iterable[S], topics: Sequence[str]) -> list[S]:
    """Those whose words the topics have too, such as a meeting's title and focus."""
    about = {stem for topic in topics for stem in stems(topic)}
    return [quality for quality in qualities if about & stems(quality.sought)]


def stems(text: str) -> set[str]:
    """The beginnings of the words that say something."""
    words = (word.casefold() for word in WORD.findall(text))
    return {word[:STEM] for word in words if word not in EVERYWHERE}

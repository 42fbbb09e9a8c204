"""Notes: what the candidate wrote, and every text that was ever acknowledged as saved.

The promise: what `Note.write` returned is stored, and no text that reached it is lost. A text that
cannot be merged with what another device wrote is kept beside it as a branch.
"""

from __future__ import annotations

import hashlib
import uuid
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Self

from django.db import connection, models, transaction
from django.db.models.functions import Coalesce
from django.utils import timezone
from merge3 import Merge3

from interviews.marks import MARKS
from interviews.models.day import InterviewDay
from interviews.models.meeting import AtAVisitQuerySet, Meeting
from interviews.models.owned import Owned, OwnedQuerySet, owner_key, uuid7
from interviews.models.text import LongTextField

if TYPE_CHECKING:
    from interviews.models.user import User

LONGEST_NOTE = 200_000  # characters
MOST_KEPT = (
    500_000_000  # bytes of one owner's revisions; looked at every so many versions of a note
)
LOOK_EVERY = 64
THIN_AFTER = timedelta(days=30)
MOMENT = timedelta(hours=1)  # a version that was current for less is one step of writing
# Above so many pairs of equal lines a merge takes seconds, with the note locked; ordinary notes
# have a hundred times fewer.
MOST_EQUAL_PAIRS = 1_000_000

# Lock, look for the op, and where the save is a usual one, store it: migration 0021.
SAVE_NOTE = """
    SELECT day_id, meeting_id, text, version, saved_at FROM public.second_look_save_note(
        %(note)s, %(owner)s, %(text)s, %(base)s, %(op)s, %(revision)s, %(sha256)s, %(look_every)s,
        %(now)s
    )
"""
WHAT_IS_WRITTEN = ("id", "owner_id", "day_id", "meeting_id", "text", "version")  # in their order


def equal_pairs(lines: list[str], others: list[str]) -> int:
    """How many pairs of a line here and an equal one there a comparison has to look at."""
    here, there = Counter(lines), Counter(others)
    return sum(count * there[line] for line, count in here.items())


def hash_of(text: str) -> str:
    """What tells whether a repeated save brings the same text."""
    return hashlib.sha256(text.encode()).hexdigest()


class OpReusedError(Exception):
    """The op of an earlier save came again with another text."""


class NotesFullError(Exception):
    """The owner's revisions have reached their bound; nothing was stored."""


@dataclass(frozen=True)
class Saved:
    """What one save came to.

    `version` and `text` are the note's now. `branch` is the id of the revision that keeps the
    sent text where it could not be merged; `merged` says that `text` is not what was sent.
    """

    note: Note
    version: int
    text: str
    saved_at: datetime
    merged: bool = False
    branch: uuid.UUID | None = None


class NoteQuerySet(AtAVisitQuerySet["Note"]):
    def with_place(self) -> Self:
        """Each with its meeting, visit and company: one query."""
        return self.select_related("meeting", "day__application__company")

    def with_marks(self, key: str = "") -> Self:
        """Those that may hold a passage with that quick mark, or with any; see `marks.marked`."""
        labels = [MARKS[key]] if key else MARKS.values()
        holds = models.Q()
        for label in labels:
            holds |= models.Q(text__icontains=label)
        return self.filter(holds)

    def written(self) -> Self:
        """Those that hold something."""
        return self.exclude(text="")


class Note(Owned):
    """The writing of one meeting; or, without a meeting, the loose writing of a visit."""

    owner = owner_key(db_index=False)
    day = models.ForeignKey(InterviewDay, models.CASCADE, related_name="notes")
    meeting = models.OneToOneField(
        Meeting, models.CASCADE, null=True, blank=True, related_name="note"
    )
    text = LongTextField(max_length=LONGEST_NOTE, blank=True)
    version = models.PositiveIntegerField(default=0)

    objects = NoteQuerySet.as_manager()

    class Meta:
        ordering = ["-updated_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["day"], condition=models.Q(meeting=None), name="note_one_loose"
            ),
        ]
        indexes = [models.Index(fields=["owner", "-updated_at"], name="note_latest")]

    def __str__(self) -> str:
        return self.text[:60]

    @classmethod
    @transaction.atomic
    def start(cls, note_id: uuid.UUID, day: InterviewDay, meeting: Meeting | None) -> Note:
        """The one note of that place, made with this id unless it exists already.

        Two devices may both begin it, each with an id of its own: the first one's stays.
        """
        note, _ = cls.objects.locked().get_or_create(
            day=day, meeting=meeting, defaults={"id": note_id, "owner_id": day.owner_id}
        )
        return note

    @classmethod
    def write_to(
        cls, note_id: uuid.UUID, owner: User, text: str, *, base: int, op: uuid.UUID
    ) -> Saved | None:
        """Lock the owner's note of that id, and `write`; None where there is no such note.

        It writes at a visit in the trash as well. The usual save, by a new op over the current
        version, is one statement.
        """
        asked: dict[str, Any] = {
            "note": note_id,
            "owner": owner.pk,
            "text": text,
            "base": base,
            "op": op,
            "revision": uuid7(),
            "sha256": hash_of(text),
            "look_every": LOOK_EVERY,
            "now": timezone.now(),  # one clock for every save, and for every other row
        }
        with connection.cursor() as cursor:
            cursor.execute(SAVE_NOTE, asked)
            day_id, meeting_id, current, version, saved_at = cursor.fetchone()
        if day_id is None:
            return None
        values = [note_id, owner.pk, day_id, meeting_id, text if saved_at else current, version]
        note = cls.from_db(connection.alias, WHAT_IS_WRITTEN, values)
        if saved_at:
            return Saved(note, version, text, saved_at)
        return note.write(text, base=base, op=op)

    def write(self, text: str, *, base: int, op: uuid.UUID) -> Saved:
        """Save `text`, written over version `base`, under the key `op`; safe to repeat.

        The note comes from `locked()`, in the transaction whose commit comes before the answer.
        Raises OpReusedError where `op` saved another text, or in another note, before, and
        NotesFullError. The caller checks who may write and how long a text may be.
        """
        digest = hash_of(text)
        if earlier := NoteRevision.objects.filter(owner_id=self.owner_id, op=op).first():
            return self._replay(earlier, digest)
        if base == self.version or text == self.text:
            self._check_room()
            return self._store(text, op, base, digest)
        merged = self._merge(text, base)
        if merged is None:
            return self._branch(text, op, base, digest)
        return self._store(merged, op, base, digest, sent=text)

    def _check_room(self) -> None:
        """Now and then, add up what the owner's revisions take: to do so each time takes long."""
        if self.version % LOOK_EVERY == LOOK_EVERY - 1:
            kept = NoteRevision.objects.filter(owner_id=self.owner_id).size()
            if kept >= MOST_KEPT:
                raise NotesFullError

    def _store(
        self, text: str, op: uuid.UUID, base: int, digest: str, sent: str | None = None
    ) -> Saved:
        """Make `text` the next version; `sent` is what the device sent, where that differs."""
        self.text, self.version = text, self.version + 1
        self.save(update_fields=["text", "version", "updated_at"])
        revision = self.revisions.create(
            owner_id=self.owner_id,
            op=op,
            base=base,
            version=self.version,
            text=text,
            sent=sent,
            sha256=digest,
        )
        return Saved(self, self.version, text, revision.saved_at, merged=sent is not None)

    def _branch(self, text: str, op: uuid.UUID, base: int, digest: str) -> Saved:
        """Keep a text that cannot be merged, beside the current one."""
        revision = self.revisions.create(
            owner_id=self.owner_id, op=op, base=base, version=None, text=text, sha256=digest
        )
        return Saved(self, self.version, self.text, revision.saved_at, branch=revision.pk)

    def _replay(self, earlier: NoteRevision, digest: str) -> Saved:
        """Answer a repeated save as the first time.

        It counts the replay, and so writes: under synchronous replication an answer from a read
        alone could confirm what a failover then loses.
        """
        if earlier.sha256 != digest or earlier.note_id != self.pk:
            raise OpReusedError
        NoteRevision.objects.filter(pk=earlier.pk).update(replays=models.F("replays") + 1)
        if earlier.version is None:
            return Saved(self, self.version, self.text, earlier.saved_at, branch=earlier.pk)
        return Saved(
            self, earlier.version, earlier.text, earlier.saved_at, merged=earlier.sent is not None
        )

    def _merge(self, text: str, base: int) -> str | None:
        """Both texts' changes to version `base` in one, or None where they collide."""
        bases = self.revisions.filter(version=base, thinned_at=None)
        ancestor = bases.values_list("text", flat=True).first()
        if ancestor is None and base != 0:
            return None
        base_lines, these, those = (
            part.splitlines(keepends=True) for part in (ancestor or "", self.text, text)
        )
        if max(equal_pairs(base_lines, these), equal_pairs(base_lines, those)) > MOST_EQUAL_PAIRS:
            return None
        parts = list(Merge3(base_lines, these, those).merge_groups())
        if any(part[0] == "conflict" for part in parts):
            return None
        merged = "".join(line for part in parts for line in part[1])
        return merged if len(merged) <= LONGEST_NOTE else None


class Octets(models.Func):
    """The bytes of a text; PostgreSQL knows them without reading a long one."""

    function = "octet_length"
    output_field = models.BigIntegerField()


class NoteRevisionQuerySet(OwnedQuerySet["NoteRevision"]):
    def branches(self) -> Self:
        """The texts that were kept from conflicts, the latest first."""
        return self.filter(version=None).order_by("-saved_at")

    def size(self) -> int:
        """How many bytes their texts take."""
        texts = Coalesce("sent", models.Value(""))
        sizes = self.aggregate(
            kept=models.Sum(Octets("text") + Octets(texts), default=0),
        )
        return int(sizes["kept"])

    def thin(self, now: datetime) -> int:
        """Let go of texts that were one step of writing, long ago; how many.

        Their rows stay, so that an op is still known. What stays whole: each note's latest version,
        branches and their bases, merges, and what was current for an hour, which another device may
        have been given to write over.
        """
        same = NoteRevision.objects.filter(note=models.OuterRef("note"))
        at = models.OuterRef("saved_at")
        # A clock that was put back between the two does not say how long the first one stood.
        next_one = same.filter(
            version=models.OuterRef("version") + 1, saved_at__gte=at, saved_at__lt=at + MOMENT
        )
        branched = same.filter(version=None, base=models.OuterRef("version"))
        old = self.filter(version__isnull=False, sent=None, thinned_at=None)
        old = old.filter(saved_at__lt=now - THIN_AFTER).exclude(text="")
        steps = old.filter(models.Exists(next_one), ~models.Exists(branched))
        return steps.update(text="", thinned_at=now)


class NoteRevision(Owned):
    """One acknowledged save: a version of its note, or, without one, a branch."""

    note = models.ForeignKey(Note, models.CASCADE, related_name="revisions")
    op = models.UUIDField()
    base = models.PositiveIntegerField()
    version = models.PositiveIntegerField(null=True, blank=True)
    text = LongTextField(max_length=LONGEST_NOTE, blank=True)
    # What the device sent, where a merge made `text` of it.
    sent = LongTextField(max_length=LONGEST_NOTE, null=True, blank=True)
    sha256 = models.CharField(max_length=64)
    replays = models.PositiveIntegerField(default=0)
    thinned_at = models.DateTimeField(null=True, blank=True, editable=False)  # its text is gone
    saved_at = models.DateTimeField(auto_now_add=True)

    objects = NoteRevisionQuerySet.as_manager()

    class Meta:
        ordering = ["-saved_at"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "op"], name="note_revision_op_once"),
            models.UniqueConstraint(fields=["note", "version"], name="note_revision_version_once"),
        ]

    def __str__(self) -> str:
        return f"version {self.version}" if self.version else "branch"

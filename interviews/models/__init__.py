"""The nouns of a second interview, a file each."""

from interviews.models.agenda_import import AgendaImport
from interviews.models.answer import Call, Inquiry
from interviews.models.asked import AskedQuestion
from interviews.models.capture import Capture
from interviews.models.company import Application, Company
from interviews.models.day import InterviewDay
from interviews.models.dimension import Dimension
from interviews.models.expense import Expense
from interviews.models.feed import CalendarFeed
from interviews.models.impression import Impression
from interviews.models.interviewer import Interviewer, Role
from interviews.models.letter import Letter
from interviews.models.letter_template import LetterTemplate
from interviews.models.meeting import Attendance, Meeting
from interviews.models.must_have import MustHave
from interviews.models.note import Note, NoteRevision
from interviews.models.owned import uuid7
from interviews.models.quality import Quality
from interviews.models.question import PlannedQuestion, Question
from interviews.models.reminder import Reminder, SentReminder
from interviews.models.source import Source, SourceUse
from interviews.models.task import Task
from interviews.models.user import User

__all__ = [
    "AgendaImport",
    "Application",
    "AskedQuestion",
    "Attendance",
    "CalendarFeed",
    "Call",
    "Capture",
    "Company",
    "Dimension",
    "Expense",
    "Impression",
    "Inquiry",
    "InterviewDay",
    "Interviewer",
    "Letter",
    "LetterTemplate",
    "Meeting",
    "MustHave",
    "Note",
    "NoteRevision",
    "PlannedQuestion",
    "Quality",
    "Question",
    "Reminder",
    "Role",
    "SentReminder",
    "Source",
    "SourceUse",
    "Task",
    "User",
    "uuid7",
]

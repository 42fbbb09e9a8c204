"""The nouns of a second interview, a file each."""

from .company import Application, Company
from .day import AgendaImport, InterviewDay
from .impression import Dimension, Impression
from .interviewer import Interviewer, Role
from .meeting import Attendance, Meeting
from .note import Note, NoteRevision
from .owned import uuid7
from .user import User

__all__ = [
    "AgendaImport",
    "Application",
    "Attendance",
    "Company",
    "Dimension",
    "Impression",
    "InterviewDay",
    "Interviewer",
    "Meeting",
    "Note",
    "NoteRevision",
    "Role",
    "User",
    "uuid7",
]

"""Whom to ask what: a table from roles to topics. It knows no database."""

from __future__ import annotations

from collections.abc import Iterable

# The most fitting topic first. Where nobody's role is known, the kind of meeting says something.
OF_ROLE = {
    "potential_supervisor": (
        "supervisor", "expectations", "assessment", "job", "opening", "team", "relocation",
    ),
    "head_of_hr": ("career", "training", "opening", "culture", "guidelines", "next_steps"),
    "committee_head": ("expectations", "organization", "culture", "next_steps"),
    "senior_manager": ("organization", "finances", "career", "culture"),
    "peer": ("team", "job", "supervisor", "training", "culture"),
    "recruiter": ("opening", "job", "next_steps"),
    "coordinator": ("next_steps",),
    "first_contact": ("job", "opening"),
    "other": ("culture", "team"),
}  # fmt: skip
OF_FORMAT = {
    "one_on_one": ("job", "expectations", "culture"),
    "panel": ("team", "job", "culture"),
    "technical": ("job", "team", "training"),
    "hr": OF_ROLE["head_of_hr"],
    "tour": ("team", "culture"),
    "meal": ("culture", "team"),
}
# Let them raise it; where they do not, this is for the last talk with HR.
LATE = ("salary", "benefits", "guidelines", "relocation", "next_steps")
WITH_HR = ("head_of_hr", "recruiter")


def is_with_hr(roles: Iterable[str], kind: str) -> bool:
    """Whether pay and benefits can be asked about there."""
    return kind == "hr" or any(role in WITH_HR for role in roles)


def topics_for(roles: Iterable[str], kind: str, *, is_late: bool) -> list[str]:
    """What to ask people of these roles in a meeting of that kind, the most fitting topic first.

    `is_late`: it is the visit's last meeting with HR. Only then pay and benefits are among it, and
    what is for the end comes first.
    """
    known = [role for role in OF_ROLE if role in set(roles)]
    topics = [topic for role in known for topic in OF_ROLE[role]] or OF_FORMAT.get(kind, ())
    return list(dict.fromkeys([*(LATE if is_late else ()), *topics]))

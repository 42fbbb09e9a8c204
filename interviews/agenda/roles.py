"""What stands around a name and says what somebody is: "… with our Head of Data, Ana Sol"."""

from __future__ import annotations

import re

from interviews.agenda.phrases import is_job
from interviews.agenda.vocabulary import people as words
from interviews.agenda.wording import either

OF_WHOM = re.compile(
    r"^.*\b(?:besteht aus|bestehend aus|gehören an|consists of|is made up of|comprises|composée? de|bestaat uit|bestaande uit|formad[oa] por|integrad[oa] por|compuest[oa] por|compost[oa] (?:da|por)|constituíd[oa] por|består av|består af)\s+",
    re.IGNORECASE,
)


def trailing_role(text: str) -> str | None:
    """The job title with which the text ends."""
    pieces = re.split(
        rf"(?:^|\s)(?:{either(words.ARTICLES)}|{either(words.WITH)}|and|und|et|y|&)\s+",
        text,
        flags=re.IGNORECASE,
    )
    role = pieces[-1].strip(" ,:") if pieces else ""
    role = re.sub(rf"^(?:{either(words.ARTICLES)})\s+", "", role, flags=re.IGNORECASE)
    if role and role != text.strip() and is_job(role) and len(role.split()) <= 7:
        return role
    return None


def role_between(between: str) -> str | None:
    role = re.sub(
        rf"^[\s,;]*(?:{either(words.AND)})?\s*(?:{either(words.ARTICLES)})?\s*",
        "",
        between,
        flags=re.IGNORECASE,
    ).strip(" ,")
    return role if role and is_job(role) else None

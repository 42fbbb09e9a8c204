"""What concerns all of one user's data at once: taking it along, and its deletion."""

from typing import Any

from allauth.usersessions.models import UserSession
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import transaction

from interviews.models import User
from interviews.models.owned import Owned

# What opens something, or only tells the program what it has done already.
SECRET = {"token_hash"}
NOT_WRITTEN = {"capture", "sentreminder"}


def everything_of(user: User) -> dict[str, Any]:
    """All that the user wrote, by kind of row, in the trash too; plain values, a query a table."""
    rows = {
        str(model._meta.model_name): [
            {name: value for name, value in row.items() if name not in SECRET}
            for row in model._base_manager.filter(owner=user.pk).order_by("pk").values()
        ]
        for model in apps.get_models()
        if issubclass(model, Owned) and model._meta.model_name not in NOT_WRITTEN
    }
    account = {
        "email": user.email,
        "name": user.name,
        "time_zone": user.time_zone,
        "letter_signature": user.letter_signature,
    }
    return {"account": account, **rows}


@transaction.atomic
def delete_everything_of(user: User) -> None:
    """Delete the user and every row that belongs to them, in the trash too; nothing is kept.

    Foreign keys are checked when the transaction ends, so the order does not matter. The lock makes
    others wait who are about to add a row of theirs; they then find no user to add it to.
    """
    User.objects.select_for_update().get(pk=user.pk)
    keys = UserSession.objects.filter(user=user).values("session_key")
    Session.objects.filter(session_key__in=keys).delete()
    for model in apps.get_models():
        if issubclass(model, Owned):
            rows = model._base_manager.filter(owner=user.pk)
            rows._raw_delete(rows.db)  # noqa: SLF001 a table at a time, its rows are not loaded
    user.delete()

"""What every form of ours shares."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

from crispy_forms.helper import FormHelper
from django import forms
from django.db import DatabaseError, IntegrityError, transaction

from interviews.models import User

TEXT_ROWS = 4
FIRST_DATE, LAST_DATE = dt.date(2000, 1, 1), dt.date(2100, 12, 31)
OUT_OF_RANGE = "The date must lie in the years 2000 to 2100."


def in_range(value: dt.date) -> None:
    """Refuse a date that nobody means, and that no column takes."""
    if not FIRST_DATE <= value <= LAST_DATE:
        raise forms.ValidationError(OUT_OF_RANGE)


class DateInput(forms.DateInput):
    """The browser's own date picker."""

    input_type = "date"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(format="%Y-%m-%d", **kwargs)


class TimeInput(forms.TimeInput):
    """The browser's own time picker, in minutes."""

    input_type = "time"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(format="%H:%M", **kwargs)


class OwnedForm(forms.ModelForm):
    """A form for a row of one user's data.

    The database keeps the rules: `constraint_messages` says for each of their names which field a
    violation belongs to and what the user reads. So a rule that another request broke in between
    is a message too. Choices of other rows are narrowed to the user's own, and every date lies in
    the years that the columns take.
    """

    constraint_messages: ClassVar[dict[str, tuple[str | None, str]]] = {}

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        for field in self.fields.values():
            if isinstance(field, forms.ModelChoiceField):
                rows: Any = field.queryset
                field.queryset = rows.visible_to(user)
            if isinstance(field, forms.DateField):
                field.validators.append(in_range)
            if isinstance(field.widget, forms.Textarea):
                field.widget.attrs.setdefault("rows", TEXT_ROWS)
                field.widget.attrs["cols"] = False
            if type(field) is forms.CharField:
                field.widget.attrs.setdefault("dir", "auto")

    def validate_unique(self) -> None:
        """Left to the database, whose answer also holds when two requests race."""

    def validate_constraints(self) -> None:
        """Left to the database; see `save_or_explain`."""

    def save_or_explain(self) -> Any:
        """Save and return the row; or None, with the broken rule as an error of its field."""
        self.instance.owner_id = self.user.pk
        try:
            with transaction.atomic():
                return self.save()
        except DatabaseError as error:
            if not self.explain(error):
                raise
            return None

    def explain(self, error: DatabaseError) -> bool:
        """Turn a broken rule into an error of its field; False where it is none of ours."""
        if not isinstance(error, IntegrityError):
            return False
        name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)
        if name not in self.constraint_messages:
            return False
        field, message = self.constraint_messages[name]
        self.add_error(field, message)
        return True


class PartForm(OwnedForm):
    """A form for a part of a row: what other pages keep in the same row stays as it is."""

    def save(self, commit: bool = True) -> Any:
        row = super().save(commit=False)
        if commit:
            row.save(update_fields=[*(self._meta.fields or ()), "updated_at"])
        return row

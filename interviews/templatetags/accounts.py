"""allauth's forms in our words, and where its mail goes."""

import json
from typing import Any

from django import template
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.forms import BaseForm

register = template.Library()

LABELS = {
    "Email": "E-mail address",
    "Current Password": "Current password",
    "Authenticator code": "The six digits that the app shows",
    "Code": "Code",
}
# The first that fits: each browser also names those that it descends from.
BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("CriOS/", "Chrome"),
    ("Safari/", "Safari"),
)
SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)
HELP_FOR_A_NEW_ONE = "At least eight characters, not only digits, and none of the common ones."


@register.filter
def worded(form: BaseForm) -> BaseForm:
    """The form with our labels and short help, without placeholders that repeat the label."""
    for field in form:
        attrs = field.field.widget.attrs
        attrs.pop("placeholder", None)
        again = field.name.endswith("2")
        field.label = LABELS.get(str(field.label), field.label)
        if attrs.get("autocomplete") == "current-password":
            field.help_text = ""  # the link to reset it stands beside the button
        if attrs.get("autocomplete") == "new-password":
            field.help_text = "" if again else HELP_FOR_A_NEW_ONE
            first = "New password" if "oldpassword" in form.fields else "Password"
            field.label = "The same password again" if again else first
    return form


@register.filter
def as_json(value: Any) -> str:
    """For a data attribute that a script reads: the policy lets no script stand in the page."""
    return json.dumps(value, cls=DjangoJSONEncoder)


@register.filter
def browser(user_agent: str) -> str:
    """“Firefox on Windows”: what a browser says of itself, in two words where they are known."""
    name = next((name for mark, name in BROWSERS if mark in user_agent), "A browser")
    system = next((name for mark, name in SYSTEMS if mark in user_agent), "")
    return f"{name} on {system}" if system else name


@register.simple_tag
def mail_folder() -> str:
    """The folder that keeps the mail of a server that sends none; else the empty text."""
    if settings.EMAIL_BACKEND != "django.core.mail.backends.filebased.EmailBackend":
        return ""
    return "/".join(settings.EMAIL_FILE_PATH.parts[-2:])

"""allauth's forms in our words, and where its mail goes."""

from django import template
from django.conf import settings
from django.forms import BaseForm

register = template.Library()

LABELS = {
    "Email": "E-mail address",
    "Current Password": "Current password",
}
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


@register.simple_tag
def mail_folder() -> str:
    """The folder that keeps the mail of a server that sends none; else the empty text."""
    if settings.EMAIL_BACKEND != "django.core.mail.backends.filebased.EmailBackend":
        return ""
    return "/".join(settings.EMAIL_FILE_PATH.parts[-2:])

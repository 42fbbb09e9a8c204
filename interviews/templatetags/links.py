"""Links to what users typed: never to anything that a browser would run."""

import re
from urllib.parse import urlencode

from django import template

register = template.Library()


@register.filter
def web_address(text: str) -> str:
    """The text where it is an http or https address, else nothing."""
    return text if text.lower().startswith(("http://", "https://")) else ""


@register.filter
def phone_address(text: str) -> str:
    """The number as a `tel:` link wants it, up to the first letter; nothing below three digits."""
    dialled = re.split(r"[^\W\d_]", text, maxsplit=1)[0].replace("(0)", "")
    number = re.sub(r"[^0-9+]", "", dialled)
    plain = number[:1] + number[1:].replace("+", "")
    return plain if len(plain) >= 3 else ""


@register.filter
def map_address(text: str) -> str:
    """Where a map shows that place. Nothing is asked there before somebody follows the link."""
    return f"https://www.openstreetmap.org/search?{urlencode({'query': ' '.join(text.split())})}"

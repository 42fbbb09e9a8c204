"""What every page draws with: a form's errors in sum, where one is, icons, the way to undo."""

from functools import cache
from types import SimpleNamespace
from typing import Any

from django import template
from django.conf import settings
from django.forms import BaseForm
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from lucide.templatetags.lucide import lucide

register = template.Library()


@register.inclusion_tag("_form_errors.html")
def form_errors(form: BaseForm) -> dict[str, Any]:
    """The form's errors on top of it, each a link to its field; nothing when there are none."""
    return {"form": form}


@register.simple_tag(takes_context=True)
def current(context: template.Context, *names: str) -> SafeString:
    """` aria-current="page"` on the link whose address names are given, or nothing.

    A name that ends in a dash stands for all names that begin so: `visit-` is every visit page.
    """
    request: HttpRequest | None = context.get("request")
    match = getattr(request, "resolver_match", None)
    if match is None or match.url_name is None:
        return SafeString("")
    name = match.url_name
    here = any(name == n or (n.endswith("-") and name.startswith(n)) for n in names)
    return SafeString(' aria-current="page"' if here else "")


@register.simple_tag
def fixed(name: str) -> SafeString:
    """A fragment that is the same on every page: drawn once, or each time while one works on it."""
    return render_to_string(name) if settings.DEBUG else _drawn(name)


@register.simple_tag(takes_context=True)
def places(context: template.Context) -> SafeString:
    """The links to the main places, of which the current one is marked; drawn once for each."""
    match = getattr(context.get("request"), "resolver_match", None)
    return _drawn("_places.html", match.url_name if match else None)


@cache
def _drawn(name: str, current_name: str | None = None) -> SafeString:
    """The fragment as it is where the page's address has that name."""
    here = SimpleNamespace(resolver_match=SimpleNamespace(url_name=current_name))
    return render_to_string(name, {"request": here})


@register.filter
def undo_address(tags: str | None) -> str:
    """The address behind `undo:` at the start of a message's extra tags, or the empty text."""
    first = (tags or "").split(" ")[0]
    return first.removeprefix("undo:") if first.startswith("undo:/") else ""


@register.simple_tag
@cache
def icon(name: str) -> SafeString:
    """The icon of that name from lucide, drawn for the eye only: words stand beside it."""
    return SafeString(lucide(name, size=20, **{"class": "icon", "aria-hidden": "true"}))

"""Compare: applications side by side."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from interviews.comparison import compare
from interviews.forms.comparison import ComparisonForm
from interviews.models import Application
from interviews.views.pages import Request

MOST_TO_CHOOSE = 100  # of the latest


@require_safe
def comparison(request: Request) -> HttpResponse:
    """Up to six applications: dimensions, must-haves, offers, the overall impression."""
    mine = Application.objects.visible_to(request.user).with_company().worth_comparing()
    form = ComparisonForm(request.GET, applications=list(mine[:MOST_TO_CHOOSE]))
    form.full_clean()
    context = {"form": form, "comparison": compare(request.user, form.chosen)}
    return render(request, "comparison/comparison.html", context)

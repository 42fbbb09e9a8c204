"""History: past visits, everything that was written, searched, and what was marked."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from interviews.figures import figures_of
from interviews.forms.history import HistoryForm, page_number
from interviews.history import PAGE, Filters, Hit, search
from interviews.models import InterviewDay, Note, User
from interviews.views.marked import MarkedNote, marked_notes
from interviews.views.pages import Request


@require_safe
def history(request: Request) -> HttpResponse:
    """Past visits, the latest first; or, where words are looked for, all that holds them."""
    form = HistoryForm(request.GET, user=request.user)
    page = page_number(request.GET.get("page", ""))
    rows: Sequence[Hit | InterviewDay | MarkedNote]
    if form.marked_by:
        rows, more = marked_passages(request.user, form, page)
    elif form.words:
        rows, more = search(form.words, form.filters, page)
    else:
        rows, more = past_visits(request.user, form.filters, page)
    context = {
        "form": form,
        "figures": figures_of(request.user) if rows and not request.GET else None,
        "rows": rows,
        "page": page,
        "previous": link(request, page - 1) if page > 1 else "",
        "next": link(request, page + 1) if more else "",
    }
    return render(request, "history/history.html", context)


def past_visits(user: User, filters: Filters, page: int) -> tuple[list[InterviewDay], bool]:
    """That page of the past visits that pass the filters, and whether more follow."""
    days = InterviewDay.objects.visible_to(user).with_company().past()
    days = days.filter(narrowed(filters))
    offset = (page - 1) * PAGE
    rows = list(days[offset : offset + PAGE + 1])
    return rows[:PAGE], len(rows) > PAGE


def narrowed(filters: Filters, day: str = "") -> Q:
    """The filters as a condition on visits, or on what hangs on one by `day`."""
    asked = {
        "application__company_id": filters.company,
        "date__year": filters.year,
        "application__outcome": filters.outcome,
    }
    return Q(**{f"{day}{name}": value for name, value in asked.items() if value})


def marked_passages(user: User, form: HistoryForm, page: int) -> tuple[list[MarkedNote], bool]:
    """Of that page of the notes, the latest first, the passages with that mark and those words."""
    notes = Note.objects.visible_to(user).with_marks(form.marked_by).with_place()
    notes = notes.filter(narrowed(form.filters, "day__")).order_by("-day__date", "-updated_at")
    offset = (page - 1) * PAGE
    some = list(notes[offset : offset + PAGE + 1])
    return marked_notes(some[:PAGE], form.marked_by, form.words), len(some) > PAGE


def link(request: Request, page: int) -> str:
    """The address of another page of the same search."""
    query = request.GET.copy()
    query["page"] = str(page)
    return f"?{query.urlencode()}"

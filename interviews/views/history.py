"""History: past visits, and everything that was written, searched."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from interviews.figures import figures_of
from interviews.forms.history import HistoryForm, page_number
from interviews.history import PAGE, Filters, search
from interviews.models import InterviewDay, User
from interviews.views.pages import Request


@require_safe
def history(request: Request) -> HttpResponse:
    """Past visits, the latest first; or, where words are looked for, all that holds them."""
    form = HistoryForm(request.GET, user=request.user)
    page = page_number(request.GET.get("page", ""))
    rows, more = (
        search(form.words, form.filters, page)
        if form.words
        else past_visits(request.user, form.filters, page)
    )
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
    if filters.company:
        days = days.filter(application__company_id=filters.company)
    if filters.year:
        days = days.filter(date__year=filters.year)
    if filters.outcome:
        days = days.filter(application__outcome=filters.outcome)
    offset = (page - 1) * PAGE
    rows = list(days[offset : offset + PAGE + 1])
    return rows[:PAGE], len(rows) > PAGE


def link(request: Request, page: int) -> str:
    """The address of another page of the same search."""
    query = request.GET.copy()
    query["page"] = str(page)
    return f"?{query.urlencode()}"

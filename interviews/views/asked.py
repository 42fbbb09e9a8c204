"""What I was asked: taken down in a meeting, compared over a visit, prepared for the next one."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from interviews.consistency import groups_of, told_in
from interviews.forms.asked import AskedForm
from interviews.models import AskedQuestion, InterviewDay, Meeting
from interviews.views.coverage import one_id
from interviews.views.pages import Request, form_page, posted, say_undoable

REMOVED = "removed_asked"  # the session's key for what one can still undo
MOST_COMPARED = 500  # characters
MOST_OFFERED = 12


@require_http_methods(["GET", "HEAD", "POST"])
def meeting_asked(request: Request, pk: uuid.UUID) -> HttpResponse:
    """One more question that was put to me in that meeting."""
    meeting = get_object_or_404(Meeting.objects.visible_to(request.user).with_day(), pk=pk)
    asked = AskedQuestion(meeting=meeting)
    form = AskedForm(posted(request), user=request.user, instance=asked)
    if request.method == "POST" and form.is_valid() and form.save_or_explain():
        messages.success(request, f"“{asked}” is taken down.")
        return redirect(f"{meeting.get_absolute_url()}#asked")
    context = {"meeting": meeting, "day": meeting.day}
    if form.is_bound:
        context |= alike(request, meeting)
    return form_page(request, "asked/new.html", form, **context)


def alike(request: Request, meeting: Meeting) -> dict[str, Any]:
    """Questions like the one that was typed, and which of them was said to be the same."""
    text = request.POST.get("text", "")[:MOST_COMPARED]
    like = AskedQuestion.objects.visible_to(request.user).like(text, day=meeting.day)
    return {"like": like, "ticked": request.POST.get("same", "")}


@require_POST
def asked_like(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Questions like the one that is being typed, with what I answered then and to whom.

    By script the part below the field; without, the page with everything typed still there.
    """
    meeting = get_object_or_404(Meeting.objects.visible_to(request.user).with_day(), pk=pk)
    context = {"meeting": meeting, "day": meeting.day, **alike(request, meeting)}
    if request.htmx:
        return render(request, "asked/_like.html", context)
    form = AskedForm(user=request.user, initial=request.POST.dict())
    return render(request, "asked/new.html", {"form": form, "looked": True, **context})


@require_http_methods(["GET", "HEAD", "POST"])
def asked_edit(request: Request, pk: uuid.UUID) -> HttpResponse:
    with transaction.atomic():
        rows = AskedQuestion.objects.visible_to(request.user).with_place()
        asked = get_object_or_404(rows.locked() if request.method == "POST" else rows, pk=pk)
        text, meeting = asked.text, asked.meeting
        form = AskedForm(posted(request), user=request.user, instance=asked)
        if request.method == "POST" and form.is_valid() and form.save_or_explain():
            messages.success(request, f"“{asked}” is saved.")
            return redirect("visit-asked", pk=meeting.day_id)
    context = {"asked": asked, "text": text, "meeting": meeting, "day": meeting.day}
    return form_page(request, "asked/edit.html", form, **context)


@require_http_methods(["GET", "HEAD", "POST"])
@transaction.atomic
def asked_same(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Correct by hand what is the same question: the same as `same`, or not the same as others.

    The page offers like ones of this visit, this company and all visits, and `words` look for more.
    """
    mine = AskedQuestion.objects.visible_to(request.user)
    if request.method != "POST":
        return same_page(request, get_object_or_404(mine.with_place(), pk=pk))
    asked = get_object_or_404(mine.locked().select_related("meeting"), pk=pk)
    if key := request.POST.get("same"):
        other = get_object_or_404(mine, pk=one_id(key))
        if other.group != asked.group:
            asked.join(other)
            messages.success(request, f"“{asked}” counts as the same question as “{other}”.")
    else:
        asked.part()
        messages.success(request, f"“{asked}” counts as a question of its own.")
    return redirect("visit-asked", pk=asked.meeting.day_id)


def same_page(request: Request, asked: AskedQuestion) -> HttpResponse:
    """What the question can be the same as: like ones first, then the others of its visit."""
    mine, day = AskedQuestion.objects.visible_to(request.user), asked.meeting.day
    words = request.GET.get("words", "").strip()[:MOST_COMPARED]
    found = mine.like(words or asked.text, day=day, without=asked, most=MOST_OFFERED)
    like = [hit for hit in found if hit.asked.group != asked.group]
    shown = {asked.group, *(hit.asked.group for hit in like)}
    others = [] if words else [row for row in mine.of_visit(day) if row.group not in shown]
    for row in others:
        row.meeting.day = day
    context = {"asked": asked, "day": day, "words": words, "like": like, "others": others}
    return render(request, "asked/same.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def asked_remove(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Ask once; then remove it, and keep it in the session for an undo."""
    rows = AskedQuestion.objects.visible_to(request.user).with_place()
    asked = get_object_or_404(rows, pk=pk)
    meeting = asked.meeting
    if request.method != "POST":
        context = {"asked": asked, "meeting": meeting, "day": meeting.day}
        return render(request, "asked/remove.html", context)
    kept = ("text", "answer", "landed", "tag", "told")
    request.session[REMOVED] = {name: getattr(asked, name) for name in kept} | {
        "meeting": str(asked.meeting_id),
        "group": str(asked.group),
    }
    asked.delete()
    say_undoable(request, f"“{asked}” is removed.", reverse("asked-restore"))
    return redirect("visit-asked", pk=meeting.day_id)


@require_POST
def asked_restore(request: Request) -> HttpResponse:
    """Put back the question that was removed last."""
    kept = request.session.pop(REMOVED, None)
    if kept is None:
        messages.info(request, "There is nothing left to put back.")
        return redirect("visit-list")
    meetings = Meeting.objects.visible_to(request.user)
    meeting = get_object_or_404(meetings, pk=kept.pop("meeting"))
    asked = AskedQuestion.objects.create(owner_id=request.user.pk, meeting=meeting, **kept)
    messages.success(request, f"“{asked}” is back.")
    return redirect("visit-asked", pk=meeting.day_id)


@require_safe
def visit_asked(request: Request, pk: uuid.UUID) -> HttpResponse:
    """The consistency of a visit: repeated questions with their answers, values told to whom."""
    day = get_object_or_404(InterviewDay.objects.visible_to(request.user).with_company(), pk=pk)
    rows = list(AskedQuestion.objects.visible_to(request.user).of_visit(day))
    for row in rows:
        row.meeting.day = day
    groups = groups_of(rows)
    context = {
        "day": day,
        "told": told_in(rows),
        "repeated": [group for group in groups if len(group) > 1],
        "once": [group[0] for group in groups if len(group) == 1],
        "rows": rows,
    }
    return render(request, "asked/visit.html", context)


@require_safe
def asked_list(request: Request) -> HttpResponse:
    """My most asked questions over all visits, each with the answers that landed best."""
    groups = AskedQuestion.objects.visible_to(request.user).most_asked()
    return render(request, "asked/list.html", {"groups": groups})

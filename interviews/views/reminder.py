"""Reminders by mail: choosing them, and stopping them from a mail."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from interviews import second_lock
from interviews.forms.reminder import RemindersForm
from interviews.models import Reminder
from interviews.reminders import stopped_by
from interviews.views.pages import Request, form_page, posted


def account_reminders(request: Request) -> HttpResponse:
    """What to be reminded of: nothing, until one chooses."""
    mine = Reminder.objects.visible_to(request.user)
    initial = {"kinds": list(mine.values_list("kind", flat=True))}
    form = RemindersForm(posted(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        Reminder.objects.choose(request.user, set(form.cleaned_data["kinds"]))
        messages.success(request, "Your reminders are saved.")
        return redirect("account-reminders")
    return form_page(request, "account/reminders.html", form)


# A mail program posts here by itself, without a cookie or a token of ours (RFC 8058): the signed
# address says what it may do, which is to stop one kind of mail.
@csrf_exempt
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def reminders_stop(request: HttpRequest, token: str) -> HttpResponse:
    """Stop the mails of one kind: asked on a page, done by a POST."""
    owner_and_kind = stopped_by(token)
    if owner_and_kind is None:
        raise Http404
    owner, kind = owner_and_kind
    stopped = request.method == "POST"
    if stopped:
        second_lock.switch(second_lock.ROLE, str(owner))
        Reminder.objects.filter(owner_id=owner, kind=kind).delete()
    context = {"stopped": stopped, "what": Reminder.Kind(kind).label}
    return render(request, "account/reminders_stop.html", context)

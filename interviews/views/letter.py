"""Thank-you letters of a visit: who gets one, writing it, the ways out, and that it has gone."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_POST, require_safe

from interviews.correspondence import Correspondence, Recipient
from interviews.forms.letter import LetterForm, SentForm
from interviews.letters import eml, mailto
from interviews.models import InterviewDay, Letter
from interviews.views.pages import Request, form_page, posted, say_undoable

FOR_ALL = "letter_for_all"  # the session's key for whom one can still take out of it


def correspondence(request: Request, pk: uuid.UUID) -> Correspondence:
    """The letters of the visit of that id; Http404 where it is not the user's."""
    days = InterviewDay.objects.visible_to(request.user).with_company()
    return Correspondence(request.user, get_object_or_404(days, pk=pk))


def recipient_or_404(letters: Correspondence, person: uuid.UUID) -> Recipient:
    """Somebody of the visit, met or written to."""
    if recipient := letters.recipients.get(person):
        return recipient
    raise Http404


@require_safe
def visit_letters(request: Request, pk: uuid.UUID) -> HttpResponse:
    """A row per person met: due, what to thank for, the draft, sent."""
    letters = correspondence(request, pk)
    context = {"day": letters.day, "letters": letters, "now": timezone.now()}
    return render(request, "letters/visit.html", context)


def letter_write(request: Request, pk: uuid.UUID, person: uuid.UUID) -> HttpResponse:
    """One letter: a draft to begin with, what there is to take up beside it."""
    letters = correspondence(request, pk)
    recipient = recipient_or_404(letters, person)
    letter = recipient.letter or letters.draft(recipient)
    form = LetterForm(posted(request), instance=letter, user=request.user)
    if request.method == "POST" and form.is_valid():
        form.take_up(letters.material_of(recipient))
        if form.save_or_explain():
            if "taken" in request.POST:
                return redirect("letter-write", pk=pk, person=person)
            return redirect(letter)
    context = {
        "day": letters.day,
        "letters": letters,
        "recipient": recipient,
        "material": letters.material_of(recipient),
    }
    return form_page(request, "letters/write.html", form, **context)


@require_safe
def letter_send(request: Request, pk: uuid.UUID) -> HttpResponse:
    """The finished letter, and the ways out: copy, mail program, file, paper."""
    letter = visible_or_404(request, pk)
    letters = Correspondence(request.user, letter.day)
    recipient = recipient_or_404(letters, letter.person_id)
    address, through = letters.address_for(recipient)
    link, whole = mailto(address, letter.subject, letter.body)
    context = {
        "day": letter.day,
        "letter": letter,
        "recipient": recipient,
        "through": through,
        "address": address,
        "mailto": link,
        "whole": whole,
        "shared": letters.shared.get(str(letter.person_id), []),
    }
    return render(request, "letters/send.html", context)


@require_POST
@transaction.atomic
def letter_sent(request: Request, pk: uuid.UUID) -> HttpResponse:
    """It has gone; on to the next one that is left."""
    letter = visible_or_404(request, pk, lock=True)
    form = SentForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Choose how it was sent.")
        return redirect(letter)
    letter.mark_sent(timezone.now(), form.cleaned_data["channel"])
    undo = reverse("letter-reopen", args=[pk])
    say_undoable(request, f"The letter to {letter.person} is marked as sent.", undo)
    letters = Correspondence(request.user, letter.day)
    if following := letters.next_left:
        return redirect("letter-write", pk=letter.day_id, person=following.person.pk)
    return redirect("visit-letters", pk=letter.day_id)


@require_POST
@transaction.atomic
def letter_reopen(request: Request, pk: uuid.UUID) -> HttpResponse:
    """It has not gone after all, or one is needed after all."""
    letter = visible_or_404(request, pk, lock=True)
    letter.reopen()
    messages.success(request, f"The letter to {letter.person} is open again.")
    return redirect("visit-letters", pk=letter.day_id)


@require_POST
def letter_skip(request: Request, pk: uuid.UUID, person: uuid.UUID) -> HttpResponse:
    """This person needs no letter."""
    letters = correspondence(request, pk)
    recipient = recipient_or_404(letters, person)
    Letter.skip(letters.day, [recipient.person])
    letter = Letter.objects.visible_to(request.user).get(day=letters.day, person=recipient.person)
    undo = reverse("letter-reopen", args=[letter.pk])
    say_undoable(request, f"No letter to {recipient.person}, then.", undo)
    return redirect("visit-letters", pk=pk)


@require_POST
@transaction.atomic
def letters_for_everyone(request: Request, pk: uuid.UUID) -> HttpResponse:
    """One letter to the coordinator that names everyone who has none yet."""
    letters = correspondence(request, pk)
    coordinator = letters.coordinator
    if coordinator is None:
        messages.error(request, "Say first who the coordinator is.")
        return redirect("application-roles", pk=letters.day.application_id)
    if coordinator.is_done:
        messages.error(request, f"Open the letter to {coordinator.person} again first.")
        return redirect("visit-letters", pk=pk)
    named = [r.person for r in letters.left if r.person != coordinator.person]
    if not named:
        messages.info(request, f"Nobody is left to thank but {coordinator.person}.")
        return redirect("letter-write", pk=pk, person=coordinator.person.pk)
    letter = letters.draft_for_everyone(coordinator, named)
    letter.status = Letter.Status.DRAFTED
    letter.save()
    Letter.skip(letters.day, named)
    request.session[FOR_ALL] = [str(person.pk) for person in named]
    undo = reverse("letters-each", args=[pk])
    say_undoable(request, f"This letter thanks {len(named)} people at once.", undo)
    return redirect("letter-write", pk=pk, person=coordinator.person.pk)


@require_POST
@transaction.atomic
def letters_for_each(request: Request, pk: uuid.UUID) -> HttpResponse:
    """A letter of their own after all for those whom the letter for everyone took in."""
    letters = correspondence(request, pk)
    named = request.session.pop(FOR_ALL, [])
    for recipient in letters.rows:
        letter = recipient.letter
        if letter and str(recipient.person.pk) in named and letter.status == "not_needed":
            letter.reopen()
    messages.success(request, "Each gets a letter again. The one for everyone stays as a draft.")
    return redirect("visit-letters", pk=pk)


@require_safe
def letter_file(request: Request, pk: uuid.UUID) -> HttpResponse:
    """The letter as a mail to open in a mail program, and send from there."""
    letter = visible_or_404(request, pk)
    letters = Correspondence(request.user, letter.day)
    address, through = letters.address_for(recipient_or_404(letters, letter.person_id))
    sender = (request.user.name, request.user.email)
    to = ((through or letter.person).name, address)
    mail = eml(sender, to, letter.subject, letter.body)
    name = slugify(f"letter-{letter.person.name}") or "letter"
    headers = {"Content-Disposition": f'attachment; filename="{name[:80]}.eml"'}
    return HttpResponse(mail, content_type="message/rfc822", headers=headers)


@require_safe
def letter_print(request: Request, pk: uuid.UUID) -> HttpResponse:
    """The letter on paper."""
    letter = visible_or_404(request, pk)
    context = {"letter": letter, "day": letter.day, "today": timezone.now(), "on_paper": True}
    return render(request, "letters/print.html", context)


def visible_or_404(request: Request, pk: uuid.UUID, *, lock: bool = False) -> Letter:
    letters = Letter.objects.visible_to(request.user).with_place()
    return get_object_or_404(letters.locked() if lock else letters, pk=pk)

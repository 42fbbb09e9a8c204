"""What thank-you letters begin as, and what they end with: the templates and the signature."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from interviews.forms.letter import LetterTemplateForm, SignatureForm
from interviews.models import LetterTemplate, User
from interviews.views.pages import Request, form_page, posted
from interviews.views.removal import remove


def letter_templates(request: Request) -> HttpResponse:
    """The templates, and the signature under each letter."""
    mine = get_object_or_404(User, pk=request.user.pk)  # a copy: forms write into it what is wrong
    form = SignatureForm(posted(request), instance=mine)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, "Your signature is saved.")
        return redirect("letter-templates")
    templates = LetterTemplate.objects.of(request.user)
    return form_page(request, "letters/templates.html", form, templates=templates)


def letter_template_create(request: Request) -> HttpResponse:
    template = LetterTemplate(body="Dear {name},\n\n{talked}\n")
    form = LetterTemplateForm(posted(request), instance=template, user=request.user)
    if request.method == "POST" and form.is_valid() and form.save_or_explain():
        messages.success(request, "The template is there.")
        return redirect("letter-templates")
    return form_page(request, "letters/template.html", form)


def letter_template(request: Request, pk: uuid.UUID) -> HttpResponse:
    template = get_object_or_404(LetterTemplate.objects.visible_to(request.user), pk=pk)
    name = template.name
    form = LetterTemplateForm(posted(request), instance=template, user=request.user)
    if request.method == "POST" and form.is_valid() and form.save_or_explain():
        messages.success(request, "The template is saved. Letters already begun stay as they are.")
        return redirect("letter-templates")
    return form_page(request, "letters/template.html", form, letter=template, name=name)


def letter_template_delete(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Ask once, with a way back; letters already begun stay as they are."""
    template = get_object_or_404(LetterTemplate.objects.visible_to(request.user), pk=pk)
    if request.method == "POST":
        remove(request, template, back=reverse("letter-templates"))
        return redirect("letter-templates")
    return render(request, "letters/template_delete.html", {"letter": template})

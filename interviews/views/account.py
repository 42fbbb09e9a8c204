"""The account page: who you are and when it is where you are."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from interviews.forms.account import AccountForm
from interviews.models import User
from interviews.views.pages import form_page, posted


def account(request: HttpRequest) -> HttpResponse:
    """Show and change one's own name and time zone."""
    mine = get_object_or_404(User, pk=request.user.pk)  # a copy: forms write into it what is wrong
    form = AccountForm(posted(request), instance=mine)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, "Your name and time zone are saved.")
        return redirect("account")
    return form_page(request, "account/account.html", form)

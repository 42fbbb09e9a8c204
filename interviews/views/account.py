"""The account page: who you are and when it is where you are."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from interviews.forms.account import AccountForm


@require_http_methods(["GET", "HEAD", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    """Show and change one's own name and time zone."""
    form = AccountForm(request.POST if request.method == "POST" else None, instance=request.user)
    if request.method == "POST":
        if form.is_valid():
            form.save()
            messages.success(request, "Your name and time zone are saved.")
            return redirect("account")
        request.user.refresh_from_db()
    return render(
        request, "account/account.html", {"form": form}, status=422 if form.is_bound else 200
    )

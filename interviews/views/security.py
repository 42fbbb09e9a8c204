"""How one logs in, where one is logged in, and how one leaves for good."""

from allauth.account.decorators import reauthentication_required
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.views import login_webauthn
from allauth.usersessions.adapter import get_adapter
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe
from django.views.generic import RedirectView

from interviews.forms.account import DeleteAccountForm
from interviews.transfer import delete_everything_of, everything_of
from interviews.views.pages import Request, form_page, posted

to_security = RedirectView.as_view(pattern_name="account-security")
passkey_login = login_not_required(login_webauthn)


def security(request: Request) -> HttpResponse:
    """Everything that lets somebody in: password, passkeys, codes, and where they are in."""
    factors = Authenticator.objects.filter(user=request.user).order_by("created_at")
    kinds = {factor.type: factor for factor in factors}
    sessions = UserSession.objects.purge_and_list(request.user)
    return render(
        request,
        "account/security.html",
        {
            "passkeys": [factor for factor in factors if factor.type == "webauthn"],
            "app": kinds.get("totp"),
            "recovery": kinds.get("recovery_codes"),
            "sessions": sorted(sessions, key=lambda session: session.created_at, reverse=True),
        },
    )


@require_POST
def sessions_end(request: Request) -> HttpResponse:
    """Log out of all other browsers, and with `here` of this one too; at once, in every worker."""
    here = "here" in request.POST
    mine = UserSession.objects.filter(user=request.user)
    get_adapter().end_sessions([each for each in mine if here or not each.is_current()])
    if here:
        logout(request)
        messages.success(request, "You are logged out everywhere.")
        return redirect("account_login")
    messages.success(request, "You are logged out everywhere but here.")
    return redirect("account-security")


@reauthentication_required()  # type: ignore[untyped-decorator]  # allauth has no types
def account_delete(request: Request) -> HttpResponse:
    """Delete one's account with everything in it, after its address was typed."""
    form = DeleteAccountForm(posted(request), user=request.user)
    if request.method == "POST" and form.is_valid():
        delete_everything_of(request.user)
        logout(request)
        return redirect("account-deleted")
    return form_page(request, "account/delete.html", form)


@reauthentication_required()  # type: ignore[untyped-decorator]  # allauth has no types
@require_safe
def account_export(request: Request) -> HttpResponse:
    """Everything that one wrote, as a file to take along."""
    headers = {"Content-Disposition": 'attachment; filename="second-look.json"'}
    options = {"indent": 1, "ensure_ascii": False}
    return JsonResponse(everything_of(request.user), json_dumps_params=options, headers=headers)


@login_not_required
def account_deleted(request: Request) -> HttpResponse:
    return render(request, "account/deleted.html")

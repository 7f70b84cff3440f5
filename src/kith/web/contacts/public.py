"""The page on which anybody tells us about a child: no sign-in, nothing looked up, the same answer whoever is named."""

from allauth.account.adapter import get_adapter
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from kith.apps.cases import services
from kith.apps.cases.projections import Receipt
from kith.web.children.saving import FORM, is_saved
from kith.web.contacts.forms import PublicForm
from kith.web.family_words import say
from kith.web.limits import TooMany, take

TOO_MANY = 429


@login_not_required
@require_http_methods(FORM)
def tell_us(request: HttpRequest) -> HttpResponse:
    """Nothing is kept in the browser, so the next person at this screen finds an empty form."""
    if request.method != "POST":
        return render(request, "contacts/tell_us.html", {"form": PublicForm()})
    form, receipts = PublicForm(request.POST), list[Receipt]()
    if form.is_valid() and not _has_a_place(request):
        form.add_error(None, say("tell_us.too_many"))
        return render(request, "contacts/tell_us.html", {"form": form}, status=TOO_MANY)
    if is_saved(form, lambda: receipts.append(_told(request, form))):
        return render(request, "contacts/received.html", {"reference": receipts[0].reference})
    return render(request, "contacts/tell_us.html", {"form": form}, status=422)


def _has_a_place(request: HttpRequest) -> bool:
    """Asked of what is sound; where there is none, our own page comes back, so that no word is lost."""
    try:
        take("tell_us", get_adapter().get_client_ip(request))
    except TooMany:
        return False
    return True


def _told(request: HttpRequest, form: PublicForm) -> Receipt:
    return services.tell_as_public(
        told=form.told(),
        teller=form.teller(),
        due=form.cleaned_data["due"],
        is_about_adult=form.is_about_adult,
        now=request.now,
    )

"""Routes about adults under a sentence or an order, and about what keeps a child safe from them."""

from django.urls import path

from kith.web.sentences import conditions, finding, overseeing, safeguards, supervising, writing

app_name = "sentences"
ADULT = "supervised/<slug:person_ref>"
CONDITION = f"{ADULT}/conditions/<slug:condition_ref>"

urlpatterns = [
    path("supervised", supervising.supervised, name="supervised"),
    path(ADULT, supervising.sentence, name="sentence"),
    path(f"{ADULT}/steps/<slug:step_ref>/take-out", supervising.take_out, name="take_out_step"),
    path(f"{ADULT}/told", supervising.told, name="told"),
    path(f"{ADULT}/add-condition", conditions.add, name="add_condition"),
    path(CONDITION, conditions.change, name="change_condition"),
    path(f"{CONDITION}/take-out", conditions.take_out, name="take_out_condition"),
    path(f"{CONDITION}/put-back", conditions.put_back, name="put_back_condition"),
    path(f"{ADULT}/address", writing.add_address, name="add_address"),
    path(f"{ADULT}/summary", writing.summary, name="summary"),
    path(f"{ADULT}/intelligence", writing.intelligence, name="intelligence"),
    path("overseen", overseeing.overseen, name="overseen"),
    path("overseen/<slug:person_ref>", overseeing.allocate, name="allocate"),
    path("front-door/found/<slug:found_ref>", finding.found, name="found"),
    path("front-door/found/<slug:found_ref>/look-again", finding.look_again, name="look_again"),
    path("children/<slug:child_ref>/kept-safe", safeguards.safeguards, name="safeguards"),
]

"""Routes of seals, of the second person, and of what workers know in their own lives."""

from django.urls import path

from kith.web.sealing import conflicts, lists, second_person, setting

app_name = "sealing"
CHILD = "children/<slug:child_ref>"
SEAL = f"{CHILD}/seals/<slug:seal_ref>"

urlpatterns = [
    path(f"{CHILD}/people/<slug:person_ref>/seal", setting.set_seal, name="set_seal"),
    path(SEAL, lists.seal, name="seal"),
    path(f"{SEAL}/add-reader", lists.add_reader, name="add_reader"),
    path(f"{SEAL}/end-reader", lists.end_reader, name="end_reader"),
    path(f"{SEAL}/keep-from", lists.keep_from, name="keep_from"),
    path(f"{SEAL}/lift", lists.propose_lift, name="propose_lift"),
    path("second-person", second_person.queue, name="queue"),
    path("second-person/role", second_person.propose_role, name="propose_role"),
    path("second-person/seals/<slug:seal_ref>", second_person.confirm_seal, name="confirm_seal"),
    path("second-person/seals/<slug:seal_ref>/reader", second_person.name_reader, name="name_reader"),
    path("second-person/<slug:proposal_ref>", second_person.decide, name="decide"),
    path("second-person/<slug:proposal_ref>/take-back", second_person.take_back, name="take_back"),
    path(f"{CHILD}/own-life", conflicts.declare, name="declare_conflict"),
    path(f"{CHILD}/own-life/colleague", conflicts.note, name="note_conflict"),
    path("own-life", conflicts.choose, name="choose_child"),
    path("own-life/told", conflicts.told, name="conflict_told"),
    path("own-life/list", conflicts.conflict_list, name="conflicts"),
    path("own-life/<slug:conflict_ref>/end", conflicts.end, name="end_conflict"),
]

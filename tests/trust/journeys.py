"""What people do with Kith, as scripts: each walks through pages and forms as a worker would, or as a snoop would."""

from collections.abc import Callable, Mapping

from django.urls import reverse

from kith.apps.agencies.models import Organisation
from kith.apps.cases.models import Contact, DelayReason, Disagreement, PathStep, Standing
from kith.apps.people.models import PersonName
from tests.trust.access.profiles import is_long
from tests.trust.bringing import bringing_tables
from tests.trust.county import CHILDREN, RELATIVES
from tests.trust.giving_stories import giving_what_happened, publishing_what_happened
from tests.trust.heard import answering_what_is_asked, hearing_children
from tests.trust.loop_journeys import keeping_in_the_loop
from tests.trust.own_pages import reading_own_pages
from tests.trust.pictures import drawing_with_children, looking_at_pictures
from tests.trust.supervision import asking_for_supervision
from tests.trust.telling import looking_along_a_timeline, telling_what_happened
from tests.trust.thumb_journeys import writing_with_a_thumb
from tests.trust.visitor import Visitor

Refs = Mapping[str, str]  # by names of the county; "hidden" is somebody's, or nobody's
Journey = Callable[[Visitor, Refs], None]
PAGES = ("child", "picture", "picture_svg", "add_person", "add_tie", "add_household")
WORDS = ("okafor", "kwame", "quillfeather", "Xanthe Q", "em7 7qz", "threnody yard", "9434765919", "1955", "EM1", "o")
MORE_WORDS = (
    *("mina", "Okaf", "mina okafor", "zanthe", "threnody", "2016", "EM77", "zipporah", "quillfeather grace"),
    *("yaw mensah", "yaw", "em1 1em", "em4 7qt", "mother", "gables", "quay row", "zzz", "' or 1=1 --", "%", ""),
)


def at(route: str, *args: str) -> str:
    return reverse(f"children:{route}", args=args)


def looking_at_the_day(visitor: Visitor, refs: Refs) -> None:
    visitor.get("/")
    visitor.get(at("find"))
    visitor.get("/sign-in")
    visitor.get("/sign-out")
    visitor.get("/health")


def finding_with_many_words(visitor: Visitor, refs: Refs) -> None:
    for words in (*WORDS, *MORE_WORDS) if is_long() else WORDS:
        visitor.post(at("find"), asked=words)


def opening_every_child(visitor: Visitor, refs: Refs) -> None:
    for name in CHILDREN:
        visitor.get(at("child", refs[name]))


def asking_who_sees_whom(visitor: Visitor, refs: Refs) -> None:
    for name in (*CHILDREN, "hidden"):
        visitor.get(reverse("seeing:why", args=[refs[name]]))


def telling_about_children(visitor: Visitor, refs: Refs) -> None:
    """On the public page and as a worker, with words that name whoever may be hidden; then at the front door."""
    for name in ("Okafor Threnody", "Xanthe Quillfeather", "Mina Okafor", "Nobody Known"):
        visitor.post(reverse("contacts:tell_us"), about="child", words="She is cold.", child_name=name)
        visitor.post(reverse("contacts:tell"), words="She is cold.", child_name=name, family_knows="no")
    for page in ("sent", "queue", "allegations"):
        visitor.get(reverse(f"contacts:{page}"))
    for told in Contact.objects.order_by("pk"):
        visitor.get(reverse("contacts:contact", args=[told.ref]))
        for name in ("mina", "hidden"):
            visitor.post(reverse("contacts:link", args=[told.ref, refs[name]]), version=str(told.version))
            visitor.get(reverse("contacts:outcome", args=[told.ref]))


def keeping_a_path(visitor: Visitor, refs: Refs) -> None:
    """Steps of everybody's path, their clocks, and why these are late; as the council would, or as a snoop would."""
    late = {"reason": "not_reached", "words": "Nobody is at home.", "done": "A letter.", "agreed_by": "The chair"}
    for name in ("mina", "lou", "hidden"):
        ref = refs[name]
        day = {"on": "2 November 2026", "words": "Grace Okafor was there."}
        visitor.post(reverse("contacts:path", args=[ref]), step="strategy", version="0", **day)
        visitor.post(reverse("contacts:path", args=[ref]), step="section_47", version="1", **day)
        for step in PathStep.objects.order_by("pk"):
            where = reverse("contacts:why_late", args=[ref, step.ref, "S47_TO_ICPC"])
            visitor.get(where)
            visitor.post(where, look_again_on="1 December 2026", **late)
        for reason in DelayReason.objects.order_by("pk"):
            visitor.post(reverse("contacts:take_out_delay", args=[ref, reason.ref]))
    visitor.get(reverse("timescales:rules"))


def saying_where_children_stand(visitor: Visitor, refs: Refs) -> None:
    """Where everybody stands, with words that name whoever is hidden or sealed; and what agencies disagree about."""
    for name in ("mina", "lou", "hidden"):
        ref, guess = refs[name], "Xanthe Quillfeather is at 7 Threnody Yard, EM7 7QZ"
        said = {"what": "looked_after.section_20", "since": "9 September 2026", "words": guess, "version": "0"}
        visitor.post(reverse("standing:record", args=[ref]), **said)
        for row in Standing.objects.order_by("pk"):
            for route in ("correct", "end"):
                visitor.get(reverse(f"standing:{route}", args=[ref, row.ref]))
            visitor.post(reverse("standing:end", args=[ref, row.ref]), until="1 October 2026", version="1")
        visitor.get(reverse("standing:history", args=[ref]))
        visitor.get(reverse("disagreeing:new", args=[ref]))
        agency = Organisation.objects.get(kind="school").ref
        told = {"agency": agency, "about": guess, "words": guess, "wanted": "More visits."}
        visitor.post(reverse("disagreeing:new", args=[ref]), **told)
        for one in Disagreement.objects.order_by("pk"):
            visitor.post(reverse("disagreeing:one", args=[ref, one.ref]), words="We do not.", version="1")
            visitor.post(reverse("disagreeing:further", args=[ref, one.ref]), words="Silence.", version="1")
        visitor.get(at("child", ref))
    visitor.get("/")


def beginning_records(visitor: Visitor, refs: Refs) -> None:
    """Of a baby whose mother may be hidden, and of the children of a household in which somebody may be."""
    visitor.post(reverse("contacts:tell_of_unborn"), words="No scan.", mother="Okafor Threnody", family_knows="no")
    visitor.post(reverse("contacts:tell"), words="Both are cold.", child_name="Mina Okafor", family_knows="no")
    for told in Contact.objects.order_by("pk"):
        for page in ("begin_unborn", "household"):
            at_desk = reverse(f"contacts:{page}", args=[told.ref])
            visitor.get(at_desk)
            said = {"mother_ref": refs["hidden"], "known": refs["hidden"]}
            visitor.post(at_desk, **said, version=str(told.version))
            visitor.get(at_desk)
    _begin_together(visitor, refs)
    for name in ("mina", "hidden"):
        for page in ("born", "pregnancy_ended", "born_together", "new_meeting"):
            visitor.get(reverse(f"contacts:{page}", args=[refs[name]]))


def _begin_together(visitor: Visitor, refs: Refs) -> None:
    """Brothers and sisters of Mina’s: what becomes of them tells nothing of a parent or a home that may be hidden."""
    together = {"names": "Wren Okafor\nRook Okafor", "share": "both", "is_one_home": "on", "known": refs["mina"]}
    for told in Contact.objects.filter(child_name="Mina Okafor"):
        where = reverse("contacts:household", args=[told.ref])
        visitor.post(where, **together, version=str(told.version))
    for ref in (
        PersonName.objects.filter(text="Wren Okafor").order_by("pk").values_list("person__subject__ref", flat=True)
    ):
        for page in ("child", "picture"):
            visitor.get(at(page, ref))
    for words in ("Okafor Threnody", "wren"):
        visitor.post(at("find"), asked=words)


def asking_what_keeps_children_safe(visitor: Visitor, refs: Refs) -> None:
    """Whom a court keeps from which child, and which address of Dad's or Mina's would be unsafe: guesses among them."""
    for name in (*CHILDREN, "hidden"):
        visitor.get(reverse("sentences:safeguards", args=[refs[name]]))
    for name in ("dad", "mum", "hidden"):
        for page in ("sentence", "intelligence"):
            visitor.get(reverse(f"sentences:{page}", args=[refs[name]]))
    for lines, code in (("14 Quay Row", ""), ("7 Threnody Yard", ""), ("7 threnody yard, Eastmarch", "em77qz")):
        for who in ("dad", "mina"):
            visitor.post(at("add_address", refs["mina"], refs[who]), lines=lines, postcode=code)
            visitor.get(at("child", refs["mina"]))


def going_round_a_team(visitor: Visitor, refs: Refs) -> None:
    """Who is on it, who is away and who asks to be let in; and putting somebody there because of whoever is hidden."""
    for name in (*CHILDREN, "hidden"):
        visitor.get(reverse("teams:team", args=[refs[name]]))
    mina, join = refs["mina"], reverse("teams:join", args=[refs["mina"]])
    visitor.get(join)
    place = {"basis": "public_task", "since": "24 November 2026", "agency": "Lantern House"}
    for adult in (refs["hidden"], refs["mum"]):
        visitor.post(join, **place, name="Rhoda Vantongeren", adult=adult)
        visitor.get(reverse("teams:team", args=[mina]))
    visitor.post(reverse("teams:ask_round"), adult=refs["hidden"], words="I see them weekly.")
    visitor.get(reverse("teams:adviser", args=[mina]))
    visitor.post(reverse("teams:absences"), since="24 November 2026", until="", cover_name="Una", cover_reach="1")
    visitor.get(reverse("teams:absences"))
    visitor.get(at("child", mina))
    visitor.get("/")


def looking_in_an_emergency(visitor: Visitor, refs: Refs) -> None:
    """Every child by the pointer page, the form and a look; then whatever has opened, and who looked."""
    why = {"reason": "may_be_hurt", "words": "A caller says she left home without a coat."}
    for name in (*CHILDREN, "hidden"):
        for route in ("known", "emergency"):
            visitor.get(reverse(f"seeing:{route}", args=[refs[name]]))
        visitor.post(reverse("seeing:emergency", args=[refs[name]]), **why)
        for page in ("child", "picture"):
            visitor.get(at(page, refs[name]))
        visitor.get(reverse("oversight:answer", args=[refs[name]]))
    visitor.get(reverse("oversight:queue"))
    visitor.get("/")


def looking_at_mina_in_every_form(visitor: Visitor, refs: Refs) -> None:
    for page in (*PAGES, "picture_png", "picture_pdf", "people_csv", "people_xlsx"):
        visitor.get(at(page, refs["mina"]))
    visitor.head(at("picture", refs["mina"]))


def opening_everybody_in_the_family(visitor: Visitor, refs: Refs) -> None:
    for name in ("mina", *RELATIVES):
        visitor.get(at("person", refs["mina"], refs[name]))
        visitor.get(at("change_person", refs["mina"], refs[name]))


def guessing_refs(visitor: Visitor, refs: Refs) -> None:
    """Addresses of the hidden one, in every place of every route, as whoever once learnt the ref would try them."""
    hidden, mina, mum = refs["hidden"], refs["mina"], refs["mum"]
    for page in PAGES:
        visitor.get(at(page, hidden))
    for one in ("person", "change_person"):
        visitor.get(at(one, mina, hidden))
        visitor.get(at(one, hidden, mum))
        visitor.get(at(one, hidden, hidden))
    for act in ("take_out_person", "put_back_person"):
        visitor.post(at(act, mina, hidden), version="1")
        visitor.post(at(act, hidden, hidden), version="1")
    visitor.post(at("change_person", mina, hidden), version="1", kind="adult", certainty="sure")
    visitor.get(at("add_person", mina), to=hidden, relation="parent")
    visitor.get(at("add_tie", mina), a=hidden)


def tying_to_the_hidden(visitor: Visitor, refs: Refs) -> None:
    """A form that names a ref which the page did not offer."""
    hidden, mina = refs["hidden"], refs["mina"]
    visitor.post(at("add_tie", mina), a=mina, b=hidden, kind="close")
    visitor.post(at("add_person", mina), called="Baz", relation="parent", to=hidden)
    visitor.post(at("add_person", mina), called="Baz", relation="child", to=refs["mum"], also=hidden)
    visitor.post(at("add_household", mina), name="The Gables", members=[mina, hidden])


def repeating_what_may_be_there(visitor: Visitor, refs: Refs) -> None:
    """Ties that only the hidden one's view, or her own tie, would have made known already."""
    mina = refs["mina"]
    visitor.post(at("add_tie", mina), a=refs["mum"], b=refs["dad"], kind="close")
    visitor.post(at("add_tie", mina), a=mina, b=refs["uncle"], kind="close")
    visitor.get(at("person", mina, refs["mum"]))


def adding_relatives(visitor: Visitor, refs: Refs) -> None:
    """A parent and a brother for whoever has a hidden parent, and a loss for whoever has a hidden wife."""
    for relation, to in (("sibling", "dad"), ("parent", "dad"), ("sibling", "kofi"), ("partner", "uncle")):
        visitor.post(at("add_person", refs["mina"]), called=f"New {relation}", relation=relation, to=refs[to])
    for to, kind in (("uncle", ""), ("dad", "adult")):
        lost = {"relation": "child", "to": refs[to], "loss": "miscarriage", "kind": kind}
        visitor.post(at("add_person", refs["mina"]), **lost)
    visitor.get(at("picture", refs["mina"]))
    visitor.post(at("find"), asked="new")
    visitor.get("/")


def adding_facts(visitor: Visitor, refs: Refs) -> None:
    """Forms about one person, and facts that are the hidden one's."""
    mina, mum = refs["mina"], refs["mum"]
    for form in ("add_name", "add_address", "add_number", "set_languages", "add_responsibility", "join_home"):
        visitor.get(at(form, mina, mina))
        visitor.get(at(form, mina, refs["hidden"]))
    visitor.post(at("add_name", mina, mum), text="Gracie Okafor", kind="known_as")
    visitor.post(at("add_address", mina, mum), lines="1 High Street", postcode="EM1 1EM")
    visitor.post(at("add_responsibility", mina, mina), holder=refs["hidden"], how="court_order")
    visitor.post(at("add_responsibility", mina, mina), holder=mum, how="birth")
    for act in ("take_out_fact", "put_back_fact", "reopen_fact", "end_responsibility"):
        visitor.post(at(act, mina, mina, refs["hidden fact"]), version="1", until="2020")
    visitor.get(at("person", mina, mina))


def telling_of_twins(visitor: Visitor, refs: Refs) -> None:
    """Kofi, whose twin the hidden one is: nobody learns that he has one, and a twin who is seen is one all the same."""
    mina, kofi = refs["mina"], refs["kofi"]
    visitor.get(at("add_twins", mina, kofi))
    visitor.get(at("add_twins", mina, refs["hidden"]))
    for others in ([refs["hidden"]], [refs["uncle"]], [kofi], [mina, refs["hidden"]], [mina], [mina]):
        visitor.post(at("add_twins", mina, kofi), others=others, kind="born_identical", told_by="Grace")
    visitor.post(at("add_twins", mina, refs["hidden"]), others=[kofi], kind="born_together")
    for name in ("mina", "kofi"):
        visitor.get(at("person", mina, refs[name]))
    visitor.get(at("picture", mina))


def guessing_what_is_sealed(visitor: Visitor, refs: Refs) -> None:
    """Writing what may be sealed into every field, and looking what becomes of it."""
    mina, mum = refs["mina"], refs["mum"]
    guess = "She is at 7 Threnody Yard, EM7 7QZ, with Zipporah"
    for version, spoken in enumerate(("English", "English, Tigrinya", "English", "Tigrinya, English"), start=1):
        visitor.post(at("set_languages", mina, mum), spoken=spoken, interpreter="English", version=str(version))
        visitor.get(at("set_languages", mina, mum))
        visitor.get(at("person", mina, mum))
    visitor.post(at("add_tie", mina), a=mum, b=refs["friend"], kind="close", words=guess, told_by="Quillfeather")
    visitor.post(at("add_address", mina, mum), lines="7 Threnody Yard", postcode="EM7 7QZ")
    visitor.post(at("add_address", mina, refs["dad"]), lines="1 Threnody Yard")
    visitor.post(at("add_name", mina, mum), text="Zipporah Quillfeather", kind="known_as")
    visitor.post(at("add_name", mina, refs["friend"]), text="Bernice Quillfeather", kind="known_as")
    for _ in range(2):
        visitor.post(at("add_number", mina, mum), kind="nhs_number", value="943 476 5919")
    visitor.post(at("add_household", mina), name="7 Threnody Yard", members=[mum])
    said = {"version": "1", "kind": "adult", "certainty": "sure", "gender": "EM7 7QZ", "pronouns": ""}
    visitor.post(at("change_person", mina, refs["uncle"]), **said)
    for name in ("mina", "mum", "dad", "uncle", "friend"):
        visitor.get(at("person", mina, refs[name]))
    for page in ("child", "picture", "people_csv"):
        visitor.get(at(page, mina))
    for words in ("em7 7qz", "threnody", "zipporah"):
        visitor.post(at("find"), asked=words)
    visitor.get("/")


def adding_a_home(visitor: Visitor, refs: Refs) -> None:
    """Dad may not live with her, so the second time it is said why it is saved all the same."""
    for name, why in (("The Gables", ""), ("14 Quay Row", "Probation has agreed to it.")):
        there = [refs["mina"], refs["dad"]]
        visitor.post(at("add_household", refs["mina"]), name=name, members=there, unsafe_why=why)
    visitor.get(at("person", refs["mina"], refs["dad"]))


def changing_somebody(visitor: Visitor, refs: Refs) -> None:
    """A change that goes through, one that is stale, one that cannot be read."""
    for birth, loss in (("1984", ""), ("1983", ""), ("the day before", ""), ("1982", "stillbirth")):
        said = {"version": "1", "kind": "adult", "certainty": "sure", "birth": birth, "loss": loss}
        visitor.post(at("change_person", refs["mina"], refs["dad"]), **said)


def taking_out_and_putting_back(visitor: Visitor, refs: Refs) -> None:
    """Whoever had a tie to the hidden one, or was told of by her."""
    for name in ("friend", "uncle"):
        for act, version in (("take_out_person", "1"), ("put_back_person", "2"), ("put_back_person", "2")):
            visitor.post(at(act, refs["mina"], refs[name]), version=version, why="Told by mistake")


def acting_on_ties(visitor: Visitor, refs: Refs) -> None:
    for tie in ("visible tie", "hidden tie"):
        where = (refs["mina"], refs[tie])
        visitor.get(at("add_account", *where))
        visitor.post(at("add_account", *where), version="1", agrees="no", told_by="Kwame", words="It is not so.")
        visitor.post(at("take_out_tie", *where), version="2", why="Told by mistake")
        visitor.post(at("put_back_tie", *where), version="3")


def looking_at_family_copies(visitor: Visitor, refs: Refs) -> None:
    """Copies as they would leave, with everybody named who may be; and the hidden one tried in every place."""
    page, make = (reverse(f"links:{route}", args=[refs["mina"]]) for route in ("links", "make"))
    visitor.get(page)
    visitor.get(make)
    chosen = {"look": "yes", "child_says": "agreed", "days": "7", "visits": "5", "telling": "phone"}
    everybody = [refs[name] for name in RELATIVES]
    for reader in ("mina", "mum", "uncle", "hidden"):
        visitor.post(make, **chosen, reader=refs[reader], named=everybody)
    visitor.post(make, **chosen, reader=refs["mum"], left_out=[refs["hidden"]])
    visitor.get(reverse("links:make", args=[refs["hidden"]]))
    visitor.get(reverse("links:links", args=[refs["hidden"]]))


def making_two_records_one(visitor: Visitor, refs: Refs) -> None:
    """Choosing among everybody who is offered, and the hidden one tried as either of the two."""
    mina, mum, hidden = refs["mina"], refs["mum"], refs["hidden"]
    said = {"why": "The same birth certificate.", "version": "1", "other_version": "1"}

    def same(route: str, *args: str) -> str:
        return reverse(f"merging:{route}", args=args)

    for name in (mina, mum, hidden):
        visitor.get(same("choose", mina, name))
        visitor.get(same("choose", mina, name), family=hidden)
    for words in ("okafor", "threnody", "quillfeather"):
        visitor.post(same("choose", mina, mum), find=words)
    for one, other in ((mum, hidden), (hidden, mum), (mina, hidden), (mum, refs["lou"])):
        visitor.get(same("say", mina, one, other))
        visitor.post(same("say", mina, one, other), **said)
    for name in ("friend", "dad"):  # whom the hidden one is tied to, and told us of
        visitor.get(same("say", mina, refs["uncle"], refs[name]))
    visitor.post(same("say", mina, refs["uncle"], refs["friend"]), **said)
    visitor.post(same("say", mina, refs["dad"], refs["uncle"]), **said | {"other_version": "2"})
    visitor.post(same("say", mina, mina, mum), **said)
    visitor.get(reverse("sealing:queue"))
    for page in ("child", "picture", "people_csv"):
        visitor.get(at(page, mina))
    visitor.get(at("person", mina, refs["dad"]))
    visitor.get(same("part", mina, refs["dad"], hidden))


def wishing_records_away(visitor: Visitor, refs: Refs) -> None:
    """Proposing that somebody is destroyed: the hidden one, and those whom the hidden one is tied to."""
    mina, hidden = refs["mina"], refs["hidden"]
    said = {"ground": "entered_wrongly", "why": "Told by mistake.", "version": "1"}
    for child, person in (
        (mina, hidden),
        (hidden, hidden),
        (mina, mina),
        (mina, refs["uncle"]),
        (mina, refs["friend"]),
    ):
        where = reverse("destroying:propose", args=[child, person])
        visitor.get(where)
        for why in ("Told by mistake.", "Quillfeather was meant.", "Yaw was meant."):
            visitor.post(where, **said | {"why": why})
        visitor.get(at("person", mina, person))
    visitor.get(reverse("sealing:queue"))


def giving_a_task(visitor: Visitor, refs: Refs) -> None:
    """Over whom one reads, over the hidden one, and by references of both; then what the list says of it."""
    mina, hidden = refs["mina"], refs["hidden"]
    give = reverse("tasks:give")
    said = {"purpose": "qa", "name": "A review", "why": "Once a year.", "covers": "named"}
    said |= {"since": "24 November 2026", "until": "1 December 2026", "worker": refs["quin"]}
    visitor.get(give)
    for words in ("okafor", "threnody", "quillfeather"):
        visitor.post(give, find=words, search="yes")
    for named in ([mina], [hidden], [mina, hidden], [f"{mina}\n{hidden}"]):
        visitor.post(give, **said, named=named)
    visitor.get(reverse("tasks:overview"))


def going_astray(visitor: Visitor, refs: Refs) -> None:
    for path in ("/nowhere", "/children/" + "0" * 26, "/children/x/people/y", "/admin/", "/children/a.b"):
        visitor.get(path)
    visitor.post(at("child", refs["mina"]))
    visitor.post(at("find"), asked="x" * 5_000)
    visitor.post(at("add_person", refs["mina"]))
    visitor.post(at("add_tie", refs["mina"]))


JOURNEYS: tuple[Journey, ...] = (
    looking_at_the_day,
    finding_with_many_words,
    opening_every_child,
    asking_what_keeps_children_safe,
    hearing_children,
    looking_at_pictures,
    asking_who_sees_whom,
    looking_in_an_emergency,
    looking_at_mina_in_every_form,
    opening_everybody_in_the_family,
    guessing_refs,
    tying_to_the_hidden,
    repeating_what_may_be_there,
    adding_relatives,
    adding_facts,
    telling_of_twins,
    guessing_what_is_sealed,
    adding_a_home,
    changing_somebody,
    taking_out_and_putting_back,
    acting_on_ties,
    looking_at_family_copies,
    making_two_records_one,
    wishing_records_away,
    giving_a_task,
    going_astray,
    telling_about_children,
    keeping_a_path,
    saying_where_children_stand,
    answering_what_is_asked,
    beginning_records,
    going_round_a_team,
    keeping_in_the_loop,
    reading_own_pages,
    telling_what_happened,
    giving_what_happened,
    publishing_what_happened,
    bringing_tables,
    writing_with_a_thumb,
    looking_along_a_timeline,
    asking_for_supervision,
    drawing_with_children,
)

"""What somebody told about a child or an adult, whom it is about, what was decided, and from whom it is kept."""

from django.db import models

from kith.apps.records.base import Aggregate, Guarded, Record
from kith.kernel.text import LIMITS


class Contact(Aggregate):
    """One thing that somebody told, in their own words. An anonymous one holds nothing about who told it."""

    kind = models.CharField(max_length=12)  # concern, allegation
    reference = models.CharField(max_length=12, unique=True)
    sender_kind = models.CharField(max_length=12)  # professional, public, anonymous
    sent_by = models.ForeignKey("agencies.User", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    organisation = models.ForeignKey(
        "agencies.Organisation", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    sender_name = models.CharField(max_length=LIMITS["name"], default="")
    sender_reach = models.CharField(max_length=LIMITS["line"], default="")
    child_name = models.CharField(max_length=LIMITS["name"], default="")
    child_age = models.CharField(max_length=LIMITS["date"], default="")
    child_where = models.CharField(max_length=LIMITS["line"], default="")
    others = models.CharField(max_length=LIMITS["line"], default="")
    family_knows = models.CharField(max_length=12, default="")
    adult_name = models.CharField(max_length=LIMITS["name"], default="")
    adult_work = models.CharField(max_length=LIMITS["line"], default="")
    adult_how = models.CharField(max_length=20, default="")
    unborn = models.BooleanField(default=False)
    expected = models.CharField(max_length=LIMITS["date"], default="")
    mother = models.CharField(max_length=LIMITS["name"], default="")
    words = models.TextField()
    received_at = models.DateTimeField()
    waits = models.BooleanField(default=True)

    class Meta:
        indexes = [
            models.Index(fields=["waits", "kind", "received_at"], name="contacts_waiting"),
            models.Index(fields=["sent_by", "received_at"], name="contacts_by_sender"),
        ]


class ContactPerson(Guarded):
    """Somebody known whom a contact is about, because a worker said so; never because names are alike."""

    contact = models.ForeignKey("cases.Contact", on_delete=models.PROTECT, related_name="+")
    subject = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")
    linked_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    linked_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    merge_ref = models.CharField(max_length=26, default="")


class ContactDecision(Record):
    """What was decided, why, and by which version of the thresholds; a second look adds one and changes none."""

    contact = models.ForeignKey("cases.Contact", on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=24)
    reason = models.TextField()
    threshold = models.CharField(max_length=60)
    decided_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    decided_at = models.DateTimeField()


class Challenge(Record):
    """A referrer disagrees, and somebody else looks again."""

    contact = models.ForeignKey("cases.Contact", on_delete=models.PROTECT, related_name="+")
    why = models.TextField()
    asked_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    asked_at = models.DateTimeField()


class KeptFrom(Guarded):
    """Whom what is said of an adult must never reach: the adult, whoever is in a team with them, their employer."""

    contact = models.ForeignKey("cases.Contact", on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey("agencies.User", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    team = models.ForeignKey("agencies.Team", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    organisation = models.ForeignKey(
        "agencies.Organisation", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )


class PathStep(Record):
    """One step of a child's path, taken on a day; a wrong one is taken out and stays, struck through."""

    subject = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+", db_index=False)
    number = models.PositiveIntegerField()
    step = models.CharField(max_length=24)
    on_day = models.DateField()
    words = models.CharField(max_length=LIMITS["line"], default="")
    delay = models.CharField(max_length=LIMITS["line"], default="")
    agreed_by = models.CharField(max_length=LIMITS["name"], default="")
    recorded_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    organisation = models.ForeignKey(
        "agencies.Organisation", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    recorded_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(
        "agencies.User", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    merge_ref = models.CharField(max_length=26, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["subject", "number"], name="one_step_per_number")]


class LetIn(Record):
    """An officer from whom an allegation was kept wrongly: they are neither employer nor colleague of the one named."""

    contact = models.ForeignKey("cases.Contact", on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    why = models.CharField(max_length=LIMITS["line"])
    let_in_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    let_in_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("agencies.User", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)


class DelayReason(Record):
    """Why a clock that a step began is late or will be. It follows its step, so whose it is stands there alone."""

    step = models.ForeignKey("cases.PathStep", on_delete=models.PROTECT, related_name="+")
    rule = models.CharField(max_length=40)
    reason = models.CharField(max_length=16)
    words = models.CharField(max_length=LIMITS["line"], default="")
    done = models.CharField(max_length=LIMITS["line"], default="")
    agreed_by = models.CharField(max_length=LIMITS["name"])
    look_again_on = models.DateField(null=True)
    recorded_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(
        "agencies.User", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )


class BeforeBirth(Guarded):
    """What stood on the record before a birth or the end of a pregnancy: given back where it was a wrong press."""

    step = models.OneToOneField("cases.PathStep", on_delete=models.PROTECT, related_name="+")
    expected = models.CharField(max_length=LIMITS["date"], default="")
    sex = models.CharField(max_length=1, default="")
    name_ref = models.CharField(max_length=26, default="")


class Begun(Guarded):
    """A record that began here: from a contact, or beside a child of the same birth."""

    subject = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")
    contact = models.ForeignKey("cases.Contact", null=True, on_delete=models.PROTECT, related_name="+")
    beside = models.ForeignKey("access.Subject", null=True, on_delete=models.PROTECT, related_name="+")
    was_known = models.BooleanField(default=False)
    begun_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    begun_at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True)


class StepMeeting(Aggregate):
    """The meeting of a step: planned or held, when and where. It belongs to the step of its kind on its day."""

    subject = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=24)
    on_day = models.DateField()
    at = models.CharField(max_length=5, default="")
    place = models.CharField(max_length=LIMITS["line"], default="")
    recorded_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(
        "agencies.User", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    merge_ref = models.CharField(max_length=26, default="")


class MeetingGuest(Record):
    """Who was asked to the meeting of a step or left out: a worker or agency by name, or somebody of the family."""

    meeting = models.ForeignKey("cases.StepMeeting", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12)  # worker, group, family
    key = models.CharField(max_length=26, default="")
    says = models.CharField(max_length=LIMITS["line"], default="")  # of a worker; whoever is family has their own name
    subject = models.ForeignKey("access.Subject", null=True, on_delete=models.PROTECT, related_name="+")
    presence = models.CharField(max_length=12)
    why = models.CharField(max_length=LIMITS["name"], default="")
    ended_at = models.DateTimeField(null=True)


class SchoolNotice(Record):
    """What a child lived through at home, told to the one school that needs it before the child comes in."""

    child_name = models.CharField(max_length=LIMITS["name"])
    child_age = models.CharField(max_length=LIMITS["date"], default="")
    words = models.TextField()
    happened_on = models.DateField()
    school = models.ForeignKey("agencies.Organisation", on_delete=models.PROTECT, related_name="+", db_index=False)
    sent_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    organisation = models.ForeignKey(
        "agencies.Organisation", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    sent_at = models.DateTimeField()
    read_by = models.ForeignKey("agencies.User", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    read_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["school", "read_at", "sent_at"], name="notices_by_school")]


class NotBrought(Record):
    """A child was not brought to an appointment: to which, by whom they were to be brought, and what was in the way."""

    subject = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")
    on_day = models.DateField()
    what = models.CharField(max_length=LIMITS["name"])
    cause = models.CharField(max_length=16)
    carer = models.CharField(max_length=LIMITS["name"])
    words = models.CharField(max_length=LIMITS["line"], default="")
    recorded_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()
    merge_ref = models.CharField(max_length=26, default="")


class ConfirmedRule(Record):
    """That the county confirmed a timescale: from when, who decided, where it is written; never about a child.

    Without a count it holds as it stands on file. What was taken back keeps the day from which it no longer holds.
    """

    rule = models.CharField(max_length=40)
    count = models.PositiveSmallIntegerField(null=True)
    unit = models.CharField(max_length=16, default="")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    decided_by = models.CharField(max_length=LIMITS["name"])
    written_in = models.CharField(max_length=LIMITS["line"])
    recorded_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()
    taken_back_why = models.CharField(max_length=LIMITS["line"], default="")
    taken_back_by = models.ForeignKey(
        "agencies.User", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["rule", "valid_from"],
                condition=models.Q(valid_to=None),
                name="one_confirmation_per_day",
            )
        ]


class Standing(Aggregate):
    """Where a child stands between universal help and leaving care, or what stands beside it, from one day to another.

    A correction takes the wrong row out and names it; both stay on record.
    """

    subject = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=32)
    ground = models.CharField(max_length=32, default="")
    since_on = models.DateField()
    until_on = models.DateField(null=True)
    words = models.CharField(max_length=LIMITS["line"], default="")
    corrects = models.CharField(max_length=26, default="")
    recorded_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(
        "agencies.User", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    merge_ref = models.CharField(max_length=26, default="")


class CheckAnswer(Aggregate):
    """Why a standing check about a child need not show up to a day. A later one of the same counts; none is changed."""

    subject = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")
    check_name = models.CharField(max_length=24)
    about = models.CharField(max_length=26)  # the child, somebody of the family by their ref, or a day
    answer = models.CharField(max_length=16)
    words = models.CharField(max_length=LIMITS["line"])
    who = models.CharField(max_length=LIMITS["name"], default="")  # empty: whoever wrote it down
    until_on = models.DateField()
    recorded_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(
        "agencies.User", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    merge_ref = models.CharField(max_length=26, default="")
    about_merge_ref = models.CharField(max_length=26, default="")


class Disagreement(Aggregate):
    """Two agencies disagree about a child: at which stage, since when, whose turn it is, how it was settled."""

    subject = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")
    about = models.CharField(max_length=LIMITS["line"])
    wanted = models.CharField(max_length=LIMITS["line"])
    raised_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    organisation = models.ForeignKey("agencies.Organisation", on_delete=models.PROTECT, related_name="+")
    with_agency = models.ForeignKey("agencies.Organisation", on_delete=models.PROTECT, related_name="+")
    waits_for = models.ForeignKey("agencies.Organisation", null=True, on_delete=models.PROTECT, related_name="+")
    stages_version = models.CharField(max_length=12)
    stage = models.CharField(max_length=16)
    stage_since = models.DateField()
    outcome = models.CharField(max_length=16, default="")
    settled_on = models.DateField(null=True)
    merge_ref = models.CharField(max_length=26, default="")


class DisagreementTurn(Record):
    """One turn of a disagreement: raised, answered, taken further, settled; none is ever changed."""

    disagreement = models.ForeignKey("cases.Disagreement", on_delete=models.PROTECT, related_name="+")
    act = models.CharField(max_length=12)
    stage = models.CharField(max_length=16)
    words = models.TextField()
    by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

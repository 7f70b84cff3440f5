"""The closed lists of words a network may use, so that a mistyped word is refused at the door."""

SEXES = ("", "F", "M", "X")
PERSON_KINDS = ("child", "unborn", "adult", "professional", "pet")
LOSSES = ("", "stillbirth", "miscarriage", "abortion")
NAME_KINDS = ("legal", "known_as", "previous")
CERTAINTIES = ("sure", "not_sure", "disputed")
STATUSES = (
    "married", "civil", "remarried", "cohabiting", "engaged", "casual", "affair", "together", "separated", "divorced",
    "annulled", "widowed",
)  # fmt: skip
CHILD_LINKS = ("birth", "adopted", "foster", "kinship", "guardian", "step", "donor")
MEMBERSHIPS = ("lives_here", "second_home", "relatives_home")

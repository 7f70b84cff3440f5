"""One invented family in which nearly every relation occurs."""

from kith.engines.kinship import Kinship, ParentFact, PartnerFact, SiblingFact

WOMEN = "ann beth dora edith gina hope joyce kim lena lily mia noor olga priya rose sara tess una vera"
MEN = "amir carl dev eli frank greg hal harold mike ned owen percy rob sam tom vic walter wes yusuf zack"
NEITHER = "jo pip"

SEXES = dict.fromkeys(WOMEN.split(), "female") | dict.fromkeys(MEN.split(), "male") | dict.fromkeys(NEITHER.split(), "")

CHILDREN = {
    "edith walter": "rose harold",
    "rose frank": "ann beth carl",
    "olga frank": "gina",
    "gina": "hal",
    "harold joyce": "dora",
    "dora": "ned",
    "ned": "pip",
    "amir sara": "dev kim",
    "ann dev": "noor sam",
    "lena dev": "mia",
    "lena": "owen",
    "mike": "lily",
    "vera": "mike",
    "beth": "jo eli",
    "una vic": "tom wes",
    "tess": "rob",
}

OTHER_PARENTS = (
    ParentFact("priya", "jo", "adoptive"),
    ParentFact("priya", "eli", "adoptive"),
    ParentFact("greg", "jo", "donor"),
    ParentFact("beth", "tom", "adoptive"),
    ParentFact("priya", "tom", "adoptive"),
    ParentFact("carl", "yusuf", "foster"),
    ParentFact("tess", "yusuf", "foster"),
    ParentFact("beth", "sam", "kinship"),
    ParentFact("hope", "lily", "guardian"),
)

PARTNERS = (
    PartnerFact("edith", "walter", "widowed", current=False),
    PartnerFact("rose", "frank", "married"),
    PartnerFact("olga", "frank", "married", current=False),
    PartnerFact("harold", "joyce", "married"),
    PartnerFact("ann", "dev", "married", current=False),
    PartnerFact("lena", "dev", "married"),
    PartnerFact("ann", "mike", "partners"),
    PartnerFact("beth", "priya", "married"),
    PartnerFact("carl", "tess", "partners"),
    PartnerFact("kim", "ned", "partners", current=False),
)

SIBLINGS = (SiblingFact("frank", "percy"), SiblingFact("mike", "zack"))


def births() -> list[ParentFact]:
    """The parent facts by birth."""
    return [
        ParentFact(parent, child)
        for parents, children in CHILDREN.items()
        for child in children.split()
        for parent in parents.split()
    ]


def invented_family() -> Kinship:
    """The whole family."""
    return Kinship.build(
        parents=[*births(), *OTHER_PARENTS], partners=PARTNERS, siblings=SIBLINGS, sexes_or_words=SEXES
    )

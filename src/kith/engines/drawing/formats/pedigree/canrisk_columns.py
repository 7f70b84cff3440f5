"""The columns of a CanRisk file and the tags under which Kith keeps what it does not read of them."""

PEOPLE = ("FamID", "Name", "Target", "IndivID", "FathID", "MothID", "Sex", "MZtwin", "Dead", "Age", "Yob")
_CANCERS = ("BC1", "BC2", "OC", "PRO", "PAN", "Ashkn")
_GENES = ("BRCA1", "BRCA2", "PALB2", "ATM", "CHEK2", "BARD1", "RAD51D", "RAD51C", "BRIP1", "HOXB13")
_PATHOLOGY = "ER:PR:HER2:CK14:CK56"

HEALTH = {**dict.fromkeys(_CANCERS, "0"), **dict.fromkeys(_GENES, "0:0"), _PATHOLOGY: "0:0:0:0:0"}
"""The columns of version 4 after those of people, each with what it says where nothing is known."""

TAG, FACTOR = "CanRisk.", "CanRisk.factor"

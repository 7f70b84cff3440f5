"""How much of a family file is read, in one table."""

MOST_BYTES = 50_000_000
MOST_LINES = 1_000_000
MOST_PEOPLE = 20_000
MOST_UNIONS = 20_000
MOST_PARTNERS = 10  # of one union
MOST_NOTES = 1_000  # sentences about contradictions

# A long will or letter in a note is real and stays whole; a book in a note is an attack or a mistake.
LONGEST_VALUE = 100_000
LONGEST_ID = 100

# Archives (GenoPro's .gno, GEDZIP) and XML: what honest files stay far below.
MOST_ENTRIES = 10_000
MOST_RATIO = 100
RATIO_MATTERS = 1_000_000  # smaller parts cannot hurt
DEEPEST_XML = 40
MOST_XML_PARTS = 2_000_000

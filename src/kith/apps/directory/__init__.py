"""What help there is in the county: who gives it, for whom, where, how soon; the thresholds; the words of the field.

Services and thresholds are public facts: no child is asked about, so the role alone decides and reading leaves no row;
every change does. Agencies, teams and workers stay with `agencies`; who works with a child does not belong here.
"""

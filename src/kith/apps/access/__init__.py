"""Who may see and do what: subjects, the dated facts that decisions rest on, roles, and the one place that decides.

Who somebody is belongs to `people`, what they work as to `agencies`; seals, shares and emergency grants join here.
"""

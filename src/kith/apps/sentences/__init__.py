"""Adults under a sentence or an order, as far as children are concerned: where they stand, what keeps children safe.

The path of a sentence, its conditions, who is told when one changes, and what is kept from all but a few live here. Who
may see an adult or a child belongs to `access`, and where people live to `people`.
"""

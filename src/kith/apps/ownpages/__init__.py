"""A young person's own page for others: how to talk to me, what helps, what to leave alone; in their own words.

They say, part by part, who may read it. What is not for somebody is not there for them.
"""

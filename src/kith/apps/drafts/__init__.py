"""Words of a form that was not sent yet, about one child or none: kept sealed for the one who wrote them, some days.

A draft says nothing about the child until it is sent: it is on no page, in no copy and in no list but its writer's own.
"""

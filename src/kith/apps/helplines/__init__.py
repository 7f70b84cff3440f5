"""The numbers people can ring: in danger, in crisis, tonight, and the out-of-hours team for workers.

They are public facts about services, so they are read without an actor and leave no row in the record of reads; only
keeping them asks for a role. The app stands above `access`, because a deed asks there whether the role has the
action, and no child is asked about. Who works at the other end of a line, and services at large, do not belong here.
"""

"""What happened for a child as each agency tells it: rows that their agencies own, and chronologies as files.

Nobody's row is written over or made one with another's; how rows become one story is the chronology engine’s. Reading
and writing files needs no database. What a child says belongs to `voices`, meetings and who came to `occasions`.
"""

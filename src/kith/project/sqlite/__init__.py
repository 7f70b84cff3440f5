"""Django's own SQLite backend, in which writers take turns in the order they came.

SQLite alone lets a waiting writer sleep and look again, so that whoever writes without a pause keeps all others out.
Nothing here guards the data: that is SQLite's own lock, which a writer still takes.
"""

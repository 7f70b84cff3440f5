"""Django's own PostgreSQL backend, on whose connections what is asked often is planned once.

To plan one of our questions costs more than to answer it, and a page asks seventy.
"""

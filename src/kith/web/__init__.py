"""The pages of Kith: a request comes in, one call goes down, an answer goes out.

Owns views, forms, templates and the look; what may be seen and done is decided below, never here.
"""

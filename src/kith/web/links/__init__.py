"""Links for the family: a worker publishes a copy for one reader, and the reader opens it with six digits.

What is in a copy is decided in `networks`, who may publish and open it in `access`. Nobody is signed in here.
"""

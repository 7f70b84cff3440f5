"""Whether this installation answers, for machines that watch it.

It says nothing about people, numbers or versions.
"""

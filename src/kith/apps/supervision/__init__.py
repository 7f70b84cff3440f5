"""Joint agency group supervision: who asks, what becomes of it, who leads, that it happened, and to what effect.

It is a space to think: tasks, decisions and what was said in it have no place here. Which two facilitators fit belongs
to the pairing engine, who may see a child to `access`.
"""

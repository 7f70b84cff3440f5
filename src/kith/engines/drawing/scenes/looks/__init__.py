"""How a scene looks: one module for each look, flat shapes in few colours, no faces.

None decides where anything stands; every mark also says in its shape or in words what its colour says.
"""

"""What a child says and shows with what came of it, labels of risk with the child's view, and waiting well.

Who may read them, what a voice has to hold and when a label may be shown belongs to the voices app.
"""

"""Each module is one command that Django asks for by its file's name. What people type is in `cli`."""

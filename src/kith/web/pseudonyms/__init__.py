"""Pages of copies with stand-ins: sets, what is looked at before a copy is made, and the way back."""

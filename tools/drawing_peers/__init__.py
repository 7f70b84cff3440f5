"""The other programs that draw families, each run on the same family and told in the yard-stick's words."""

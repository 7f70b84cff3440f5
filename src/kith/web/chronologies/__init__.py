"""What happened for a child: the rows of every agency on one page, and the forms of one's own. Translation only."""

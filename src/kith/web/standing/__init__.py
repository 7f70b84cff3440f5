"""Where a child stands from universal help to leaving care: the history, and recording, correcting, ending it."""

"""A record that is to be destroyed before its time: proposing it; the second person decides where all else waits."""

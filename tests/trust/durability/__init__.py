"""What was acknowledged stays, whatever is killed."""

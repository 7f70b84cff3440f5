"""What must hold of every county grown from a seed."""

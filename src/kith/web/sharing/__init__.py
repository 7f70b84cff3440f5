"""Sharing between agencies: what is shared of a child, the decisions yes and no, agreements and taking them back."""

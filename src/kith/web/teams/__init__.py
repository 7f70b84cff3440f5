"""A child's team and its cover: everybody on it, who is away, one's own absences, and whom to ask.

Who may see whom and whom to go to is worked out in the teams app.
"""

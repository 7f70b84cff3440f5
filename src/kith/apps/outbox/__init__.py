"""Mail to people at work, and only one message: that something waits for them in Kith, never what.

Without a mail server nothing is sent, and nothing is lost: all that waits stands on everybody's own page.
"""

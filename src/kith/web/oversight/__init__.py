"""Pages about the looking itself: reviews of emergency looks, unusual looking, and who looked at somebody's record.

Who reviews what, and what may be named to whom, is decided below.
"""

"""What Kith does by itself: one function for each line of the timetable, and the worker that calls them at their time.

A job makes one call down, like a page, and answers with a sentence that tells of nobody. Each may run twice: a worker
can be killed at any moment, and the job then runs again from its beginning.
"""

"""What Kith does by itself at its times: the timetable of regular jobs, and what came of each when it last ran.

What a job does belongs to the app whose data it looks after; who is told of a job that fails belongs to the pages.
"""
